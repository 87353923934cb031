import type { Result } from '../ports.ts';
import type { KernelLogSource } from '../snapshot/kernel-log.ts';

/** How the kernel is asked by a SysRq key, and heard. */
export interface SysrqPort {
  /**
   * Writes the key to `/proc/sysrq-trigger`. Takes as long as the kernel needs to print, which on a slow console is
   * seconds, and for ever when it hangs; nothing else of the agent may wait meanwhile. Never rejects.
   */
  trigger(key: string): Promise<Result>;
  /** A reader of `/dev/kmsg` of its own, which starts with the oldest record that the kernel still has. */
  openLog(): Result<KernelLogSource & { close(): void }>;
  wait(milliseconds: number): Promise<void>;
}
