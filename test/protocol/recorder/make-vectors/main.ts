import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildVectors } from '../build-vectors.ts';
import { formatDump } from '../dump.ts';

/*
 * Writes the golden files again: `scripts/node test/protocol/recorder/make-vectors/main.ts`. A change in them is a
 * change of the format on disk, and needs a new version of it.
 */
const folder = join(import.meta.dirname, '..', 'vectors');
for (const { name, bytes } of buildVectors()) writeFileSync(join(folder, `${name}.dump`), formatDump(bytes));
