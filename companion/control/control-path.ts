import { join } from 'node:path';

/** Where `cherub serve` listens for the other commands: a unix socket in its state directory. */
export function controlPath(stateDir: string): string {
  return join(stateDir, 'control.sock');
}
