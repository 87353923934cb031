import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { wait } from '#companion/delivery/wait.ts';
import type { ConsoleAccess } from '#companion/sources/console/console-access.ts';
import { createConsoleSource } from '#companion/sources/console/source.ts';
import { QmpShort } from '#companion/sources/qmp/qmp-once.ts';
import type { QmpPort } from '#companion/sources/qmp/qmp-port.ts';
import { askSysrq, type SysrqAnswer, type SysrqWays } from '#companion/sysrq/ask-sysrq.ts';
import { SYSRQ_KEYS, type SysrqKey } from '#companion/sysrq/sysrq-key.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { createSourceContext } from '#test/support/fake-source-context.ts';
import type { ConsoleKind, Suite } from './guest/description.ts';
import { makeBlankDisk } from './guest/disks.ts';
import type { Guest } from './guest/guest.ts';
import { withGuest } from './guest/with-guest.ts';

const BOOT_MS = 120_000;
const ASK_MS = 180_000;

/** A BREAK would make a key of a letter that is still on its way. */
const SETTLE_MS = 2000;

const TELL_MS = 10_000;
const TELL_TRIES = 6;

interface Wired {
  readonly guest: Guest;
  readonly console: ConsoleAccess;
  readonly qmp: QmpPort;
}

/** A guest in which one task waits for a disk and one keeps a processor busy, and a companion's console on it. */
async function withWired(
  t: TestContext,
  o: { readonly suite?: Suite; readonly console: ConsoleKind; readonly kernelArguments: string },
  use: (wired: Wired) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sysrq-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'disk.raw');
  await makeBlankDisk(file, 8 * 1024 * 1024);
  const socket = join(folder, 'qmp');
  const description = {
    root: { kind: 'initramfs' as const, suite: o.suite ?? 'bookworm' },
    console: o.console,
    kernelArguments: o.kernelArguments,
    disks: [{ file, serial: 'slow' }],
    files: [{ path: '/etc/rc.test', content: TROUBLE }],
    memoryMiB: 384,
    qemuArguments: [
      ...['-chardev', `socket,id=qmp2,path=${socket},server=on,wait=off`],
      ...['-mon', 'chardev=qmp2,mode=control'],
    ],
  };
  await withGuest(t, description, async (guest) => {
    await guest.console.waitFor(/Enter 'help'/u, { deadlineMs: BOOT_MS });
    // Not earlier: the driver reads the disk when it finds it.
    await guest.qmp.execute('block_set_io_throttle', {
      id: '/machine/peripheral/disk-slow/virtio-backend',
      ...{ bps: 1, bps_rd: 0, bps_wr: 0, iops: 0, iops_rd: 0, iops_wr: 0 },
    });
    const source = createConsoleSource(
      {
        input: { kind: 'socket', path: guest.consolePath },
        isMux: o.console === 'eve-mux',
        forward: 'none',
        captureBytes: 4096,
        bytesPerSecondMax: 1e9,
      },
      createSourceContext(),
    );
    const stop = new AbortController();
    const running = source.run(stop.signal);
    try {
      assert.ok(source.access !== undefined);
      await use({ guest, console: source.access, qmp: new QmpShort(socket) });
    } finally {
      stop.abort();
      await running;
    }
  });
}

/** One task waits for the disk, one keeps a processor busy, and the ftrace buffer has something in it. */
const TROUBLE = `
(while :; do dd if=/dev/zero of=/dev/vda bs=64k count=64 conv=fsync; done) >/dev/null 2>&1 &
(dd if=/dev/zero of=/dev/null bs=16M) >/dev/null 2>&1 &
echo 1 >/proc/sys/kernel/sysrq
mkdir -p /t; mount -t tracefs t /t; echo 8 >/t/buffer_size_kb; echo 1 >/t/events/sched/sched_switch/enable
sleep 2; echo 0 >/t/tracing_on
`;

/** What the agent would have told. */
async function inventoryOf(guest: Guest): Promise<cherub.Inventory.$Properties> {
  const capability = (name: string, value: string): cherub.Capability.$Properties => ({
    name,
    value,
    available: cherub.Outcome.OUTCOME_OK,
  });
  const consoles = await tell(guest, 'awk \'/E/{printf $1","}\' /proc/consoles');
  return {
    consoles: consoles
      .split(',')
      .filter((name) => name !== '')
      .map((name) => ({ name, enabled: true })),
    sysrq: capability('sysrq', await tell(guest, 'cat /proc/sys/kernel/sysrq')),
    capabilities: [capability('printk_level', await logLevel(guest))],
  };
}

const logLevel = (guest: Guest): Promise<string> => tell(guest, 'cut -f1 /proc/sys/kernel/printk');

/**
 * Types a short line into the shell and reads its answer: with a person's means, because hvc0 of a busy guest loses bytes of
 * the framework's long ones. What is lost on the way is typed again.
 */
async function tell(guest: Guest, command: string): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    const from = guest.console.mark();
    await guest.console.send(`\necho "<$(${command})>"\n`);
    try {
      return (await guest.console.waitFor(/^<([\w,]+)>$/mu, { deadlineMs: TELL_MS, from }))[1] ?? '';
    } catch (error) {
      if (tries === TELL_TRIES) throw error;
    }
  }
}

async function ask(ways: SysrqWays, keys: readonly SysrqKey[] = SYSRQ_KEYS): Promise<SysrqAnswer[]> {
  await sleep(SETTLE_MS);
  return askSysrq(ways, keys, {
    deadlineMs: ASK_MS,
    bytesMax: 4 * 1024 * 1024,
    signal: new AbortController().signal,
    clock: { monotonicMs: () => performance.now(), wait },
  });
}

/**
 * All seven, whole, understood, by this way.
 * @param isFirst nobody has dumped the ftrace buffer before
 */
function checkAll(
  answers: readonly SysrqAnswer[],
  { route, isFirst }: { route: string; isFirst: boolean },
): void {
  for (const answer of answers) {
    const said = JSON.stringify({
      ...answer,
      text: answer.text.slice(0, 500),
      parsed: answer.parsed?.problems,
    });
    assert.deepEqual([answer.route, answer.isComplete, answer.notes], [route, true, []], said);
    assert.equal(answer.parsed?.isPartial, false, said);
  }
  const shown = Object.fromEntries(answers.map(({ key, parsed }) => [key, parsed?.shown]));
  const { t, w, l, m, q, z, p } = shown;
  assert.ok(t?.kind === 'tasks' && t.tasks.length > 40 && t.tasks.every(({ frames }) => frames.length > 0));
  assert.ok(t.tasks.some(({ pid, comm }) => pid === 1 && comm === 'init'));
  assert.ok(w?.kind === 'tasks' && w.tasks.some(({ comm, state }) => comm === 'dd' && state === 'D'));
  assert.ok(w.tasks.every(({ frames }) => frames.some((frame) => frame.function === '__schedule')));
  assert.ok(
    l?.kind === 'cpus' &&
      l.cpus
        .map(({ cpu }) => cpu)
        .toSorted((a, b) => a - b)
        .join() === '0,1',
    JSON.stringify(l),
  );
  assert.ok(m?.kind === 'memory' && m.zones.length === 2 && (m.totals['ramPages'] ?? 0) > 90_000);
  assert.ok(q?.kind === 'timers' && q.cpus.length === 2 && q.devices.length === 3);
  // The kernel throws away what it has dumped: the second time the buffer is empty, and says so.
  assert.ok(z?.kind === 'ftrace' && (z.isEmpty ? z.events.length === 0 : z.events.length > 10));
  assert.equal(z.isEmpty, !isFirst);
  assert.ok(p?.kind === 'registers' && p.contexts.length > 0);
}

for (const suite of ['bookworm', 'trixie'] as const) {
  test(`${suite}, ttyS0: all seven by BREAK and by the keyboard, and the log level is as it was`, {
    timeout: 580_000,
  }, async (t) => {
    const o = { suite, console: 'serial' as const, kernelArguments: 'quiet' };
    await withWired(t, o, async ({ guest, console, qmp }) => {
      const before = await logLevel(guest);
      assert.equal(before, '4');
      const inventory = await inventoryOf(guest);
      checkAll(await ask({ console, qmp, serialChardev: 'charserial0', inventory }), {
        route: 'serial-break',
        isFirst: true,
      });
      assert.equal(await logLevel(guest), before);

      // Nothing known: the keyboard comes first, and the level that is put back is the kernel's default.
      checkAll(await ask({ console, qmp }), { route: 'send-key', isFirst: false });
      assert.equal(await logLevel(guest), '7');

      assert.equal(await tell(guest, 'echo 438 | tee /proc/sys/kernel/sysrq'), '438');
      const [denied] = await ask({ console, qmp }, ['m']);
      assert.match(denied?.missing ?? '', /forbids it/u);
      assert.deepEqual(denied?.text, '');
    });
  });
}

test('a mux as EVE has it: all seven by BREAK with the focus away, by Ctrl-O and by the keyboard, and the shell goes on', {
  timeout: 580_000,
}, async (t) => {
  await withWired(t, { console: 'eve-mux', kernelArguments: '' }, async ({ guest, console, qmp }) => {
    const inventory = await inventoryOf(guest);
    assert.deepEqual(inventory.consoles?.map(({ name }) => name).toSorted(), ['hvc0', 'ttyS0']);
    const before = await logLevel(guest);
    checkAll(await ask({ console, inventory }), { route: 'serial-break', isFirst: true });
    assert.equal(await tell(guest, 'echo alive'), 'alive');

    const onlyHvc = { ...inventory, consoles: [{ name: 'hvc0', enabled: true }] };
    checkAll(await ask({ console, inventory: onlyHvc }), {
      route: 'hvc-ctrl-o',

      isFirst: false,
    });
    assert.equal(await tell(guest, 'echo alive'), 'alive');

    checkAll(await ask({ console, qmp }), { route: 'send-key', isFirst: false });
    assert.equal(await logLevel(guest), before);
  });
});
