import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { createRecorderSource } from '#companion/sources/recorder/source.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import {
  AGENT_START_MS,
  LINK_PORT,
  makeAgentDisk,
  startAgent,
  withAgentGuest,
} from '#test/support/agent-guest.ts';
import { eventually } from '#test/support/eventually.ts';
import { createSourceContext } from '#test/support/fake-source-context.ts';
import { LinkHost } from '#test/support/link-host.ts';
import type { Disk } from './guest/description.ts';
import { makeBlankDisk, makeExt4Disk } from './guest/disks.ts';

const { OUTCOME_OK, OUTCOME_FAILED, OUTCOME_UNKNOWN } = cherub.Outcome;
const { Code } = cherub;
const MIB = 1024 * 1024;
/** A dump of all tasks on an emulated serial console takes seconds. */
const SYSRQ_MS = 50_000;
const ANSWER_MS = 20_000;
const FOLDERS = '/a/b/c/d/e/f';

const CONFIG = `app: web
heartbeat: { periodSeconds: 5, console: none }
snapshot: { periodSeconds: 2 }
recorder: { adopt: true }
allow: [ping, snapshot, check, sysrq]
checks:
  - { name: marker, file: { path: /tmp/marker, minBytes: 3 }, periodSeconds: 2 }
  - { name: sleeper, process: { name: sleep }, periodSeconds: 2 }
  - { name: port, tcp: { port: 8081 }, periodSeconds: 2 }
  - { name: page, http: { url: "http://127.0.0.1:8081/page", contains: well }, periodSeconds: 2 }
  - { name: echo, exec: { command: [/bin/echo, all is well] }, periodSeconds: 2 }
  - { name: slow, exec: { command: [/bin/sh, -c, "tail -f /dev/null"] }, periodSeconds: 2, timeoutSeconds: 2 }
  - { name: hung, file: { path: /data${FOLDERS}/file }, periodSeconds: 2, timeoutSeconds: 2 }
`;

let folder = '';
let agentDisk: Disk;
let dataDisk: Disk;
const recorder = (): string => join(folder, 'recorder.img');
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cherub-agent-checks-'));
  agentDisk = await makeAgentDisk(folder);
  await makeBlankDisk(recorder(), 16 * MIB);
  const file = join(folder, 'data.img');
  await makeExt4Disk(file, { label: 'data', files: [{ path: `${FOLDERS}/file`, content: 'here' }] });
  dataDisk = { file, serial: 'data', access: 'read-only', mountAt: '/data' };
});
after(() => rm(folder, { recursive: true, force: true }));

const latestChecks = (host: LinkHost): Record<string, cherub.CheckResult.$Properties> => {
  const snapshot = host.pushes.findLast(({ body }) => body === 'snapshot')?.snapshot;
  return Object.fromEntries((snapshot?.checks ?? []).map((check) => [check.name ?? '', check]));
};

const outcomes = (host: LinkHost): Record<string, unknown> =>
  Object.fromEntries(Object.entries(latestChecks(host)).map(([name, { outcome }]) => [name, outcome]));

const snapshotCount = (host: LinkHost): number =>
  host.pushes.filter(({ body }) => body === 'snapshot').length;

test('checks of a real guest, one of which hangs in the kernel, and SysRq by link and by disk', {
  timeout: 600_000,
}, async (t) => {
  const disks: Disk[] = [{ file: recorder(), serial: 'recorder' }, dataDisk];
  await withAgentGuest(
    t,
    { agentDisk, config: CONFIG, disks, description: { name: 'checks' } },
    async (guest) => {
      const { console } = guest;
      await console.runOk(
        'ip link set lo up; mkdir -p /tmp/www; echo all is well >/tmp/www/page; echo here >/tmp/marker; ' +
          'setsid sleep 100000 & httpd -p 127.0.0.1:8081 -h /tmp/www',
      );
      // From now on a read of that disk takes for ever: one byte a second.
      await guest.qmp.execute('block_set_io_throttle', {
        device: 'drive-data',
        bps: 1,
        bps_rd: 0,
        bps_wr: 0,
        iops: 0,
        iops_rd: 0,
        iops_wr: 0,
      });
      const host = new LinkHost();
      await host.connect(guest.portPath(LINK_PORT));
      await startAgent(guest);
      await host.waitFor((event) => event.kind === 'hello', AGENT_START_MS);

      await t.test('every kind comes to its outcome, in the snapshots', async () => {
        await eventually(
          'all outcomes',
          () => {
            const { hung, slow, echo } = outcomes(host);
            return (hung === OUTCOME_UNKNOWN && slow === OUTCOME_FAILED && echo === OUTCOME_OK) || undefined;
          },
          60_000,
        );
        await eventually(
          'the one that hangs is told',
          () => /^has not ended for/.test(latestChecks(host)['hung']?.message ?? '') || undefined,
          30_000,
        );
        const { marker, ...others } = outcomes(host);
        assert.deepEqual(others, {
          sleeper: OUTCOME_OK,
          port: OUTCOME_OK,
          page: OUTCOME_OK,
          echo: OUTCOME_OK,
          slow: OUTCOME_FAILED,
          hung: OUTCOME_UNKNOWN,
        });
        const wasWell = host.pushes.some(({ snapshot }) =>
          snapshot?.checks?.some(({ name, outcome }) => name === 'marker' && outcome === OUTCOME_OK),
        );
        assert.ok(wasWell || marker === OUTCOME_UNKNOWN);
        assert.equal(latestChecks(host)['echo']?.message, 'all is well');
        assert.equal(latestChecks(host)['slow']?.message, 'did not end within 2 s');
      });

      await t.test(
        'the one that hangs sits in the kernel, and stops neither snapshots nor other checks',
        async () => {
          const threads = await console.runOk('cat /proc/[0-9]*/task/*/stat | grep " D " | head -5; true');
          assert.match(threads, / D /, 'a thread of the agent waits for the disk');
          const before = snapshotCount(host);
          await delay(8000);
          assert.ok(snapshotCount(host) >= before + 3, `${snapshotCount(host) - before} snapshots in 8 s`);
          assert.ok((latestChecks(host)['echo']?.ageMs ?? 99_999) < 5000, 'the others still run');
          assert.match(latestChecks(host)['marker']?.message ?? '', /waits for the check hung/);
          const snapshot = host.pushes.findLast(({ body }) => body === 'snapshot')?.snapshot;
          assert.equal(snapshot?.state, cherub.State.STATE_DEGRADED);
        },
      );

      await t.test('a named check is answered, run anew where that is asked for', async () => {
        await console.runOk('killall sleep');
        const gone = await host.ask({ check: { name: 'sleeper', fresh: true } }, ANSWER_MS);
        assert.equal(gone.answer.check?.outcome, OUTCOME_FAILED);
        assert.equal(gone.answer.check?.message, '0 of sleep running');
        await console.runOk('setsid sleep 100000 & sleep 1; killall -STOP sleep');
        const stopped = await host.ask({ check: { name: 'sleeper', fresh: true } }, ANSWER_MS);
        assert.equal(stopped.answer.check?.message, '0 of sleep running, 1 stopped');
        await console.runOk('killall -CONT sleep');
        const unknown = await host.ask({ check: { name: 'sleper' } }, ANSWER_MS);
        assert.deepEqual([unknown.answer.code, unknown.answer.check], [Code.CODE_INVALID, null]);
        const once = await console.run('/opt/cherub-agent check page --json --config /etc/agent.yaml', {
          deadlineMs: 60_000,
        });
        assert.equal(JSON.parse(once.output.trim()).outcome, 'ok');
      });

      await t.test('SysRq by link: the tasks of the kernel, while a ping is answered beside it', async () => {
        const order: string[] = [];
        const [tasks] = await Promise.all([
          host.ask({ sysrq: { key: 't' } }, SYSRQ_MS).finally(() => order.push('sysrq')),
          host.ask({ ping: {} }, ANSWER_MS).finally(() => order.push('ping')),
        ]);
        const { sysrq } = tasks.answer;
        assert.equal(tasks.answer.code, Code.CODE_OK, tasks.answer.message);
        assert.match(sysrq?.text ?? '', /^\[ *\d+\.\d{6}\] sysrq: Show State$/m);
        assert.match(sysrq?.text ?? '', /task:kthreadd\s+state:S/);
        assert.ok(sysrq?.complete === true || (sysrq?.linesCut ?? 0) > 0, sysrq?.reason ?? '');
        assert.deepEqual(order, ['ping', 'sysrq']);
        t.diagnostic(
          `sysrq t by link: ${tasks.roundTripUs / 1000} ms, ${sysrq?.text?.length} characters, ${sysrq?.linesCut} lines cut`,
        );
        for (const key of ['w', 'l', 'm', 'q', 'p', 'z']) {
          const { answer } = await host.ask({ sysrq: { key } }, SYSRQ_MS);
          assert.match(answer.sysrq?.text ?? '', /sysrq: /, key);
          assert.equal(answer.sysrq?.complete, true, `${key}: ${answer.sysrq?.reason ?? answer.message}`);
        }
        const { answer } = await host.ask({ sysrq: { key: 'b' } }, ANSWER_MS);
        assert.equal(answer.code, Code.CODE_INVALID);
      });

      await t.test('SysRq and a check by the recorder disk alone', async () => {
        await host.leave();
        const context = { ...createSourceContext(), random: Math.random };
        const abort = new AbortController();
        const source = createRecorderSource({ disk: recorder(), pollMs: 1000, cache: 'buffered' }, context);
        const running = source.run(abort.signal);
        try {
          await eventually(
            'the disk',
            () => context.seen.some(({ kind }) => kind === 'attached') || undefined,
          );
          const tasks = await source.mailbox.request({ sysrq: { key: 't' } }, SYSRQ_MS);
          assert.ok(tasks.ok, JSON.stringify(tasks));
          assert.equal(tasks.answer.code, Code.CODE_OK, tasks.answer.message ?? '');
          assert.match(tasks.answer.sysrq?.text ?? '', /task:kthreadd\s+state:S/);
          assert.equal((await source.mailbox.request({ sysrq: { key: 'w' } }, SYSRQ_MS)).ok, true);
          t.diagnostic(
            `sysrq t by mailbox: ${tasks.roundTripUs / 1000} ms, ${tasks.answer.sysrq?.text?.length} characters, ${tasks.answer.sysrq?.linesCut} lines cut`,
          );
          const check = await source.mailbox.request({ check: { name: 'port' } }, SYSRQ_MS);
          assert.equal(check.ok && check.answer.check?.outcome, OUTCOME_OK);
        } finally {
          abort.abort();
          await running;
        }
      });
    },
  );
});
