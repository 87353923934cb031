import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { outputFile, pathExists } from 'fs-extra/esm';

/** Whether something stands at this path. */
export async function exists(path: string): Promise<boolean> {
  return pathExists(path);
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

/** Writes a file whole or not at all; makes its folder if need be. */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const part = `${path}.part-${process.pid}`;
  await outputFile(part, content);
  await rename(part, path);
}
