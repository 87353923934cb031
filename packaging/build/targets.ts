/** Processor architectures that binaries are made for, in Node's words. */
export type Architecture = 'x64' | 'arm64';

/** A program of ours that becomes a single executable. */
export interface Program {
  readonly name: 'agent' | 'companion';
  /** Its `main.ts`, relative to the root. */
  readonly entry: string;
  /** File name in `dist/` of the licences of what is in it. */
  readonly licenses: string;
  /** File name in `dist/` of the source map, if there is one. */
  readonly sourceMap: string;
  /** Flags of Node and V8 that the executable always runs with; nothing on its command line or in NODE_OPTIONS adds to them. */
  readonly execArgv: readonly string[];
  /** Environment that is set, if unset, before anything else of the program runs. */
  readonly environment: Readonly<Record<string, string>>;
  /** Built-in modules that are replaced by a file of ours, relative to the root. */
  readonly replacedModules: Readonly<Record<string, string>>;
  /** Whether names are shortened too; then `dist/` gets a source map, which tells what a stack trace means. */
  readonly minifyNames: boolean;
  /** Packages that stay out of the program's source and are loaded when needed; see load-as-asset.ts. */
  readonly packagesOnDemand: readonly string[];
  /** Whether `Intl.DateTimeFormat` is replaced at bundle time; see shims/date-time-format.ts. */
  readonly withoutIntl: boolean;
  /** Whether the page of the controller is built in. */
  readonly withPage: boolean;
}

/** One file in `dist/`. */
export interface Target {
  /** What `--only` takes, e.g. `agent-x64`. */
  readonly name: string;
  readonly program: Program;
  readonly architecture: Architecture;
  /** File name in `dist/`. */
  readonly output: string;
}

/**
 * The guest pays for every page of the agent, so V8 runs without the optimising compilers, without
 * worker threads of its own and with the smallest young generation (figures in docs/benchmarks.md).
 */
const AGENT: Program = {
  name: 'agent',
  entry: 'agent/platform/node/main.ts',
  licenses: 'cherub-agent.LICENSES.txt',
  sourceMap: 'cherub-agent.map',
  execArgv: [
    '--lite-mode',
    '--single-threaded',
    '--v8-pool-size=0',
    '--max-semi-space-size=1',
    '--optimize-for-size',
    '--max-old-space-size=64',
    '--stress-flush-code',
    '--minor-gc-task-trigger=20',
    '--disable-warning=ExperimentalWarning',
  ],
  environment: { UV_THREADPOOL_SIZE: '6' },
  replacedModules: { crypto: 'packaging/build/shims/crypto.ts' },
  minifyNames: true,
  packagesOnDemand: ['systeminformation'],
  withoutIntl: true,
  withPage: false,
};

const COMPANION: Program = {
  name: 'companion',
  entry: 'companion/main.ts',
  licenses: 'cherub.LICENSES.txt',
  sourceMap: 'cherub.map',
  execArgv: ['--disable-warning=ExperimentalWarning'],
  environment: {},
  replacedModules: {},
  minifyNames: false,
  packagesOnDemand: [],
  withoutIntl: false,
  withPage: true,
};

/** Everything that `scripts/build` makes. */
export const TARGETS: readonly Target[] = [
  { name: 'agent-x64', program: AGENT, architecture: 'x64', output: 'cherub-agent-linux-x64' },
  { name: 'agent-arm64', program: AGENT, architecture: 'arm64', output: 'cherub-agent-linux-arm64' },
  { name: 'companion-x64', program: COMPANION, architecture: 'x64', output: 'cherub-linux-x64' },
];
