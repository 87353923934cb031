import type { Architecture } from './targets.ts';

/** One build of the compact agent in `dist/`. */
export interface CompactTarget {
  /** What `--only` takes. */
  readonly name: string;
  readonly architecture: Architecture;
  /** File name in `dist/`. */
  readonly output: string;
}

export const COMPACT_TARGETS: readonly CompactTarget[] = [
  { name: 'compact-x64', architecture: 'x64', output: 'cherub-agent-compact-linux-x64' },
  { name: 'compact-arm64', architecture: 'arm64', output: 'cherub-agent-compact-linux-arm64' },
];

/** File name in `dist/` of the licences of what is in it. */
export const COMPACT_LICENSES = 'cherub-agent-compact.LICENSES.txt';
