import type { cherub } from '#protocol/messages/generated/cherub.js';
import { lineOf, numberAt, toDecimal } from './scan-text.ts';

/** The two lines of a file in /proc/pressure; `full` of cpu is always 0 system-wide and left out by callers. */
export interface PressureLines {
  readonly some: cherub.Pressure.$Properties | undefined;
  readonly full: cherub.Pressure.$Properties | undefined;
}

/**
 * `/proc/pressure/*` (Documentation/accounting/psi.rst):
 * `some avg10=0.00 avg60=0.00 avg300=0.00 total=0`, and the same with `full`.
 */
export function parsePressure(text: string): PressureLines {
  return { some: parseLine(lineOf(text, 'some ')), full: parseLine(lineOf(text, 'full ')) };
}

function parseLine(line: string | undefined): cherub.Pressure.$Properties | undefined {
  if (line === undefined) return undefined;
  const avg10 = decimalOf(line, ' avg10=');
  const totalAt = line.indexOf(' total=');
  if (avg10 === undefined || totalAt < 0) return undefined;
  return {
    avg10,
    avg60: decimalOf(line, ' avg60=') ?? 0,
    avg300: decimalOf(line, ' avg300=') ?? 0,
    totalUs: numberAt(line, totalAt + ' total='.length) ?? 0,
  };
}

function decimalOf(line: string, key: string): number | undefined {
  const at = line.indexOf(key);
  return at < 0 ? undefined : toDecimal(line.slice(at + key.length, at + key.length + 12));
}
