import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { StatusReport } from '#companion/control/status.ts';
import {
  type AgentBuild,
  agentLog,
  LINK_PORT,
  makeAgentDisks,
  startAgent,
  testBothBuilds,
  withAgentGuest,
} from '#test/support/agent-guest.ts';
import { APP_ID, ofKind, readEntries } from '#test/support/companion-bench.ts';
import { eventually } from '#test/support/eventually.ts';
import { runCherub, startCherub } from '#test/support/run-cherub.ts';
import type { Disk } from './guest/description.ts';

const AGENT_CONFIG = `app: web
heartbeat: { periodSeconds: 2, console: /dev/ttyS0 }
snapshot: { periodSeconds: 2 }
`;
/** Emulation on a loaded machine. */
const SLOW_MS = 90_000;

let folder = '';
let agentDisks: Record<AgentBuild, Disk>;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cherub-three-'));
  agentDisks = await makeAgentDisks(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

testBothBuilds(
  'a real guest is seen on three channels; it panics, and its last snapshots are read from its disk',
  {
    timeout: 600_000,
  },
  async (t, build) => {
    const place = await mkdtemp(join(folder, build));
    const recorder = join(place, 'recorder.img');
    const made = await runCherub(['disk', 'create', recorder, '--size', '16M', '--app', 'web']);
    assert.equal(made.code, 0, made.err);
    const config = join(place, 'cherub.yaml');
    const entries = () => readEntries(join(place, 'entries.jsonl'));
    const guestOptions = {
      agentDisk: agentDisks[build],
      config: AGENT_CONFIG,
      disks: [{ file: recorder, serial: 'recorder' }],
    };
    await withAgentGuest(t, guestOptions, async (guest) => {
      await writeFile(
        config,
        `state: state
vms:
  - name: web
    app: ${APP_ID}
    console: { socket: ${guest.consolePath} }
    recorder: { disk: ${recorder}, pollSeconds: 0.5 }
    link: { socket: ${guest.portPath(LINK_PORT)}, pingSeconds: 2 }
sinks: [{ type: file, path: entries.jsonl }]
`,
      );
      const serving = startCherub(['serve', '--config', config]);
      t.after(async () => {
        serving.child.kill('SIGKILL');
        await serving.ended;
      });
      await eventually('cherub serve is ready', () => serving.err.includes('ready: ') || undefined, SLOW_MS);
      await startAgent(guest);

      const states = async (): Promise<string[]> => {
        const run = await runCherub(['status', '--config', config, '--json']);
        assert.equal(run.code, 0, run.err);
        const channels = (JSON.parse(run.out) as StatusReport).vms[0]?.channels ?? [];
        return channels.map(({ channel, state }) => `${channel} ${state}`);
      };
      const allFresh = ['console fresh', 'recorder fresh', 'link fresh'];
      await eventually(
        'all three channels are fresh',
        async () => (await states()).join() === allFresh.join() || undefined,
        SLOW_MS,
      ).catch(async (error: unknown) => {
        throw new Error(
          `${String(error)}\n${serving.err}\n${(await states()).join()}\n${await agentLog(guest)}`,
        );
      });
      const ping = await runCherub([
        'link',
        'ping',
        'web',
        '-c',
        '5',
        '-i',
        '0',
        '--json',
        '--config',
        config,
      ]);
      assert.equal(ping.code, 0, ping.out);
      t.diagnostic(
        `link ping through cherub serve: ${JSON.stringify((JSON.parse(ping.out) as { roundTripMs: unknown }).roundTripMs)}`,
      );
      await eventually('the agent has told what it is', () => ofKind(entries(), 'start')[0], SLOW_MS);
      const snapshots = await eventually(
        'three snapshots have come',
        () => {
          const all = ofKind(entries(), 'snapshot');
          return all.length >= 3 ? all : undefined;
        },
        SLOW_MS,
      );
      assert.equal(new Set(snapshots.map(({ tags }) => tags['cherub.seq'])).size, snapshots.length);

      await guest.console.send('echo c > /proc/sysrq-trigger\n');
      await eventually(
        'the panic is in the entries',
        () => ofKind(entries(), 'console').find(({ content }) => content.includes('Kernel panic')),
        SLOW_MS,
      );
      await guest.kill();
      // The console goes through the framework's relay, which outlives QEMU.
      await eventually(
        'the link is told missing',
        async () => (await states()).includes('link missing') || undefined,
        SLOW_MS,
      );
      serving.child.kill('SIGTERM');
      assert.equal((await serving.ended).code, 0);
    });

    const last = await runCherub(['disk', 'read', recorder, '--kind', 'snapshot', '--last', '3', '--json']);
    assert.equal(last.code, 0, last.err);
    const records = last.out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { snapshot: { app: string } });
    assert.deepEqual(
      records.map(({ snapshot }) => snapshot.app),
      ['web', 'web', 'web'],
    );
    const checked = await runCherub(['disk', 'check', recorder]);
    assert.equal(checked.code, 0, checked.out);
  },
);
