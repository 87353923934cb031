/** syslog names, most severe first. */
export type Severity = 'emerg' | 'err' | 'warning' | 'info' | 'debug';

/**
 * One thing that the companion saw, as it goes through the spool to every sink (docs/specs/entries.md).
 * `content` and the values of `tags` may come from a guest: data, never markup and never a command.
 */
export interface Entry {
  /** Unique; a receiver that has it already drops the entry. */
  readonly id: string;
  /** App instance UUID, lower case. */
  readonly appId: string;
  readonly appName: string;
  /** When the host received it, milliseconds since 1970 by the host's clock. */
  readonly atMs: number;
  readonly severity: Severity;
  /** Who speaks: `cherub` for Cherub itself, `console` for the guest's console. */
  readonly source: string;
  readonly content: string;
  readonly tags: Readonly<Record<string, string>>;
}
