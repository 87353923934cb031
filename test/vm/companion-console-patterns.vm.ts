import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ConsoleEvent, ConsoleEventKind } from '#companion/ladder/console-patterns/console-event.ts';
import { ConsolePatterns } from '#companion/ladder/console-patterns/console-patterns.ts';
import { makeBlankDisk } from './guest/disks.ts';
import type { Guest } from './guest/guest.ts';
import { withGuest } from './guest/with-guest.ts';

const BOOT_MS = 120_000;
const TROUBLE_MS = 120_000;

/** Longer than the soft lockup detector waits, at `watchdog_thresh` 2 (twice that). */
const STOPPED_MS = 9000;

async function readEvents(guest: Guest): Promise<ConsoleEvent[]> {
  const patterns = new ConsolePatterns();
  return [...patterns.push(await readFile(guest.consoleLogPath)), ...patterns.flush()];
}

function find<Kind extends ConsoleEventKind>(
  events: readonly ConsoleEvent[],
  kind: Kind,
): Extract<ConsoleEvent, { kind: Kind }> {
  const found = events.find((event): event is Extract<ConsoleEvent, { kind: Kind }> => event.kind === kind);
  assert.ok(found, `no ${kind} among ${JSON.stringify(events.map((event) => event.text))}`);
  return found;
}

test('what a real kernel prints when it is in trouble is read with its facts', {
  timeout: 600_000,
}, async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'patterns-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const file = join(folder, 'disk.raw');
  await makeBlankDisk(file, 8 * 1024 * 1024);
  const disks = [{ file, serial: 'slow' }];
  await withGuest(t, { root: { kind: 'initramfs' }, disks, memoryMiB: 256 }, async (guest) => {
    const { console } = guest;
    await console.waitForShell({ deadlineMs: BOOT_MS });

    const throttle = {
      id: '/machine/peripheral/disk-slow/virtio-backend',
      bps: 1,
      bps_rd: 0,
      bps_wr: 0,
      iops: 0,
      iops_rd: 0,
      iops_wr: 0,
    };
    await guest.qmp.execute('block_set_io_throttle', throttle);
    await console.runOk('echo 5 > /proc/sys/kernel/hung_task_timeout_secs');
    // The first request may pass; the next pays for it.
    const write = 'dd if=/dev/zero of=/dev/vda bs=64k count=64 conv=fsync';
    await console.runOk(`(for i in 1 2 3 4 5 6; do ${write}; done) > /dev/null 2>&1 &`);
    await console.waitFor(/blocked for more than 5 seconds/u, { deadlineMs: TROUBLE_MS });
    await guest.qmp.execute('block_set_io_throttle', { ...throttle, bps: 0 });

    await console.run('tail /dev/zero', { deadlineMs: TROUBLE_MS });
    await console.waitFor(/Out of memory: Killed process/u, { deadlineMs: TROUBLE_MS });

    await console.runOk('echo 2 > /proc/sys/kernel/watchdog_thresh');
    process.kill(guest.pid, 'SIGSTOP');
    await sleep(STOPPED_MS);
    process.kill(guest.pid, 'SIGCONT');
    await console.waitFor(/soft lockup/u, { deadlineMs: TROUBLE_MS });

    await console.send('reboot -f\n');
    await console.waitFor(/reboot: Restarting system/u, { deadlineMs: BOOT_MS });
    await console.waitForShell({ deadlineMs: BOOT_MS });
    await console.send('echo c > /proc/sysrq-trigger\n');
    await console.waitFor(/end Kernel panic/u, { deadlineMs: BOOT_MS });

    const events = await readEvents(guest);
    const killed = events.filter((event) => event.kind === 'oom-kill').filter(({ comm }) => comm === 'tail');
    assert.ok(killed.length >= 2 && killed.every(({ pid }) => pid !== undefined && pid > 1));
    const hung = find(events, 'hung-task');
    assert.deepEqual([hung.comm, hung.seconds], ['dd', 5]);
    assert.ok(find(events, 'soft-lockup').seconds >= 4);
    assert.equal(find(events, 'going-down').how, 'reboot');
    assert.equal(events.filter((event) => event.kind === 'coming-up' && event.stage === 'kernel').length, 2);
    const panic = find(events, 'panic');
    assert.deepEqual([panic.reason, panic.isEnd], ['sysrq triggered crash', false]);
    assert.match(find(events, 'kernel-offset').offset, /^0x[0-9a-f]+$/u);

    const traces = events.filter((event) => event.kind === 'trace');
    const traceOf = (kind: ConsoleEventKind): string =>
      traces.find(({ of }) => of === kind)?.frames.join(' ') ?? '';
    assert.match(traceOf('hung-task'), /__schedule\+0x/u);
    assert.match(traceOf('panic'), /sysrq_handle_crash/u);
    assert.ok(events.every((event) => event.kind === 'trace' || event.kernelSeconds !== undefined));
  });
});
