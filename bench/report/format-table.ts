import type { Row } from './row.ts';

const HEAD = ['what', 'unit', 'Cherub', 'peer', 'its value', 'ratio', 'target', ''];
const RIGHT = new Set([2, 4, 5, 6]);

/** Rows as a table for a terminal, one line each, with aligned columns. */
export function formatTable(rows: readonly Row[]): string {
  const cells = [HEAD, ...rows.map(cellsOf)];
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => (row[column] ?? '').length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return RIGHT.has(column) ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
  const rule = widths.map((width) => '-'.repeat(width)).join('  ');
  return [lines[0], rule, ...lines.slice(1)].map((line) => `${line}\n`).join('');
}

function cellsOf(row: Row): string[] {
  const verdict = row.ok === null ? '' : row.ok ? 'ok' : 'MISSED';
  const text = (value: number | string | null): string => (value === null ? '' : String(value));
  return [
    row.name,
    row.unit,
    text(row.value),
    text(row.peer),
    text(row.peerValue),
    text(row.ratio),
    text(row.target),
    verdict,
  ];
}
