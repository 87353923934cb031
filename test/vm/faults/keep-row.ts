import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultRow } from './fault-case.ts';

/** Test files run beside each other, and one may die: each row is kept when it is known. */
const ROWS_FILE = join(import.meta.dirname, '../../../artifacts/faults.jsonl');

export function keepRow(row: FaultRow): void {
  mkdirSync(join(ROWS_FILE, '..'), { recursive: true });
  appendFileSync(ROWS_FILE, `${JSON.stringify(row)}\n`);
  const seconds = row.secondsToVerdict === null ? '-' : `${row.secondsToVerdict} s`;
  process.stderr.write(
    `${row.ok ? 'ok  ' : 'FAIL'} ${row.vm} ${row.fault}: ${row.verdict} after ${seconds} (${row.expected}) ${row.votes.join(', ')}; ${row.parts.length} parts\n`,
  );
}
