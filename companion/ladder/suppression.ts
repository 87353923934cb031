import type { Signal } from './signal.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/**
 * Why a guest may be silent without being dead, and for how long at most. A bound that has passed is reported, and the
 * votes count again: a pause that somebody forgot must not look harmless for ever. `io-error`, `internal-error`,
 * `guest-panicked` and `watchdog` are no pauses and stand in no row.
 */
export const SUPPRESSION_BOUNDS_MS = {
  /** The VM is paused over QMP. */
  paused: HOUR_MS,
  /** In or out, or to a file. */
  migration: 10 * MINUTE_MS,
  /** Saved or restored. */
  saving: 10 * MINUTE_MS,
  /** A snapshot of its disks is taken. */
  snapshot: 10 * MINUTE_MS,
  /** Prelaunch: QEMU is there and was not told to start. */
  'not-started': 10 * MINUTE_MS,
  /** The guest suspended itself. */
  'guest-suspended': 24 * HOUR_MS,
  /** The guest shut down in order, or the host ended it in order. */
  'guest-shutdown': 24 * HOUR_MS,
  /** The guest says that it goes down or reboots. */
  'guest-reboot': 5 * MINUTE_MS,
  /** A debugger holds the vCPUs, ours or another. */
  debugger: 10 * MINUTE_MS,
  /** The host, or the companion, stood still. */
  'host-suspend': MINUTE_MS,
  /** The host's wall clock stepped. */
  'clock-jump': MINUTE_MS,
  /** A person paused the watch, with name and expiry. */
  person: 7 * 24 * HOUR_MS,
} as const;

export type SuppressionKind = keyof typeof SUPPRESSION_BOUNDS_MS;

/** Something that explains silence, as somebody tells it; the ladder bounds it. */
export interface SuppressionFact {
  readonly kind: SuppressionKind;
  /** Who says so: `qmp`, `console`, the name of a person. */
  readonly by: string;
  readonly reason: string;
  /** Since when, host's monotonic clock. */
  readonly sinceMs: number;
  /** When it ends by itself, earlier than the bound. */
  readonly untilMs?: number;
  /**
   * Only the guest itself says so. Such a word holds once: it is not renewed before the guest began another life, and
   * life that is seen well after it ends it.
   */
  readonly toldByGuest?: true;
}

/** A suppression in force, with its end. */
export interface Suppression {
  readonly kind: SuppressionKind;
  readonly by: string;
  readonly reason: string;
  readonly sinceMs: number;
  readonly untilMs: number;
}

/** Signals that no pause explains: the guest's last words, and QEMU's. */
const CRASH_SIGNALS: ReadonlySet<string> = new Set(['console.panic', 'qmp.panic']);

/** Whether the signal tells of a crash, which no pause explains. */
export function isCrash(signal: Signal): boolean {
  return signal.proof === true || CRASH_SIGNALS.has(signal.id);
}

/** After these a QEMU that ends is what was to be expected. */
const EXPLAINS_EXIT: ReadonlySet<SuppressionKind> = new Set(['guest-shutdown', 'guest-reboot', 'migration']);

/** Whether the end of QEMU is no surprise under a suppression of this kind. */
export function explainsExit(kind: SuppressionKind): boolean {
  return EXPLAINS_EXIT.has(kind);
}

/** Whether a suppression of this kind explains a dead signal away. */
export function explainsSignal(kind: SuppressionKind, signal: Signal): boolean {
  if (!isCrash(signal)) return true;
  return signal.rung === 'process' && explainsExit(kind);
}
