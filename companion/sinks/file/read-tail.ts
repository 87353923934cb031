import type { FileHandle } from 'node:fs/promises';

/** How much of the end of a file is looked at. */
export const TAIL_BYTES = 1024 * 1024;

/**
 * The ids of the entries at the end of a file, and where its last whole line ends. What comes after that is a write that
 * was cut.
 */
export async function readTail(handle: FileHandle): Promise<{ ids: string[]; endBytes: number }> {
  const { size } = await handle.stat();
  const start = Math.max(0, size - TAIL_BYTES);
  const bytes = Buffer.alloc(size - start);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, start + length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  const end = bytes.lastIndexOf(0x0a, length - 1) + 1;
  // No line end in a whole MiB: this is no file of ours, and nothing of it is taken away.
  if (end === 0 && start > 0) return { ids: [], endBytes: size };
  const lines = bytes.toString('utf8', 0, end).split('\n');
  return { ids: lines.flatMap(idOf), endBytes: start + end };
}

function idOf(line: string): string[] {
  try {
    const value: unknown = JSON.parse(line);
    const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
    return typeof id === 'string' ? [id] : [];
  } catch {
    return [];
  }
}
