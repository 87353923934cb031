import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { inspect } from 'node:util';
import type { VcpuRegisters } from '#companion/sources/gdb/registers.ts';
import { createGdbSource, type GdbSight, type GdbSource } from '#companion/sources/gdb/source.ts';
import {
  dumpGuestMemory,
  humanMonitor,
  saveMemory,
  screendump,
  sendKeys,
} from '#companion/sources/qmp/actions.ts';
import { sampleCpus } from '#companion/sources/qmp/cpu-registers.ts';
import type { QmpObservation } from '#companion/sources/qmp/observation.ts';
import { QmpHeld } from '#companion/sources/qmp/qmp-held.ts';
import { QmpShort, qmpOnce } from '#companion/sources/qmp/qmp-once.ts';
import { queryCpus } from '#companion/sources/qmp/queries.ts';
import { createQmpSource, type QmpSource } from '#companion/sources/qmp/source.ts';
import type { GuestDescription } from '#test/vm/guest/description.ts';
import type { Guest } from '#test/vm/guest/guest.ts';
import { withGuest } from '#test/vm/guest/with-guest.ts';

const LOOKER = fileURLToPath(new URL('../support/look-for-ever.ts', import.meta.url));
const BOOT_MS = 120_000;
const EVENT_MS = 30_000;
const KILLS = 25;

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qmp-gdb-'));
});
after(() => rm(folder, { recursive: true, force: true }));

/** A second monitor: the first one belongs to the framework. */
function describe(
  name: string,
  more: readonly string[] = [],
): { description: GuestDescription; socket: string } {
  const socket = join(folder, `${name}.qmp`);
  const monitor = [
    '-chardev',
    `socket,id=qmp2,path=${socket},server=on,wait=off`,
    '-mon',
    'chardev=qmp2,mode=control',
  ];
  return { socket, description: { name, root: { kind: 'initramfs' }, qemuArguments: [...monitor, ...more] } };
}

const monotonicUs = (): number => Math.round(performance.now() * 1000);

interface Watched {
  readonly source: QmpSource;
  readonly saw: (what: (observation: QmpObservation) => boolean) => Promise<QmpObservation>;
}

/** Watches with a held connection as long as `use` works. */
async function watching(socket: string, use: (watched: Watched) => Promise<void>): Promise<void> {
  const seen: QmpObservation[] = [];
  const checks = new Set<() => void>();
  const source = createQmpSource(
    { socket, manner: 'held', pollMs: 500 },
    {
      monotonicUs,
      random: () => 0,
      observe: (observation) => {
        seen.push(observation);
        for (const check of checks) check();
      },
    },
  );
  const saw: Watched['saw'] = (what) => {
    const from = seen.length;
    return new Promise((resolve, reject) => {
      const late = (): void => reject(new Error(`not seen; last: ${JSON.stringify(seen.slice(-5))}`));
      const timer = setTimeout(late, EVENT_MS);
      checks.add(() => {
        const found = seen.slice(from).find(what);
        if (found === undefined) return;
        clearTimeout(timer);
        resolve(found);
      });
    });
  };
  const stop = new AbortController();
  const running = source.run(stop.signal);
  try {
    await use({ source, saw });
  } finally {
    stop.abort();
    await running;
  }
}

const isState = (state: string) => (observation: QmpObservation) =>
  observation.kind === 'status' && observation.state === state;
const isHappening = (what: string) => (observation: QmpObservation) =>
  observation.kind === 'happening' && observation.what === what;

async function runState(guest: Guest): Promise<string> {
  return String(((await guest.qmp.execute('query-status')) as { status: string }).status);
}

test('registers, stacks and memory of a running guest are read, and it runs on', {
  timeout: 300_000,
}, async (t) => {
  const { description, socket } = describe('look');
  await withGuest(t, description, async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    const qmp = new QmpShort(socket);
    const gdb = gdbOf(socket);

    await t.test('stacks of a guest whose vCPUs are in the kernel', async () => {
      const sight = await lookUntilStill(gdb);
      assert.equal(sight.registers.length, 2);
      assert.equal(sight.isRunning, true);
      for (const vcpu of sight.registers) {
        const stack = stackOf(sight, vcpu);
        if (typeof stack !== 'string') assert.equal(stack.length, 16_384);
      }
      assert.equal(await runState(guest), 'running');
      await guest.console.runOk('true');
    });

    await t.test('physical memory as pmemsave gives it', async () => {
      const file = join(folder, 'memory');
      assert.equal((await saveMemory(qmp, { address: 0x10_0000, bytes: 65_536, file })).ok, true);
      const sight = await gdb.look({ memory: [{ address: 0x10_0000n, bytes: 65_536, space: 'physical' }] });
      assert.ok(sight.ok);
      assert.deepEqual(Buffer.from(sight.memory[0]?.bytes ?? []), await readFile(file));
    });

    await t.test('the monitor tells the registers without stopping anybody', async () => {
      const events = guest.qmp.events.length;
      const sampled = await sampleCpus(qmp);
      assert.equal(sampled.ok && sampled.value.length, 2);
      assert.deepEqual(guest.qmp.events.slice(events), []);
      const cpus = await queryCpus(qmp);
      assert.equal(cpus.ok && cpus.value.every(({ target }) => target === 'x86_64'), true);
    });

    await t.test('a paused guest is looked at and stays paused', async () => {
      await guest.qmp.execute('stop');
      const sight = await gdb.look();
      assert.deepEqual(sight.ok && [sight.isRunning, sight.registers.length], [false, 2]);
      assert.equal(await runState(guest), 'paused');
      await guest.qmp.execute('cont');
    });

    await t.test("a person's debugger is not disturbed", async () => {
      await humanMonitor(qmp, `gdbserver unix:${join(folder, 'foreign')},server=on,wait=off`);
      const sight = await gdb.look();
      assert.equal(!sight.ok && sight.problem, 'busy');
      await humanMonitor(qmp, 'gdbserver none');
      assert.equal((await gdb.look()).ok, true);
    });

    await t.test('nothing is left beside the socket', async () => {
      assert.deepEqual(
        (await readdir(folder)).filter((name) => name.startsWith('.cherub')),
        [],
      );
    });
  });
});

test('a companion that is killed while it looks leaves a guest that runs', {
  timeout: 600_000,
}, async (t) => {
  const { description, socket } = describe('kill');
  await withGuest(t, description, async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    const from = guest.qmp.events.length;
    for (let kill = 0; kill < KILLS; kill += 1) {
      await killALooker(guest, socket, kill);
      // What QEMU has in its hands it does within milliseconds; the guest itself is the witness.
      await guest.console.runOk('true', { deadlineMs: EVENT_MS });
      assert.equal(await runState(guest), 'running', `after kill ${kill}`);
    }
    const stops = guest.qmp.events.slice(from).filter(({ event }) => event === 'STOP').length;
    assert.ok(stops >= KILLS, `only ${stops} stops`);
    const sight = await gdbOf(socket).look();
    assert.ok(sight.ok, `what the killed ones left is in the way: ${inspect(sight)}`);
  });
});

/** Each time at another place: between STOP and RESUME, in the middle of a command, between two. */
async function killALooker(guest: Guest, socket: string, kill: number): Promise<void> {
  const looker = spawn(process.execPath, [LOOKER, socket], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(looker, 'exit');
  const [line] = (await once(createInterface({ input: looker.stdout }), 'line')) as [string];
  assert.equal(line, 'looked');
  if (kill % 2 === 0) {
    await guest.qmp.waitForEvent('STOP', { deadlineMs: EVENT_MS, from: guest.qmp.events.length });
  } else await sleep(kill);
  looker.kill('SIGKILL');
  await ended;
}

function gdbOf(socket: string): GdbSource {
  return createGdbSource({}, { qmp: new QmpShort(socket), qmpSocket: socket, wallMs: () => Date.now() });
}

/** Soon after the boot a guest may change its stacks faster than they can be looked at. */
async function lookUntilStill(gdb: GdbSource): Promise<GdbSight> {
  for (let tries = 0; tries < 50; tries += 1) {
    const sight = await gdb.lookAtStacks();
    assert.ok(sight.ok, inspect(sight));
    if (sight.registers.every((vcpu) => stackOf(sight, vcpu) !== 'missing')) return sight;
  }
  throw new Error('the guest never stood still');
}

function stackOf(sight: GdbSight, vcpu: VcpuRegisters): Uint8Array | 'missing' | 'user' {
  if (vcpu.stackPointer >> 63n === 0n || vcpu.instructionPointer >> 63n === 0n) return 'user';
  const frame = vcpu.stackPointer & ~0x3fffn;
  const found = sight.memory.find(
    ({ read }) => typeof read.space === 'object' && read.space.vcpu === vcpu.index && read.address === frame,
  );
  return found?.bytes ?? 'missing';
}

test('a held connection follows what happens to the VM', { timeout: 300_000 }, async (t) => {
  const { description, socket } = describe('events', ['-device', 'pvpanic-pci', '-action', 'panic=none']);
  await withGuest(t, { ...description, modules: ['pvpanic-pci'] }, async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    await watching(socket, async ({ source, saw }) => {
      await saw(isState('running'));
      const state = (id: string): string | undefined =>
        source.signals(monotonicUs()).find((signal) => signal.id === id)?.state;

      await t.test('paused by somebody is a fact that explains silence', async () => {
        const paused = saw(isState('paused'));
        await guest.qmp.execute('stop');
        await paused;
        assert.equal(source.suppression(monotonicUs())?.by, 'paused');
        const running = saw(isState('running'));
        await guest.qmp.execute('cont');
        await running;
        assert.equal(source.suppression(monotonicUs()), undefined);
      });

      await t.test('a reset is seen', async () => {
        const reset = saw(isHappening('reset'));
        const from = guest.console.mark();
        await guest.reset();
        await reset;
        // What is typed while the guest boots may come through in part, and leave a quote open in the new shell.
        await guest.console.waitFor(/Enter 'help'/, { from, deadlineMs: BOOT_MS });
        await guest.console.waitForShell({ deadlineMs: BOOT_MS });
      });

      await t.test('QEMU stopped by a signal does not answer, and answers again', async () => {
        const unanswered = saw(({ kind }) => kind === 'unanswered');
        process.kill(guest.pid, 'SIGSTOP');
        await unanswered;
        assert.equal(state('qmp.answer'), 'dead');
        const back = saw(isState('running'));
        process.kill(guest.pid, 'SIGCONT');
        await back;
        assert.equal(state('qmp.answer'), 'alive');
      });

      await t.test('a panic is seen', async () => {
        const panicked = saw(isHappening('panicked'));
        await guest.console.send('\necho c >/proc/sysrq-trigger\n');
        await panicked;
        assert.equal(state('qmp.panic'), 'dead');
      });

      await t.test('a QEMU that was killed is gone', async () => {
        const missing = saw(({ kind }) => kind === 'missing');
        await guest.kill();
        await missing;
        assert.equal(state('qmp.answer'), 'dead');
      });
    });
  });
});

test('the small commands do what they say', { timeout: 300_000 }, async (t) => {
  const { description, socket } = describe('commands', ['-device', 'VGA']);
  await withGuest(t, description, async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    const held = new QmpHeld(socket);
    const stop = new AbortController();
    let serving: Promise<string> = Promise.resolve('');
    await new Promise<void>((resolve) => {
      serving = held.serve(stop.signal, { onOpen: () => resolve(), onEvent: () => undefined });
    });

    const picture = join(folder, 'screen.png');
    assert.deepEqual(await screendump(held, { file: picture, format: 'png' }), { ok: true, value: {} });
    assert.equal((await readFile(picture)).subarray(1, 4).toString(), 'PNG');

    const dump = join(folder, 'dump');
    assert.deepEqual(await dumpGuestMemory(held, { file: dump, deadlineMs: 60_000 }), {
      ok: true,
      value: {},
    });
    assert.equal((await readFile(dump)).subarray(0, 8).toString(), 'makedump');

    const from = guest.console.mark();
    assert.equal((await sendKeys(held, ['alt', 'sysrq', 'h'])).ok, true);
    await guest.console.waitFor(/sysrq: HELP/, { from, deadlineMs: EVENT_MS });

    // The held connection has the socket: a second client gets no greeting and ends by itself.
    const second = await qmpOnce(socket, 'query-status', undefined, { deadlineMs: 200 });
    assert.equal(!second.ok && second.isGreeted, false);
    stop.abort();
    await serving;
    assert.equal((await qmpOnce(socket, 'query-status')).ok, true);
  });
});
