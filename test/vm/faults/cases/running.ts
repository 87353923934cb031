import { setTimeout as sleep } from 'node:timers/promises';
import type { FaultCase } from '../fault-case.ts';
import type { FaultVm } from '../fault-vm.ts';
import { BAD_SECTOR, BROKEN_SERIAL, DATA_DEVICE, RECORDER_DEVICE } from '../shape.ts';

/** A hang must be known by then, at the agent's defaults (DESIGN section 8). */
export const HANG_MS = 30_000;

/** Its name depends on how many disks there are. */
const BROKEN_DEVICE = `for s in /sys/block/*/serial; do [ "$(cat $s)" = ${BROKEN_SERIAL} ] && d=$(basename $(dirname $s)); done`;

const throttle = (vm: FaultVm, bytesPerSecond: number): Promise<unknown> =>
  vm.guest.qmp.execute('block_set_io_throttle', {
    device: DATA_DEVICE,
    ...{ bps: bytesPerSecond, bps_rd: 0, bps_wr: 0, iops: 0, iops_rd: 0, iops_wr: 0 },
  });

const application = { kind: 'dead', rung: 'application', withinMs: HANG_MS } as const;

/** Faults of the application and the agent. */
export const APPLICATION_CASES: readonly FaultCase[] = [
  {
    fault: 'application stopped (SIGSTOP)',
    provenOn: ['own'],
    inject: (vm) => vm.type('kill -STOP $(pidof httpd)'),
    expected: application,
    recover: (vm) => vm.type('kill -CONT $(pidof httpd)'),
  },
  {
    fault: 'application alive, answers nothing',
    provenOn: ['own'],
    inject: (vm) => vm.type('touch /run/mute'),
    expected: application,
    recover: (vm) => vm.type('rm /run/mute; killall sleep'),
  },
  {
    fault: "application's file system hung (device answers no request)",
    inject: async (vm) => {
      await throttle(vm, 1);
    },
    expected: application,
    recover: async (vm) => {
      await throttle(vm, 0);
    },
  },
  {
    fault: 'agent killed (SIGKILL)',
    provenOn: ['own'],
    inject: (vm) => vm.type('killall -9 cherub-agent'),
    expected: { kind: 'dead', rung: 'agent', withinMs: HANG_MS },
    recover: (vm) =>
      vm.type('exec setsid /opt/cherub-agent run --config /etc/agent.yaml </dev/null >>/tmp/agent.log'),
  },
  {
    fault: 'out of memory: the kernel kills the application',
    inject: (vm) =>
      vm.type(
        'for p in $(pidof httpd); do echo 1000 > /proc/$p/oom_score_adj; done; echo 900 > /proc/self/oom_score_adj; for i in 1 2 3; do dd if=/dev/zero of=/dev/null bs=300M count=3 & done',
      ),
    expected: application,
    recover: (vm) => vm.type('setsid httpd -p 80 -h /www'),
  },
  {
    fault: 'application in state D',
    provenOn: ['own'],
    inject: (vm) => vm.type('touch /run/stuck'),
    expected: application,
    recover: (vm) => vm.type('rm /run/stuck'),
  },
];

/** Long enough for every silence to be noticed. */
const WATCH_MS = 32_000;

/** What must never be called dead; all of it is taken back. */
export const HARMLESS_CASES: readonly FaultCase[] = [
  {
    fault: 'paused over QMP',
    provenOn: ['eve'],
    inject: async (vm) => {
      await vm.guest.qmp.execute('stop');
    },
    expected: { kind: 'harmless', watchMs: WATCH_MS, state: 'suppressed' },
    recover: async (vm) => {
      await vm.guest.qmp.execute('cont');
    },
  },
  {
    fault: 'migrated to a file and back',
    provenOn: ['eve'],
    inject: async (vm) => {
      await vm.guest.qmp.execute('migrate', { uri: `exec:cat >${vm.folder}/migration` });
      await vm.guest.qmp.waitForEvent('STOP', { deadlineMs: 120_000, from: vm.guest.qmp.events.length });
    },
    expected: { kind: 'harmless', watchMs: WATCH_MS, state: 'suppressed' },
    recover: async (vm) => {
      await vm.guest.qmp.execute('cont');
    },
  },
  {
    fault: 'console peer that does not read',
    inject: async (vm) => {
      vm.guest.console.setReading(false);
      await vm.type('yes cherub-does-not-read-this | head -c 4000000 > /dev/console');
    },
    expected: { kind: 'harmless', watchMs: WATCH_MS, state: 'healthy' },
    recover: async (vm) => {
      vm.guest.console.setReading(true);
      await sleep(1000);
    },
  },
  {
    fault: 'disk I/O error, told to the guest (blkdebug)',
    inject: (vm) => vm.type(`${BROKEN_DEVICE}; dd if=/dev/$d of=/dev/null bs=512 skip=${BAD_SECTOR} count=1`),
    expected: { kind: 'harmless', watchMs: 15_000, state: 'healthy' },
    recover: async () => {},
  },
  {
    fault: 'guest reboots in order',
    inject: (vm) => vm.type('reboot'),
    expected: { kind: 'harmless', watchMs: WATCH_MS, state: 'healthy' },
    recover: async () => {},
  },
  {
    fault: 'reset by QMP',
    inject: (vm) => vm.guest.reset(),
    expected: { kind: 'harmless', watchMs: WATCH_MS, state: 'healthy' },
    recover: async () => {},
  },
  {
    fault: 'recorder disk pulled out',
    inject: async (vm) => {
      await vm.guest.qmp.execute('device_del', { id: RECORDER_DEVICE });
      await vm.guest.qmp.waitForEvent('DEVICE_DELETED', {
        deadlineMs: 60_000,
        where: ({ data }) => data['device'] === RECORDER_DEVICE,
      });
    },
    expected: { kind: 'harmless', watchMs: WATCH_MS, state: 'healthy' },
    recover: async () => {},
  },
  {
    fault: 'guest shuts down in order',
    inject: (vm) => vm.type('poweroff'),
    expected: { kind: 'harmless', watchMs: WATCH_MS, state: 'suppressed' },
  },
];

/** The machine under the guest; the first two are taken back. */
export const MACHINE_CASES: readonly FaultCase[] = [
  {
    fault: 'QEMU stopped (SIGSTOP)',
    inject: async (vm) => {
      process.kill(vm.guest.pid, 'SIGSTOP');
    },
    expected: { kind: 'dead', rung: 'process', withinMs: HANG_MS },
    recover: async (vm) => {
      process.kill(vm.guest.pid, 'SIGCONT');
    },
  },
  {
    fault: 'disk I/O error, QEMU stops the machine',
    inject: (vm) => vm.type(`${BROKEN_DEVICE}; dd if=/dev/zero of=/dev/$d bs=4096 count=1 oflag=direct`),
    expected: { kind: 'dead', rung: 'vcpu', withinMs: HANG_MS },
  },
];
