import { decodeUtf8 } from '#protocol/bytes/utf8.ts';
import type { CheckTools } from './finding.ts';

/** The first of several files that is there. */
export async function firstText(
  paths: readonly string[],
  bytesMax: number,
  { port }: CheckTools,
): Promise<{ ok: true; path: string; text: string } | { ok: false; reason: string }> {
  for (const path of paths) {
    const file = await port.readPart(path, { bytesMax, from: 'end' });
    if (file.ok) return { ok: true, path, text: decodeUtf8(file.bytes) };
    if (file.code !== 'ENOENT') return { ok: false, reason: `${path}: ${file.code}` };
  }
  return { ok: false, reason: `${paths[0] ?? ''} is not there` };
}
