/** One step of `scripts/test`. */
export interface Stage {
  readonly name: string;
  /** What a person reads while it runs. */
  readonly title: string;
  /** Left out by `--fast`: it builds binaries or boots a VM. */
  readonly slow: boolean;
  /** Stages whose failure makes this one pointless. */
  readonly needs: readonly string[];
  readonly work: Command | NodeTests;
}

/** A program that must end with 0; it counts as one check. */
export interface Command {
  readonly kind: 'command';
  readonly argv: readonly [string, ...string[]];
}

/** Files for `node:test`; each test counts. */
export interface NodeTests {
  readonly kind: 'tests';
  /** Globs relative to the root. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly concurrency: number;
  /** Added to the environment of the tests. */
  readonly env?: Readonly<Record<string, string>>;
}

/** What a stage does more of when it is asked for by its name. */
const ENV_BY_NAME: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  faults: { CHERUB_FAULTS: 'all' },
  soak: { CHERUB_SOAK_MINUTES: '60' },
};

const bin = (name: string): string => `node_modules/.bin/${name}`;

/** In the order in which they run: quick answers first. */
export const STAGES: readonly Stage[] = [
  {
    name: 'format',
    title: 'format and lint (Biome)',
    slow: false,
    needs: [],
    work: { kind: 'command', argv: [bin('biome'), 'ci', '--error-on-warnings', '.'] },
  },
  {
    name: 'types',
    title: 'types, layer by layer (tsc)',
    slow: false,
    needs: [],
    work: { kind: 'command', argv: [bin('tsc'), '-b', '--pretty'] },
  },
  {
    name: 'lint',
    title: 'promises and switches (oxlint, type-aware)',
    slow: false,
    needs: [],
    work: { kind: 'command', argv: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  },
  {
    name: 'unused',
    title: 'dead code and unused dependencies (knip)',
    slow: false,
    needs: [],
    work: { kind: 'command', argv: [bin('knip')] },
  },
  {
    name: 'unit',
    title: 'house rules, unit, property and integration tests',
    slow: false,
    needs: [],
    work: {
      kind: 'tests',
      include: ['test/**/*.test.ts'],
      exclude: ['test/packaging/**'],
      concurrency: 2,
    },
  },
  {
    name: 'build',
    title: 'binaries (scripts/build)',
    slow: true,
    needs: [],
    work: { kind: 'command', argv: ['scripts/build'] },
  },
  {
    name: 'packaging',
    title: 'binaries, x64 and arm64',
    slow: true,
    needs: ['build'],
    work: { kind: 'tests', include: ['test/packaging/**/*.test.ts'], exclude: [], concurrency: 1 },
  },
  {
    name: 'images',
    title: 'guest images (scripts/images)',
    slow: true,
    needs: [],
    work: { kind: 'command', argv: ['scripts/images'] },
  },
  {
    name: 'guests',
    title: 'real guests under QEMU',
    slow: true,
    needs: ['build', 'images'],
    work: {
      kind: 'tests',
      include: ['test/vm/**/*.vm.ts'],
      exclude: ['test/vm/faults/{rows,soak}/**'],
      concurrency: 1,
    },
  },
  {
    name: 'faults',
    title:
      'the fault table: real faults in real guests, and the verdicts on them; all rows when asked for by name, else those that are proven',
    slow: true,
    needs: ['build', 'images'],
    work: {
      kind: 'tests',
      include: ['test/vm/faults/rows/*.vm.ts'],
      exclude: [],
      // Guests that hang wait most of the time.
      concurrency: 3,
    },
  },
  {
    name: 'soak',
    title:
      'healthy guests under load, pauses and clock steps: an hour when asked for by name, else 3 minutes',
    slow: true,
    needs: ['build', 'images'],
    work: { kind: 'tests', include: ['test/vm/faults/soak/*.vm.ts'], exclude: [], concurrency: 2 },
  },
  {
    name: 'eden-tools',
    title: 'Adam and eden, built from their Go modules',
    slow: true,
    needs: [],
    work: { kind: 'command', argv: ['scripts/node', 'test/eden/tools/main.ts'] },
  },
  {
    name: 'eden',
    title: "real guests, seen through EVE's own controller: Adam, Redis, eden",
    slow: true,
    needs: ['build', 'images', 'eden-tools'],
    work: { kind: 'tests', include: ['test/eden/**/*.vm.ts'], exclude: [], concurrency: 1 },
  },
  {
    name: 'demo',
    title: 'the demonstration, headless',
    slow: true,
    needs: ['build', 'images'],
    work: { kind: 'command', argv: ['scripts/demo', '--headless'] },
  },
];

/**
 * The stages that a command line asks for.
 * @param only a stage's name, or part of a guest test's file name
 * @returns undefined when `only` names nothing
 */
export function selectStages(o: {
  readonly fast: boolean;
  readonly only: string | undefined;
  readonly guestFiles: readonly string[];
}): readonly Stage[] | undefined {
  const { only } = o;
  if (only === undefined) return STAGES.filter((stage) => !(o.fast && stage.slow));
  const named = STAGES.find((stage) => stage.name === only);
  if (named) return [...STAGES.filter((stage) => named.needs.includes(stage.name)), byName(named)];
  const files = o.guestFiles.filter((file) => file.split('/').at(-1)?.includes(only));
  const guests = STAGES.find((stage) => stage.name === 'guests');
  if (files.length === 0 || guests?.work.kind !== 'tests') return undefined;
  const narrowed: Stage = { ...guests, work: { ...guests.work, include: files } };
  return [...STAGES.filter((stage) => guests.needs.includes(stage.name)), narrowed];
}

function byName(stage: Stage): Stage {
  const env = ENV_BY_NAME[stage.name];
  if (env === undefined || stage.work.kind !== 'tests') return stage;
  return { ...stage, work: { ...stage.work, env } };
}
