/** What one heartbeat says. Normative text: docs/specs/heartbeat-label.md. */
export interface Label {
  /** Application name as configured; `''` when there is none. */
  app: string;
  /** 32 lower-case hex digits. */
  bootId: string;
  /** Count of labels of this run of the agent, from 1; below 2^53. */
  sequence: number;
  /** Seconds since boot; carried with two decimals. */
  uptimeSeconds: number;
  /** Longest promised distance to the next label in seconds; carried with up to three decimals. */
  everySeconds: number;
  state: LabelState;
  /** One-minute load average; carried with two decimals. */
  load1?: number;
  /** Available memory in percent of the total, 0 to 100; carried as a whole number. */
  memoryAvailablePercent?: number;
  /** PSI `some avg10` in percent, 0 to 100; carried with one decimal. */
  pressure?: { cpu: number; memory: number; io: number };
  /** How the label reached the console: through `logger`, or written there by the agent itself. */
  via: LabelVia;
}

export type LabelState = (typeof LABEL_STATES)[number];
export type LabelVia = (typeof LABEL_VIAS)[number];

export const LABEL_STATES = ['starting', 'ok', 'degraded', 'stopping'] as const;
export const LABEL_VIAS = ['logger', 'console'] as const;

/** What a label begins with, wherever in a line it stands. The number is the version of the grammar. */
export const LABEL_MARK = 'cherub/1 ';

/** What stands before the checksum. */
export const LABEL_CHECKSUM_MARK = ' ck=';

/** Leaves room for a syslog prefix in a 512-byte line; far below the 8,192 bytes of a line in EVE's memlogd. */
export const LABEL_BYTES_MAX = 480;

/** Longest `app` value after encoding. */
export const LABEL_APP_BYTES_MAX = 96;

/**
 * Keys that make EVE's log daemon rewrite or redirect a line (lf-edge/eve, pkg/newlog/cmd/getMemlogMsg.go). It searches
 * for them anywhere, so that `uptime=` would count as `time=`.
 */
export const FORBIDDEN_KEYS = ['level=', 'time=', 'msg=', 'source=', 'appuuid='] as const;
