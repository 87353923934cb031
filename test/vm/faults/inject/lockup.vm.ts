import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GuestDescription, GuestFile } from '#test/vm/guest/description.ts';
import type { Guest } from '#test/vm/guest/guest.ts';
import { withGuest } from '#test/vm/guest/with-guest.ts';
import { LOAD_LOCKUP, lockupModule } from './lockup-module.ts';

const BOOT_MS = 90_000;
/** Of RFLAGS: interrupts are taken. */
const INTERRUPTS = 0x200;

let module: GuestFile;
before(async () => {
  module = await lockupModule();
});

const described = (name: string): GuestDescription => ({
  name,
  root: { kind: 'initramfs' },
  files: [module],
});

/** Which vCPUs take interrupts, as QEMU sees their registers. */
async function takesInterrupts(guest: Guest): Promise<boolean[]> {
  const text = await guest.qmp.human('info registers -a');
  return [...text.matchAll(/RFL=([0-9a-f]+)/g)].map(
    ([, flags]) => (parseInt(flags ?? '', 16) & INTERRUPTS) > 0,
  );
}

async function staysDeaf(guest: Guest, vcpu: number): Promise<void> {
  for (let look = 0; look < 5; look += 1) {
    await sleep(200);
    assert.equal((await takesInterrupts(guest))[vcpu], false);
  }
}

test('a task in state D, a soft lockup and a hard one are what they are called', {
  timeout: 300_000,
}, async (t) => {
  await withGuest(t, described('lockup'), async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    await guest.console.runOk(`${LOAD_LOCKUP} && echo 2 > /proc/sys/kernel/watchdog_thresh`);
    const task = (
      await guest.console.runOk('sh -c "echo sleep > /proc/lockup" >/dev/null & sleep 1; echo $!')
    ).trim();
    assert.match(await guest.console.runOk(`cat /proc/${task}/stat`), /^\d+ \(\w+\) D /);

    await guest.console.runOk('echo soft 1 > /proc/lockup');
    await guest.console.waitFor(/soft lockup - CPU#1 stuck/, { deadlineMs: BOOT_MS });
    await guest.console.waitFor(/lockup_soft/, { deadlineMs: BOOT_MS });
  });
  await withGuest(t, described('lockup-hard'), async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    await guest.console.runOk(LOAD_LOCKUP);
    // Not waited for: the shell itself may be on that CPU.
    await guest.console.send('echo hard 1 > /proc/lockup\n');
    await sleep(2000);
    await staysDeaf(guest, 1);
  });
});

test('every CPU can be made deaf', { timeout: 300_000 }, async (t) => {
  await withGuest(t, described('lockup-all'), async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    await guest.console.runOk(LOAD_LOCKUP);
    await guest.console.send('echo hard-all > /proc/lockup\n');
    await sleep(2000);
    await Promise.all([staysDeaf(guest, 0), staysDeaf(guest, 1)]);
  });
});
