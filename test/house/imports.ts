import { posix } from 'node:path';

/** One import or re-export of a file. */
export interface Import {
  readonly specifier: string;
  /** 1-based. */
  readonly line: number;
}

const STATEMENT = /(?:^|[\n;])\s*(?:import|export)\b(?:[^'";]*?\bfrom)?\s*['"]([^'"\n]+)['"]/g;
const DYNAMIC = /\b(?:import|require)\s*\(\s*['"]([^'"\n]+)['"]/g;

/** Every static and dynamic import of a source text, type-only ones included. */
export function importsOf(source: string): Import[] {
  const code = blankComments(source);
  const found: Import[] = [];
  for (const pattern of [STATEMENT, DYNAMIC]) {
    for (const match of code.matchAll(pattern)) {
      const specifier = match[1];
      if (specifier === undefined) continue;
      const at = match.index + match[0].lastIndexOf(specifier);
      found.push({ specifier, line: code.slice(0, at).split('\n').length });
    }
  }
  return found;
}

/**
 * The file of ours that a specifier means, relative to the root; undefined for packages and built-ins.
 * @param from the importing file, relative to the root
 */
export function resolveOurs(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('#')) return specifier.slice(1);
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  return undefined;
}

/** The package that a specifier names: `@scope/name/x` → `@scope/name`. Built-ins keep their `node:`. */
export function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier);
}

/** Blanks comments but keeps offsets and lines, so that a commented-out import does not count. */
function blankComments(source: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  return source
    .replace(/\/\*[\s\S]*?\*\//g, blank)
    .replace(/(^|\s)\/\/[^\n]*/g, (text, lead: string) => lead + blank(text.slice(lead.length)));
}
