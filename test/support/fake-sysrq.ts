import type { Result } from '#agent/core/ports.ts';
import type { KernelLogRead, KernelLogSource } from '#agent/core/snapshot/kernel-log.ts';
import type { SysrqPort } from '#agent/core/sysrq/sysrq-port.ts';
import type { FakeClock } from './fake-clock.ts';

/** A kernel that prints what a test says; waiting makes the test's clock go on. */
export class FakeSysrq implements SysrqPort {
  /** What stands in its log; texts of records, or other reads. */
  readonly log: KernelLogRead[] = [];
  readonly pressed: string[] = [];
  openReaders = 0;
  openProblem: string | undefined;
  /** Called for a key; the promise ends when the kernel has taken it. */
  onKey: (key: string) => Promise<Result> = async () => ({ ok: true, value: undefined });
  readonly #clock: FakeClock;
  #sequence = 0;

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  /** A line of the kernel. @param priority 6 is an informational one of the kernel, from 8 on a program wrote it */
  print(text: string, priority = 6): void {
    this.#sequence += 1;
    this.log.push({ kind: 'record', text: `${priority},${this.#sequence},5140900,-;${text}\n` });
  }

  trigger(key: string): Promise<Result> {
    this.pressed.push(key);
    return this.onKey(key);
  }

  openLog(): Result<KernelLogSource & { close(): void }> {
    if (this.openProblem !== undefined) return { ok: false, problem: this.openProblem };
    this.openReaders += 1;
    let at = 0;
    return {
      ok: true,
      value: {
        next: () => {
          const read = this.log[at];
          if (read === undefined) return { kind: 'end' };
          at += 1;
          return read;
        },
        close: () => {
          this.openReaders -= 1;
        },
      },
    };
  }

  async wait(milliseconds: number): Promise<void> {
    this.#clock.pass(milliseconds / 1000);
  }
}
