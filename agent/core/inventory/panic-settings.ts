import { available, type CapabilityProbe, readSetting, unavailable, unknown } from './capability.ts';

/** Sysctls that turn a kernel's complaint into a panic, which the host sees at once and can dump. */
const SWITCHES: readonly (readonly [name: string, sysctl: string])[] = [
  ['panic-on-oops', 'panic_on_oops'],
  ['panic-on-warn', 'panic_on_warn'],
  ['panic-on-hung-task', 'hung_task_panic'],
  ['panic-on-soft-lockup', 'softlockup_panic'],
  ['panic-on-hard-lockup', 'hardlockup_panic'],
  ['panic-on-rcu-stall', 'panic_on_rcu_stall'],
  ['panic-on-unknown-nmi', 'unknown_nmi_panic'],
];

/** How long a panicked kernel stays before it reboots: the time for taking evidence. */
const panicTimeout: CapabilityProbe = (files) => {
  const setting = readSetting(files, '/proc/sys/kernel/panic');
  if (!setting.ok) return unknown('panic-timeout', `kernel.panic cannot be read: ${setting.code}`);
  const seconds = Number.parseInt(setting.text, 10);
  if (Number.isNaN(seconds)) return unknown('panic-timeout', 'kernel.panic is not a number');
  if (seconds === 0) return available('panic-timeout', '0 (stays panicked)');
  return seconds < 0
    ? unavailable(
        'panic-timeout',
        'a panic reboots at once: sysctl kernel.panic=30 leaves time',
        `${seconds}`,
      )
    : available('panic-timeout', `${seconds} s`);
};

function switchProbe(name: string, sysctl: string): CapabilityProbe {
  return (files) => {
    const setting = readSetting(files, `/proc/sys/kernel/${sysctl}`);
    if (!setting.ok) {
      return setting.code === 'ENOENT'
        ? unavailable(name, `this kernel has no kernel.${sysctl}`)
        : unknown(name, `kernel.${sysctl} cannot be read: ${setting.code}`);
    }
    return setting.text === '0'
      ? unavailable(name, `sysctl kernel.${sysctl}=1 turns it on`, '0')
      : available(name, setting.text);
  };
}

export const PANIC_PROBES: readonly CapabilityProbe[] = [
  panicTimeout,
  ...SWITCHES.map(([name, sysctl]) => switchProbe(name, sysctl)),
];
