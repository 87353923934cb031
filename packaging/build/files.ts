import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, rename, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

/** Whether something stands at this path. */
export async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}

/** Checksum of a file, as lower-case hex. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

/** Checksum of bytes or text, as lower-case hex. */
export function sha256Of(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Writes a file whole or not at all. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const part = `${path}.part-${process.pid}`;
  await writeFile(part, content);
  await rename(part, path);
}
