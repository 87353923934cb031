import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { writeAtomic } from './write-atomic.ts';

/** How far one sink has come. */
export interface Cursor {
  /** Number of the first entry that it has not taken. */
  next: number;
  /** Entries that were dropped before it had taken them, over the whole life of the spool. */
  dropped: number;
}

const count = z.int().check(z.minimum(0));
const shape = z.record(z.string(), z.object({ next: count, dropped: count }));

/** The cursors as they were kept; without a readable file none, so that everything is sent again. */
export function readCursors(path: string): Map<string, Cursor> {
  try {
    const parsed = z.safeParse(shape, JSON.parse(readFileSync(path, 'utf8')));
    return new Map(parsed.success ? Object.entries(parsed.data) : []);
  } catch {
    return new Map();
  }
}

export function writeCursors(path: string, cursors: ReadonlyMap<string, Cursor>): void {
  writeAtomic(path, `${JSON.stringify(Object.fromEntries(cursors))}\n`);
}
