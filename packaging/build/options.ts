import { parseArgs } from 'node:util';
import { COMPACT_TARGETS, type CompactTarget } from './compact-targets.ts';
import { TARGETS, type Target } from './targets.ts';

/** What the command line of `scripts/build` asks for. */
export type BuildRequest =
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string }
  | {
      readonly kind: 'build';
      readonly targets: readonly Target[];
      /** Whether packages are made of the agents, too. */
      readonly packages: boolean;
      readonly compact: readonly CompactTarget[];
      readonly json: boolean;
      readonly force: boolean;
    };

/** What `--only` calls the packages. */
const PACKAGES = 'packages';

const ALL: readonly (Target | CompactTarget)[] = [...TARGETS, ...COMPACT_TARGETS];

export const HELP = `Makes the single executables of Cherub, and the agent's packages, in dist/.

Usage: scripts/build [--only TARGET]... [--force] [--json]

  --only TARGET  make only this one; may be given several times
  --force        make it even if nothing has changed
  --json         print what was made as JSON on standard output
  --help         print this

Targets:
${ALL.map((target) => `  ${target.name.padEnd(14)} dist/${target.output}`).join('\n')}
  ${PACKAGES.padEnd(14)} dist/packages/*: deb, rpm and apk of the agents, which must be there

What has not changed is not made again. dist/SHA256SUMS names every executable.

Examples:
  scripts/build
  scripts/build --only agent-x64
  cd dist && sha256sum --check SHA256SUMS
`;

/**
 * Reads the command line.
 * @param args without the program's name
 */
export function parseBuildOptions(args: readonly string[]): BuildRequest {
  let values: { only?: string[]; force?: boolean; json?: boolean; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', multiple: true },
        force: { type: 'boolean' },
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    }));
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
  if (values.help) return { kind: 'help' };
  const names = values.only ?? ALL.map((target) => target.name);
  const isMeant = ({ name, output }: Target | CompactTarget): boolean =>
    names.includes(name) || names.includes(output);
  const packages = values.only === undefined || names.includes(PACKAGES);
  const unknown = names.find(
    (name) => name !== PACKAGES && !ALL.some((each) => each.name === name || each.output === name),
  );
  if (unknown !== undefined) {
    const known = [...ALL.map((target) => target.name), PACKAGES].join(', ');
    return { kind: 'wrong', message: `no target is called ${unknown}; there are: ${known}` };
  }
  return {
    kind: 'build',
    targets: TARGETS.filter(isMeant),
    packages,
    compact: COMPACT_TARGETS.filter(isMeant),
    json: values.json ?? false,
    force: values.force ?? false,
  };
}
