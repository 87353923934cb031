import { available, type CapabilityProbe, readSetting, unavailable, unknown } from './capability.ts';

/** Sysctls that turn a kernel's complaint into a panic, which the host sees at once and can dump. */
const SWITCHES = [
  'panic_on_oops',
  'panic_on_warn',
  'panic_on_rcu_stall',
  'hung_task_panic',
  'softlockup_panic',
  'hardlockup_panic',
  'unknown_nmi_panic',
] as const;

/** How long a panicked kernel stays before it reboots: the time for taking evidence. */
const panicReboot: CapabilityProbe = (files) => {
  const setting = readSetting(files, '/proc/sys/kernel/panic');
  if (!setting.ok) return unknown('panic', `kernel.panic cannot be read: ${setting.code}`);
  const seconds = Number.parseInt(setting.text, 10);
  if (Number.isNaN(seconds)) return unknown('panic', 'kernel.panic is not a number');
  if (seconds === 0) return available('panic', '0');
  return seconds < 0
    ? unavailable('panic', 'a panic reboots at once: sysctl kernel.panic=30 leaves time', `${seconds}`)
    : available('panic', `${seconds}`);
};

function switchProbe(name: string): CapabilityProbe {
  return (files) => {
    const setting = readSetting(files, `/proc/sys/kernel/${name}`);
    if (!setting.ok) {
      return setting.code === 'ENOENT'
        ? unavailable(name, `this kernel has no kernel.${name}`)
        : unknown(name, `kernel.${name} cannot be read: ${setting.code}`);
    }
    return setting.text === '0'
      ? unavailable(name, `sysctl kernel.${name}=1 turns it on`, '0')
      : available(name, setting.text);
  };
}

export const PANIC_PROBES: readonly CapabilityProbe[] = [panicReboot, ...SWITCHES.map(switchProbe)];
