import { join } from 'node:path';
import { COMPACT_TARGETS } from './compact-targets.ts';
import { exists, sha256OfFile, writeWhole } from './files.ts';
import { TARGETS } from './targets.ts';

/** Writes `SHA256SUMS`, in the form that `sha256sum --check` reads, of every executable that stands in `dist`. */
export async function writeChecksums(dist: string): Promise<void> {
  const lines: string[] = [];
  for (const { output } of [...TARGETS, ...COMPACT_TARGETS]) {
    const path = join(dist, output);
    if (await exists(path)) lines.push(`${await sha256OfFile(path)}  ${output}\n`);
  }
  await writeWhole(join(dist, 'SHA256SUMS'), lines.join(''));
}
