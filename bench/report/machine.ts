import { execFile } from 'node:child_process';
import { arch, cpus, loadavg, release, totalmem } from 'node:os';
import { promisify } from 'node:util';

/** What the figures were measured on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly architecture: string;
  readonly kernel: string;
  readonly node: string;
  /** First line of `qemu-system-x86_64 --version`; null when it is not there. */
  readonly qemu: string | null;
  readonly accelerator: string;
  /** Load average of the last minute when measuring began: above `cores` the figures say little. */
  readonly load1: number;
}

const run = promisify(execFile);

/**
 * Describes this machine, without its name.
 * @param accelerator what guests run under
 */
export async function describeMachine(accelerator: string): Promise<Machine> {
  const qemu = await run('qemu-system-x86_64', ['--version'], { timeout: 10_000 }).then(
    ({ stdout }) => stdout.split('\n')[0] ?? null,
    () => null,
  );
  const processors = cpus();
  return {
    cpu: processors[0]?.model.trim() ?? 'unknown',
    cores: processors.length,
    memoryBytes: totalmem(),
    architecture: arch(),
    kernel: release(),
    node: process.version,
    qemu,
    accelerator,
    load1: loadavg()[0] ?? 0,
  };
}
