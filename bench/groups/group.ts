import type { Row } from '../report/row.ts';

/** What a group of measurements gets. */
export interface GroupContext {
  /** The project. */
  readonly root: string;
  /** Tells a person what is going on. */
  readonly say: (line: string) => void;
  /** Ends all waits when a person gives up. */
  readonly signal: AbortSignal;
}

/** Measurements that share a guest or another costly setting. */
export interface Group {
  readonly name: string;
  /** One line for `--help`. */
  readonly title: string;
  /** What must have been built, as arguments of `scripts/build` and `scripts/images`. */
  readonly needs: { readonly binaries: readonly string[]; readonly images: readonly string[] };
  readonly measure: (context: GroupContext) => Promise<Row[]>;
}
