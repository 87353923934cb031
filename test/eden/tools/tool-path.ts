import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The programs, each of the module github.com/lf-edge/NAME. */
export const TOOLS = ['adam', 'eden'] as const;
export type Tool = (typeof TOOLS)[number];

/** Where a program stands once it is built; another module version is another file. */
export function toolPath(tool: Tool): string {
  return join(import.meta.dirname, '../../../.cache/eden', `${tool}-${hashOf(tool)}`);
}

export function hashOf(tool: Tool): string {
  const folder = join(import.meta.dirname, '../modules', tool);
  const hash = createHash('sha256');
  for (const file of ['go.mod', 'go.sum']) hash.update(readFileSync(join(folder, file)));
  return hash.digest('hex').slice(0, 12);
}
