import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { GuestError } from '../guest/guest-error.ts';

/**
 * Runs `use` while this process alone has the lock on `file`. The lock is flock(2), held by a child that ends
 * with this process, so a killed holder leaves nothing behind. Waits as long as it takes.
 */
export async function withLock<T>(file: string, use: () => Promise<T>): Promise<T> {
  const holder = spawn('flock', ['--exclusive', file, 'sh', '-c', 'echo locked; read -r _'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  const [first] = await Promise.race([once(holder.stdout, 'data'), ended]);
  if (!Buffer.isBuffer(first)) throw new GuestError('image', `cannot lock ${file}`);
  try {
    return await use();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
