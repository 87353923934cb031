import type { SystemFiles } from '../snapshot/system-files.ts';
import { available, type Capability, readSetting, unavailable, unknown } from './capability.ts';

/** include/linux/sysrq.h */
const SYSRQ_ENABLE_DUMP = 8;

const BITS: readonly (readonly [bit: number, words: string])[] = [
  [2, 'log level'],
  [4, 'keyboard'],
  [SYSRQ_ENABLE_DUMP, 'process dumps'],
  [16, 'sync'],
  [32, 'remount read-only'],
  [64, 'signals and OOM kill'],
  [128, 'reboot'],
  [256, 'nice of real-time tasks'],
];

/** What a mask of kernel.sysrq allows, in words; 0 allows nothing and 1 everything. */
export function describeSysrqMask(mask: number): string {
  if (mask === 0) return 'nothing';
  if (mask === 1) return 'everything';
  const words = BITS.filter(([bit]) => (mask & bit) !== 0).map(([, text]) => text);
  return words.length > 0 ? words.join(', ') : 'nothing';
}

/**
 * SysRq from keyboard and console. It counts as there when it may dump tasks, which is what a diagnosis needs.
 * /proc/sysrq-trigger ignores the mask: the agent, while it lives, can do more than the console.
 */
export function probeSysrq(files: SystemFiles): Capability {
  const setting = readSetting(files, '/proc/sys/kernel/sysrq');
  if (!setting.ok) {
    return setting.code === 'ENOENT'
      ? unavailable('sysrq', 'the kernel is built without MAGIC_SYSRQ')
      : unknown('sysrq', `kernel.sysrq cannot be read: ${setting.code}`);
  }
  const mask = Number.parseInt(setting.text, 10);
  if (Number.isNaN(mask)) return unknown('sysrq', 'kernel.sysrq is not a number');
  const value = `${mask}`;
  const allowed = `allows ${describeSysrqMask(mask)}`;
  return mask === 1 || (mask & SYSRQ_ENABLE_DUMP) !== 0
    ? available('sysrq', value, allowed)
    : unavailable(
        'sysrq',
        `${allowed}; for process dumps: sysctl kernel.sysrq=${mask | SYSRQ_ENABLE_DUMP}`,
        value,
      );
}
