import { parseArgs } from 'node:util';
import type { Group } from './groups/group.ts';

/** What the command line of `scripts/bench` asks for. */
export type BenchRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }
  /** Names what must be built before, for scripts/bench. */
  | { readonly kind: 'needs'; readonly groups: readonly Group[] }
  | { readonly kind: 'measure'; readonly groups: readonly Group[]; readonly json: string | undefined };

/** The text of `--help`. */
export function benchHelp(groups: readonly Group[]): string {
  return `Measures Cherub beside its peers and prints a table.

Usage: scripts/bench [GROUP]... [--json FILE]

  GROUP        measure only this group; default all of them
  --json FILE  write {"machine", "rows"} to FILE as well
  --help       print this

Groups:
${groups.map((group) => `  ${group.name.padEnd(11)}  ${group.title}`).join('\n')}

Builds what it needs first. Guests run under TCG, which is some ten times slower than the machine itself.
A target that is missed is shown as such; it is no failure of the command.

Examples:
  scripts/bench
  scripts/bench agent --json bench.json
`;
}

/**
 * Reads the command line.
 * @param args without the program's name
 * @param known every group that there is
 */
export function parseBenchOptions(args: readonly string[], known: readonly Group[]): BenchRequest {
  let parsed: { values: { json?: string; help?: boolean; needs?: boolean }; positionals: string[] };
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'string' },
        needs: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = parsed;
  if (values.help) return { kind: 'help' };
  const unknown = positionals.find((name) => !known.some((group) => group.name === name));
  if (unknown !== undefined) {
    const names = known.map((group) => group.name).join(', ');
    return { kind: 'wrong', message: `no group is called ${unknown}; there are: ${names}` };
  }
  const groups = positionals.length === 0 ? known : known.filter((group) => positionals.includes(group.name));
  return values.needs ? { kind: 'needs', groups } : { kind: 'measure', groups, json: values.json };
}
