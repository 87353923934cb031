import { closeSync, constants, openSync, readSync } from 'node:fs';
import { safeText } from '../../output/safe-text.ts';

export interface KernelLogLine {
  readonly sequence: number;
  /** Since the host's boot, microseconds. */
  readonly monotonicUs: number;
  /** syslog level, 0 emergency to 7 debug. */
  readonly level: number;
  /** Safe to print. */
  readonly text: string;
}

export type KernelLog =
  | { readonly ok: true; readonly lines: readonly KernelLogLine[] }
  /** One line for people. */
  | { readonly ok: false; readonly reason: string };

/** One record of /dev/kmsg is at most CONSOLE_EXT_LOG_MAX (8 KiB). */
const RECORD_BYTES_MAX = 8192;
/** The largest log buffers hold some hundred thousand records; a flood while we read must not keep us for ever. */
const RECORDS_MAX = 400_000;

/**
 * The end of the host's kernel log, read from /dev/kmsg without waiting (Linux Documentation/ABI/testing/dev-kmsg).
 * @param linesMax of the end
 */
export function readKernelLog(linesMax: number, path = '/dev/kmsg'): KernelLog {
  let file: number;
  try {
    file = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, reason: `the host's kernel log cannot be read: ${reason}` };
  }
  try {
    return { ok: true, lines: readRecords(file, linesMax) };
  } finally {
    closeSync(file);
  }
}

function readRecords(file: number, linesMax: number): KernelLogLine[] {
  const buffer = Buffer.alloc(RECORD_BYTES_MAX);
  let lines: KernelLogLine[] = [];
  for (let count = 0; count < RECORDS_MAX; count += 1) {
    const length = readRecord(file, buffer);
    if (length === 'end') break;
    const line = parseKernelRecord(buffer.toString('utf8', 0, length));
    if (line !== undefined) lines.push(line);
    // Not one by one: that would move the whole list each time.
    if (lines.length > 2 * linesMax) lines = lines.slice(-linesMax);
  }
  return lines.slice(-linesMax);
}

function readRecord(file: number, buffer: Buffer): number | 'end' {
  try {
    const length = readSync(file, buffer, 0, buffer.length, null);
    return length === 0 ? 'end' : length;
  } catch (error) {
    // EPIPE: records were overwritten before we came to them, and the next read goes on behind them.
    return error instanceof Error && 'code' in error && error.code === 'EPIPE' ? 0 : 'end';
  }
}

/** Undefined for what is no record. */
export function parseKernelRecord(record: string): KernelLogLine | undefined {
  const match = /^(\d+),(\d+),(\d+),[^;]*;([^\n]*)/u.exec(record);
  if (match === null) return undefined;
  return {
    sequence: Number(match[2]),
    monotonicUs: Number(match[3]),
    level: Number(match[1]) & 7,
    text: safeText(match[4] ?? ''),
  };
}
