import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import type { Binding } from '#companion/scenarios/bindings/bindings.ts';
import type { ProbeEnd } from '#companion/scenarios/engine/scenario.ts';
import type { Scenario } from '#companion/scenarios/scenario.ts';
import type { DiagnosisRequest } from '#companion/scenarios/scenario-loop.ts';
import type { ScenarioVm } from '#companion/scenarios/scenario-vm.ts';
import { ScenarioService } from '#companion/scenarios/service.ts';
import { type ConsoleSource, createConsoleSource } from '#companion/sources/console/source.ts';
import { createLinkSource } from '#companion/sources/link/source.ts';
import { createRecorderSource } from '#companion/sources/recorder/source.ts';
import { LINK_PORT, makeAgentDisk, startAgent, withAgentGuest } from '#test/support/agent-guest.ts';
import { eventually } from '#test/support/eventually.ts';
import { createSourceContext } from '#test/support/fake-source-context.ts';
import { runCherub } from '#test/support/run-cherub.ts';
import { makeScenario } from '#test/support/scenario-bench.ts';
import type { Disk } from './guest/description.ts';
import type { Guest } from './guest/guest.ts';
import { withGuest } from './guest/with-guest.ts';

const APP = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
const QGA_PORT = 'org.qemu.guest_agent.0';
const BOOT_MS = 300_000;
/** Emulation on a loaded machine. */
const SLOW_MS = 120_000;

let folder = '';
let agentDisk: Disk;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cherub-scen-'));
  agentDisk = await makeAgentDisk(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

/** QEMU's options for a second console of the guest, hvc0, that nobody else reads. */
function secondConsole(socket: string): string[] {
  return [
    ...['-chardev', `socket,id=second,path=${socket},server=on,wait=off`],
    ...['-device', 'virtconsole,bus=vserial0.0,chardev=second'],
  ];
}

/** The real source of that console, running until the test ends. */
function openConsole(t: TestContext, socket: string): ConsoleSource {
  const source = createConsoleSource(
    {
      input: { kind: 'socket', path: socket },
      isMux: false,
      forward: 'none',
      captureBytes: 65_536,
      bytesPerSecondMax: 262_144,
    },
    createSourceContext(),
  );
  runUntilEnd(t, source);
  return source;
}

function runUntilEnd(t: TestContext, source: { run(signal: AbortSignal): Promise<void> }): void {
  const stop = new AbortController();
  const running = source.run(stop.signal);
  t.after(async () => {
    stop.abort();
    await running;
  });
}

interface Desk {
  readonly service: ScenarioService;
  readonly diagnoses: DiagnosisRequest[];
  readonly probe: (scenario: string) => Promise<ProbeEnd & { readonly transport?: string | undefined }>;
}

/** A service with real probes on one VM, to which all scenarios are bound. */
function openDesk(t: TestContext, scenarios: readonly Scenario[], vm: Partial<ScenarioVm>): Desk {
  const diagnoses: DiagnosisRequest[] = [];
  const target = { kind: 'app', app: 'web' } as const;
  const service = new ScenarioService({
    scenarios,
    bindings: scenarios.map(({ name }): Binding => ({ scenario: name, target })),
    storeFile: join(folder, `${Math.random().toString(36).slice(2)}.json`),
    vms: () => [{ name: 'web', appId: APP, labels: {}, ...vm }],
    now: () => ({ monotonicMs: performance.now(), wallMs: Date.now() }),
    random: Math.random,
    log: (line) => t.diagnostic(line),
    onDiagnosis: (request) => diagnoses.push(request),
    onChange: ({ scenario, from, to, reason }) => t.diagnostic(`${scenario}: ${from} → ${to}, ${reason}`),
  });
  service.start();
  t.after(() => service.stop());
  return {
    service,
    diagnoses,
    probe: async (scenario) => {
      const done = await service.runNow(scenario, target);
      assert.ok(done.ok, done.ok ? '' : done.reason);
      const [run] = done.runs;
      assert.ok(run);
      t.diagnostic(`${scenario}: ${run.probe.outcome} by ${run.probe.transport}: ${run.probe.detail}`);
      return run.probe;
    },
  };
}

const RARELY = { periodSeconds: 3600, timeoutSeconds: 60 };

test('a real agent and a real shell are probed by console, link, mailbox and network', {
  timeout: 600_000,
}, async (t) => {
  const recorder = join(folder, 'recorder.img');
  assert.equal((await runCherub(['disk', 'create', recorder, '--size', '16M', '--app', 'web'])).code, 0);
  const socket = join(folder, 'hvc0.sock');
  const port = await freePort();
  await withAgentGuest(
    t,
    {
      agentDisk,
      config: `app: web
snapshot: { periodSeconds: 2 }
checks:
  - { name: flag, file: { path: /tmp/flag } }
`,
      disks: [{ file: recorder, serial: 'recorder' }],
      description: {
        modules: ['virtio_net'],
        network: { kind: 'user', forward: [{ hostPort: port, guestPort: 80 }] },
        qemuArguments: secondConsole(socket),
      },
    },
    async (guest) => {
      await guest.console.runOk('ip link set eth0 up; ip addr add 10.0.2.15/24 dev eth0');
      await guest.console.runOk('mkdir -p /www; echo all is well >/www/health; httpd -p 80 -h /www');
      await guest.console.runOk('(while :; do setsid -c sh -i; done) </dev/hvc0 >/dev/hvc0 2>&1 &');
      await startAgent(guest);
      const console = openConsole(t, socket);
      const context = createSourceContext();
      const disk = createRecorderSource({ disk: recorder, pollMs: 500, cache: 'buffered' }, context);
      const link = createLinkSource({ socket: guest.portPath(LINK_PORT), pingMs: 5000 }, context);
      runUntilEnd(t, disk);
      runUntilEnd(t, link);
      await eventually(
        'records come by the disk',
        () => context.seen.some(({ kind }) => kind === 'record') || undefined,
        SLOW_MS,
      );
      const url = `http://127.0.0.1:${port}/health`;
      const { probe, diagnoses } = openDesk(
        t,
        [
          makeScenario({ name: 'shell', ...RARELY, transports: ['console'] }),
          makeScenario({ name: 'ping', ...RARELY, transports: ['link'] }),
          makeScenario({ name: 'mailbox', ...RARELY, transports: ['disk'] }),
          makeScenario({ name: 'flag', ...RARELY, transports: ['disk'], agent: { check: 'flag' } }),
          makeScenario({ name: 'flag-link', ...RARELY, transports: ['link'], agent: { check: 'flag' } }),
          makeScenario({ name: 'page', ...RARELY, network: { type: 'http', url, bodyContains: 'well' } }),
          makeScenario({ name: 'port', ...RARELY, network: { type: 'tcp', host: '127.0.0.1', port } }),
          makeScenario({
            name: 'often',
            periodSeconds: 1,
            timeoutSeconds: 1,
            network: { type: 'http', url },
            diagnosis: 'default',
          }),
        ],
        {
          ...(console.access && { console: console.access }),
          link,
          mailbox: disk.mailbox,
        },
      );

      await t.test('each is ok on a healthy guest', async () => {
        for (const name of ['shell', 'ping', 'mailbox', 'page', 'port']) {
          assert.equal((await probe(name)).outcome, 'ok', name);
        }
      });

      await t.test('a named check of the agent is asked through the disk and through the link', async () => {
        const absent = await probe('flag');
        assert.deepEqual([absent.outcome, absent.rung, absent.reached], ['failed', 'application', 'agent']);
        await guest.console.runOk('touch /tmp/flag');
        assert.equal((await probe('flag')).outcome, 'ok');
        assert.equal((await probe('flag-link')).outcome, 'ok');
      });

      await t.test(
        'a program that stands still fails its scenario, and the diagnosis is asked for once',
        async () => {
          await guest.console.runOk('kill -STOP $(pidof httpd)');
          const page = await probe('page');
          assert.deepEqual([page.outcome, page.rung], ['failed', 'application']);
          await eventually('the diagnosis is asked for', () => diagnoses[0], SLOW_MS);
          // The kernel takes the connection, which proves the kernel and no more.
          const port80 = await probe('port');
          assert.deepEqual([port80.outcome, port80.rung], ['ok', 'kernel']);
          assert.equal((await probe('shell')).outcome, 'ok');
          assert.deepEqual(
            diagnoses.map(({ scenario, script, app }) => [scenario, script, app]),
            [['often', 'default', APP]],
          );
        },
      );

      await t.test('a shell that stands still fails by console while the agent answers', async () => {
        await stopShellOnSecondConsole(guest);
        assert.equal((await probe('shell')).outcome, 'failed');
        assert.equal((await probe('ping')).outcome, 'ok');
      });
    },
  );
});

test('a real getty with a password from a file, and a real qemu-guest-agent, are probed', {
  timeout: 900_000,
}, async (t) => {
  const socket = join(folder, 'getty.sock');
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, 'correct horse\n', { mode: 0o600 });
  const description = {
    name: 'getty',
    root: { kind: 'debian' },
    ports: [{ name: QGA_PORT }],
    qemuArguments: secondConsole(socket),
  } as const;
  await withGuest(t, description, async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    const run = (command: string): Promise<string> => guest.console.runOk(command, { deadlineMs: SLOW_MS });
    await run('echo "root:correct horse" | chpasswd');
    // The image logs root in by itself on every console; this one asks, as a real one does.
    await run('mkdir -p /run/systemd/system/serial-getty@hvc0.service.d');
    await run(
      "printf '[Service]\\nExecStart=\\nExecStart=-/sbin/agetty --keep-baud 115200 %%I vt220\\n' >/run/systemd/system/serial-getty@hvc0.service.d/zz.conf",
    );
    await run('systemctl daemon-reload; systemctl restart serial-getty@hvc0');
    await run('systemctl start qemu-guest-agent');
    const console = openConsole(t, socket);
    const login = { user: 'root', passwordFile };
    const { probe, diagnoses } = openDesk(
      t,
      [
        makeScenario({ name: 'login', ...RARELY, failureThreshold: 1, console: login, diagnosis: 'default' }),
        makeScenario({
          name: 'own',
          ...RARELY,
          console: {
            dialogue: [
              { send: '' },
              { expect: 'login: ', send: 'root', optional: true },
              { expect: 'assword: ', sendFile: passwordFile, optional: true },
              { expect: '# ', send: 'systemctl is-system-running --wait; logout', failed: 'incorrect' },
              { expect: 'login: ' },
            ],
          },
        }),
        makeScenario({ name: 'wrong', ...RARELY, console: { user: 'root', passwordFile: '/etc/hostname' } }),
        makeScenario({ name: 'qga', periodSeconds: 3600, timeoutSeconds: 10, qga: {} }),
      ],
      { ...(console.access && { console: console.access }), qga: guest.portPath(QGA_PORT) },
    );

    await t.test('the login runs uptime and logs out, twice', async () => {
      for (const turn of [1, 2]) {
        const report = await probe('login');
        assert.equal(report.outcome, 'ok', `${turn}: ${report.detail}`);
        assert.match(report.detail, /load average/u);
      }
      assert.doesNotMatch(Buffer.from(console.captured()).toString(), /correct horse/u);
    });

    await t.test('a dialogue of the config goes through', async () => {
      assert.equal((await probe('own')).outcome, 'ok');
    });

    await t.test('a wrong password could not tell', async () => {
      assert.equal((await probe('wrong')).outcome, 'unknown');
    });

    await t.test(
      'qemu-guest-agent answers, and a stopped one fails at its deadline and is heard again',
      async () => {
        assert.equal((await probe('qga')).outcome, 'ok');
        await run('systemctl kill -s STOP qemu-guest-agent');
        assert.equal((await probe('qga')).outcome, 'failed');
        await run('systemctl kill -s CONT qemu-guest-agent');
        const again = await eventually(
          'it answers again',
          async () => ((await probe('qga')).outcome === 'ok' ? true : undefined),
          SLOW_MS,
        );
        assert.equal(again, true);
      },
    );

    await t.test('a getty that stands still fails the login, and the diagnosis is asked for', async () => {
      await run('systemctl kill -s STOP serial-getty@hvc0');
      assert.equal((await probe('login')).outcome, 'failed');
      assert.deepEqual(
        diagnoses.map(({ scenario }) => scenario),
        ['login'],
      );
    });
  });
});

/** The shell there reads no more, like one whose system is stuck. */
async function stopShellOnSecondConsole(guest: Guest): Promise<void> {
  await guest.console.runOk(
    'for d in /proc/[0-9]*; do [ "$(readlink $d/fd/0)" = /dev/hvc0 ] && kill -STOP $(basename $d); done; true',
  );
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
