import type { SystemFiles } from '../snapshot/system-files.ts';
import {
  available,
  type Capability,
  type CapabilityProbe,
  readSetting,
  unavailable,
  unknown,
} from './capability.ts';

/** A number in a file; NaN when there is none. */
function numberIn(files: SystemFiles, path: string): number {
  const setting = readSetting(files, path);
  return setting.ok ? Number.parseInt(setting.text, 10) : Number.NaN;
}

const hungTask: CapabilityProbe = (files) => {
  const name = 'hung_task_timeout_secs';
  const seconds = numberIn(files, '/proc/sys/kernel/hung_task_timeout_secs');
  if (Number.isNaN(seconds)) return unavailable(name, 'the kernel is built without DETECT_HUNG_TASK');
  if (seconds === 0) return unavailable(name, 'sysctl kernel.hung_task_timeout_secs=120 turns it on', '0');
  if (numberIn(files, '/proc/sys/kernel/hung_task_warnings') === 0) {
    const reason = 'its warnings are used up: sysctl kernel.hung_task_warnings=10 gives new ones';
    return unavailable(name, reason, `${seconds}`);
  }
  return available(name, `${seconds}`);
};

function lockup(name: string, hint: string): CapabilityProbe {
  return (files) => {
    const on = numberIn(files, `/proc/sys/kernel/${name}`);
    if (Number.isNaN(on)) return unavailable(name, 'the kernel is built without it');
    return on === 0 ? unavailable(name, hint, '0') : available(name, `${on}`);
  };
}

const rcuStall: CapabilityProbe = (files) => {
  const name = 'rcu_cpu_stall_timeout';
  const seconds = numberIn(files, '/sys/module/rcupdate/parameters/rcu_cpu_stall_timeout');
  if (Number.isNaN(seconds)) return unknown(name, 'rcupdate.rcu_cpu_stall_timeout cannot be read');
  return numberIn(files, '/sys/module/rcupdate/parameters/rcu_cpu_stall_suppress') > 0
    ? unavailable(name, 'suppressed: boot without rcupdate.rcu_cpu_stall_suppress=1', `${seconds}`)
    : available(name, `${seconds}`);
};

const workqueue: CapabilityProbe = (files) => {
  const name = 'workqueue_watchdog';
  const seconds = numberIn(files, '/sys/module/workqueue/parameters/watchdog_thresh');
  if (Number.isNaN(seconds)) return unavailable(name, 'the kernel is built without WQ_WATCHDOG');
  return seconds === 0
    ? unavailable(name, 'boot with workqueue.watchdog_thresh=30', '0')
    : available(name, `${seconds}`);
};

/** A watchdog that bites when userspace stops feeding it. */
function hardwareWatchdog(files: SystemFiles): Capability {
  const name = 'watchdog';
  const listed = files.list('/sys/class/watchdog');
  const devices = listed.ok ? listed.names.slice(0, 8) : [];
  if (devices.length === 0) {
    return unavailable(
      name,
      'no watchdog: give the VM -device i6300esb (its driver must be there), or modprobe softdog',
    );
  }
  const words = devices.map((device) => {
    const identity = readSetting(files, `/sys/class/watchdog/${device}/identity`);
    const state = readSetting(files, `/sys/class/watchdog/${device}/state`);
    return `${device}: ${identity.ok ? identity.text : '?'}, ${state.ok ? state.text : '?'}`;
  });
  return available(name, words.join('; '));
}

/** What in the guest notices by itself that something hangs. */
export const DETECTOR_PROBES: readonly CapabilityProbe[] = [
  hungTask,
  lockup('soft_watchdog', 'sysctl kernel.soft_watchdog=1 turns it on'),
  lockup(
    'nmi_watchdog',
    'sysctl kernel.nmi_watchdog=1 turns it on; it needs a performance counter in the VM (-cpu host,pmu=on)',
  ),
  rcuStall,
  workqueue,
  hardwareWatchdog,
];
