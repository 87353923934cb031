import type { ConsoleEventKind, ConsoleFacts } from './console-event.ts';

/** One way in which a line tells of something. */
export interface Pattern<Kind extends ConsoleEventKind> {
  readonly kind: Kind;
  /** Anchored at the start, and without anything that could go back far: lines come from an attacker. */
  readonly line: RegExp;
  readonly facts: (match: RegExpExecArray) => ConsoleFacts[Kind];
}

type AnyPattern = { [Kind in ConsoleEventKind]: Pattern<Kind> }[ConsoleEventKind];

const TEXT_MAX = 200;

function text(match: RegExpExecArray, group = 1): string {
  return (match[group] ?? '').slice(0, TEXT_MAX);
}

function number(match: RegExpExecArray, group = 1): number {
  return Number(match[group] ?? '0');
}

function goingDown(line: RegExp, how: ConsoleFacts['going-down']['how']): Pattern<'going-down'> {
  return { kind: 'going-down', line, facts: () => ({ how }) };
}

function comingUp(line: RegExp, stage: ConsoleFacts['coming-up']['stage']): Pattern<'coming-up'> {
  return { kind: 'coming-up', line, facts: () => ({ stage }) };
}

function oops(line: RegExp): Pattern<'oops'> {
  return { kind: 'oops', line, facts: (match) => ({ reason: text(match) }) };
}

function emergency(line: RegExp): Pattern<'emergency-mode'> {
  return { kind: 'emergency-mode', line, facts: (match) => ({ reason: text(match, 0) }) };
}

/** kernel/panic.c */
const PANIC: readonly AnyPattern[] = [
  {
    kind: 'panic',
    line: /^(?:\S{1,32}: )?Kernel panic - not syncing: ?(.*)$/u,
    facts: (match) => ({ reason: text(match), isEnd: false }),
  },
  {
    kind: 'panic',
    line: /^---\[ end Kernel panic - not syncing: (.*?) \]---/u,
    facts: (match) => ({ reason: text(match), isEnd: true }),
  },
  {
    kind: 'kernel-offset',
    line: /^Kernel Offset: (0x[0-9a-f]{1,16}) from 0x/u,
    facts: (match) => ({ offset: text(match) }),
  },
];

/** arch/x86/kernel/{dumpstack,traps}.c, arch/x86/mm/fault.c, arch/arm64/{kernel/traps,mm/fault}.c, lib/bug.c */
const OOPS: readonly AnyPattern[] = [
  oops(/^(Oops: .*)$/u),
  oops(/^(BUG: (?:unable to handle|kernel NULL pointer dereference|stack guard page|TASK stack guard).*)$/u),
  oops(/^(kernel BUG at .*)$/u),
  oops(
    /^((?:general protection fault|invalid opcode|divide error|stack segment|double fault|int3|traps: PANIC: double fault).{0,160}\[#\d{1,6}\].*)$/u,
  ),
  oops(/^(general protection fault, .*)$/u),
  oops(/^(Internal error: .{1,160}\[#\d{1,6}\].*)$/u),
  oops(/^(Unable to handle kernel .* at virtual address .*)$/u),
  oops(/^(Fixing recursive fault but reboot is needed!)/u),
];

/** kernel/watchdog.c, kernel/watchdog_perf.c, kernel/hung_task.c, kernel/rcu/tree_stall.h, kernel/workqueue.c */
const STUCK: readonly AnyPattern[] = [
  {
    kind: 'soft-lockup',
    line: /^(?:watchdog: |NMI watchdog: )?BUG: soft lockup - CPU#(\d{1,5}) stuck for (\d{1,9})s! \[(.{0,64}):(\d{1,10})\]/u,
    facts: (match) => ({
      cpu: number(match),
      seconds: number(match, 2),
      comm: text(match, 3),
      pid: number(match, 4),
    }),
  },
  {
    kind: 'hard-lockup',
    line: /^(?:(?:NMI )?watchdog: )?(?:CPU\d{1,5}: )?Watchdog detected hard LOCKUP on cpu (\d{1,5})/u,
    facts: (match) => ({ cpu: number(match) }),
  },
  {
    kind: 'hung-task',
    line: /^INFO: task (.{0,64}):(\d{1,10}) blocked for more than (\d{1,9}) seconds/u,
    facts: (match) => ({ comm: text(match), pid: number(match, 2), seconds: number(match, 3) }),
  },
  {
    kind: 'rcu-stall',
    line: /^(?:rcu: )?INFO: rcu\w{0,32} detected expedited stalls on CPUs\/tasks: \{ ?(\d{1,5})-/u,
    facts: (match) => ({ cpu: number(match) }),
  },
  {
    kind: 'rcu-stall',
    line: /^(?:rcu: )?INFO: rcu\w{0,32} (?:self-)?detected (?:expedited )?stalls? on CPU/u,
    facts: () => ({}),
  },
  {
    kind: 'rcu-stall',
    line: /^(?:rcu: )?\s*(\d{1,5})-[.!O?oN\d]{1,8}: \(\d{1,20} (?:ticks this GP|GPs behind)\)/u,
    facts: (match) => ({ cpu: number(match) }),
  },
  {
    kind: 'workqueue-lockup',
    line: /^(?:workqueue: )?BUG: workqueue lockup - pool .{0,200}stuck for (\d{1,9})s!/u,
    facts: (match) => ({ seconds: number(match) }),
  },
];

/** mm/oom_kill.c */
const MEMORY: readonly AnyPattern[] = [
  {
    kind: 'oom-kill',
    line: /^(Memory cgroup o|O)ut of memory(?: \([^)]{0,80}\))?: Killed process (\d{1,10}) \((.{0,64}?)\)/u,
    facts: (match) => ({
      pid: number(match, 2),
      comm: text(match, 3),
      isCgroup: text(match).startsWith('Memory'),
    }),
  },
  {
    kind: 'oom-kill',
    line: /^oom-kill:constraint=(\w{1,40}),.{0,4000}?,task=(.{0,64}?),pid=(\d{1,10})/u,
    facts: (match) => ({
      comm: text(match, 2),
      pid: number(match, 3),
      isCgroup: text(match) === 'CONSTRAINT_MEMCG',
    }),
  },
  {
    kind: 'oom-kill',
    line: /^\S{1,64} invoked oom-killer: /u,
    facts: () => ({ isCgroup: false }),
  },
];

/** block/blk-core.c, fs/buffer.c, fs/ext4/super.c, fs/xfs/xfs_fsops.c, fs/btrfs/messages.c */
const STORAGE: readonly AnyPattern[] = [
  {
    kind: 'io-error',
    line: /^(?:blk_update_request: |print_req_error: )?(?:I\/O|critical (?:medium|target|space allocation|nexus)) error, dev (\S{1,64}), sector (\d{1,20})/u,
    facts: (match) => ({ device: text(match), sector: number(match, 2) }),
  },
  {
    kind: 'io-error',
    line: /^Buffer I\/O error on dev(?:ice)? ([^\s,]{1,64}), logical block (\d{1,20})/u,
    facts: (match) => ({ device: text(match) }),
  },
  {
    kind: 'read-only',
    line: /^(\w{1,16})-fs \(([^)]{1,64})\): Remounting filesystem read-only/u,
    facts: (match) => ({ filesystem: text(match).toLowerCase(), device: text(match, 2) }),
  },
  {
    kind: 'read-only',
    line: /^XFS \(([^)]{1,64})\): (?:.{0,200}Shutting down filesystem|Filesystem has been shut down)/u,
    facts: (match) => ({ filesystem: 'xfs', device: text(match) }),
  },
  {
    kind: 'read-only',
    line: /^BTRFS[^(]{0,32}\(device ([^):]{1,64})[^)]{0,32}\).{0,200}forced readonly/u,
    facts: (match) => ({ filesystem: 'btrfs', device: text(match) }),
  },
];

/** systemd's emergency.service and units, dracut, initramfs-tools. */
const EMERGENCY: readonly AnyPattern[] = [
  emergency(/^You are in (?:emergency|rescue) mode\b.*/u),
  emergency(/^(?:\[ {1,2}OK {1,2}\] )?Reached target (?:emergency\.target - )?Emergency Mode\b.*/u),
  emergency(/^(?:\[ {1,2}OK {1,2}\] )?Reached target (?:rescue\.target - )?Rescue Mode\b.*/u),
  emergency(
    /^(?::\/root# )?(?:Entering|Generating "\/run\/initramfs\/rdsosreport).{0,60}emergency mode\b.*/u,
  ),
  emergency(/^Give root password for maintenance\b.*/u),
  emergency(/^ALERT! {1,4}.{1,200}Dropping to a shell!/u),
  emergency(/^Cannot open access to console, the root account is locked\b.*/u),
];

/** kdump-tools, dracut's kdump module, kernel/kexec_core.c */
const KDUMP: readonly AnyPattern[] = [
  {
    kind: 'kdump-start',
    line: /^(Starting crashdump kernel\.\.\.|kdump(?:-tools)?(?:\[\d{1,10}\])?: [Ss](?:aving|tarting).*|makedumpfile .*\/proc\/vmcore.*)$/u,
    facts: (match) => ({ reason: text(match) }),
  },
];

/** kernel/reboot.c, drivers/tty/sysrq.c, systemd-shutdown, busybox and sysvinit. */
const GOING_DOWN: readonly AnyPattern[] = [
  goingDown(/^reboot: Restarting system\b/u, 'reboot'),
  goingDown(/^reboot: Power down\b/u, 'power-off'),
  goingDown(/^reboot: System halted\b/u, 'halt'),
  goingDown(/^sysrq: (?:SysRq : )?Resetting\b/u, 'reboot'),
  goingDown(/^sysrq: (?:SysRq : )?Power Off\b/u, 'power-off'),
  goingDown(/^(?:kexec_core: |kexec: )?Starting new kernel\b/u, 'reboot'),
  goingDown(
    /^(?:\[ {1,2}OK {1,2}\] )?Reached target (?:reboot\.target - |System )?(?:System )?Reboot\b/u,
    'reboot',
  ),
  goingDown(
    /^(?:\[ {1,2}OK {1,2}\] )?Reached target (?:poweroff\.target - |System )?(?:System )?Power Off\b/u,
    'power-off',
  ),
  goingDown(
    /^(?:\[ {1,2}OK {1,2}\] )?Reached target (?:shutdown\.target - )?(?:System )?Shutdown\b/u,
    'shutdown',
  ),
  goingDown(/^systemd-shutdown\[1\]: (?:Rebooting|Restarting)\b/u, 'reboot'),
  goingDown(/^systemd-shutdown\[1\]: Powering off\b/u, 'power-off'),
  goingDown(/^systemd-shutdown\[1\]: /u, 'shutdown'),
  goingDown(/^Requesting system reboot\b/u, 'reboot'),
  goingDown(/^Requesting system (?:poweroff|halt)\b/u, 'power-off'),
  goingDown(/^The system is going down (?:NOW|for)\b/u, 'shutdown'),
];

/** SeaBIOS, OVMF, GRUB, and init/version.c. With `quiet` the kernel's own line is not shown. */
const COMING_UP: readonly AnyPattern[] = [
  comingUp(/^SeaBIOS \(version /u, 'firmware'),
  comingUp(/^BdsDxe: (?:loading|starting) Boot/u, 'firmware'),
  comingUp(/^(?:GNU )?GRUB {1,4}(?:version|loading)/u, 'loader'),
  comingUp(/^(?:Loading Linux \S|EFI stub: |Booting `)/u, 'loader'),
  comingUp(/^Linux version \d{1,3}\.\d{1,3}/u, 'kernel'),
];

/** In the order in which they are tried; the first that matches decides. */
export const PATTERNS: readonly AnyPattern[] = [
  ...PANIC,
  ...STUCK,
  ...OOPS,
  ...MEMORY,
  ...STORAGE,
  ...EMERGENCY,
  ...KDUMP,
  ...GOING_DOWN,
  ...COMING_UP,
];
