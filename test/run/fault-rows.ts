import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FaultRow } from '../vm/faults/fault-case.ts';

/** What the fault tests append, a row a line, while they run. */
const LINES = 'artifacts/faults.jsonl';
/** The table that is kept. */
const TABLE = 'artifacts/faults.json';

/** Nobody may take the rows of an earlier run for this one's. */
export function clearFaultRows(root: string): void {
  for (const file of [LINES, TABLE]) rmSync(join(root, file), { force: true });
}

/** The rows of this run, which are kept as {@link TABLE}; none when no fault was tested. */
export function readFaultRows(root: string): FaultRow[] {
  const file = join(root, LINES);
  if (!existsSync(file)) return [];
  const rows = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as FaultRow)
    .sort((a, b) => a.vm.localeCompare(b.vm) || a.fault.localeCompare(b.fault));
  writeFileSync(join(root, TABLE), `${JSON.stringify(rows, null, 2)}\n`);
  return rows;
}

/** The table for people; empty when there are no rows. */
export function faultTable(rows: readonly FaultRow[]): string {
  if (rows.length === 0) return '';
  const cells = rows.map((row) => [
    row.ok ? 'ok' : 'FAIL',
    row.vm,
    row.fault,
    row.verdict,
    row.secondsToVerdict === null ? '-' : `${row.secondsToVerdict.toFixed(1)} s`,
    String(row.parts.length),
    row.problem ?? row.votes.join(', '),
  ]);
  const heading = ['', 'vm', 'fault', 'verdict', 'after', 'parts', 'votes'];
  const widths = heading.map((title, column) =>
    Math.max(title.length, ...cells.map((cell) => cell[column]?.length ?? 0)),
  );
  const lines = [heading, ...cells].map((cell) =>
    cell
      .map((text, column) => text.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return `\n=== faults\n${lines.join('\n')}\n`;
}
