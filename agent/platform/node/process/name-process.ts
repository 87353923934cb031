import { writeFileSync } from 'node:fs';

/**
 * Gives this process the name that `ps`, `top` and the guest's own snapshots show; Node.js calls its main thread
 * `MainThread`. The command line stays as it is, which `process.title` would overwrite. A kernel that refuses costs
 * nothing but the name.
 */
export function nameProcess(name: string): void {
  try {
    writeFileSync('/proc/self/comm', name);
  } catch {
    return;
  }
}
