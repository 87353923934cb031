import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A folder that stands for the root of a host: its /proc and /sys as the test wrote them. */
export class FakeRoot {
  readonly path = mkdtempSync(join(tmpdir(), 'fake-root-'));

  write(files: Readonly<Record<string, string>>): this {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.path, path)), { recursive: true });
      writeFileSync(join(this.path, path), text);
    }
    return this;
  }

  link(path: string, target: string): this {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    symlinkSync(target, join(this.path, path));
    return this;
  }

  remove(path = ''): void {
    rmSync(join(this.path, path), { recursive: true, force: true });
  }
}

/** A line of /proc/PID/stat. */
export function statLine(o: {
  readonly pid: number;
  readonly name?: string;
  readonly state?: string;
  readonly ticks?: number;
  readonly start?: number;
}): string {
  const { pid, name = 'qemu-system-x86', state = 'S', ticks = 0, start = 1000 } = o;
  return `${pid} (${name}) ${state} 1 ${pid} ${pid} 0 -1 4194304 103 0 0 0 ${ticks} 0 0 0 20 0 1 0 ${start} 3133440 390 18446744073709551615 1 1 0 0 0 0 0 0 0 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0\n`;
}
