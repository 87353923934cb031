import { safeText } from '../snapshot/safe-text.ts';
import type { CheckPort } from './check-port.ts';

/** A message stands in every snapshot, which has one block for all. */
const MESSAGE_BYTES_MAX = 160;

/** What a check came to. `unknown`: it could not tell, and says why. */
export interface Finding {
  readonly outcome: 'ok' | 'failed' | 'unknown';
  /** One line, harmless wherever it is shown. */
  readonly message: string;
}

/** What every check is given. */
export interface CheckTools {
  readonly port: CheckPort;
  /** Microseconds since 1970, now. */
  readonly wallUs: () => number;
  readonly timeoutMs: number;
}

export function ok(message: string): Finding {
  return { outcome: 'ok', message: line(message) };
}

export function failed(message: string): Finding {
  return { outcome: 'failed', message: line(message) };
}

export function unknown(message: string): Finding {
  return { outcome: 'unknown', message: line(message) };
}

function line(text: string): string {
  return safeText(text.trim(), MESSAGE_BYTES_MAX);
}
