/**
 * The stable names in `Inventory.capabilities`, in the order in which they are shown. What each one means:
 * docs/specs/messages.md. A name is never given another meaning; a later version may add some.
 */
export const CAPABILITY_NAMES = [
  'sysrq',
  'panic',
  'panic_on_oops',
  'panic_on_warn',
  'hung_task_timeout_secs',
  'hung_task_panic',
  'softlockup_panic',
  'hardlockup_panic',
  'nmi_watchdog',
  'unknown_nmi_panic',
  'pvpanic',
  'vmcoreinfo',
  'erst',
  'pstore',
  'btf',
  'kallsyms',
  'kdump',
  'watchdog',
  'ftrace',
  'psi',
  'printk_level',
  'virtio_console_port',
] as const;
