import { counted, formatBytes, formatDuration, formatTime } from '../output/quantities.ts';
import { safeJson, safeText } from '../output/safe-text.ts';
import { createPaint } from '../output/style.ts';
import type { DiskCache } from '../sources/recorder/disk-file.ts';
import { type DiskReport, inspectDisk } from '../sources/recorder/inspect-disk.ts';
import { CliError } from './cli-error.ts';
import type { CliIo } from './io.ts';
import { openDisk } from './open-disk.ts';

/** `cherub disk check` */
export async function diskCheck(
  path: string,
  o: { readonly cache: DiskCache; readonly json?: boolean },
  io: CliIo,
): Promise<void> {
  const file = await openDisk(path, o.cache);
  try {
    const report = await inspectDisk(file, io.signal);
    if (report.problems.length > 0) io.exit.code = 1;
    if (o.json) io.out(`${safeJson(report)}\n`);
    else
      io.out(
        `${checkScreen(report, createPaint(io.color))
          .map((line) => line)
          .join('\n')}\n`,
      );
  } catch (error) {
    throw new CliError(`${path}: ${error instanceof Error ? error.message : String(error)}`, 1);
  } finally {
    await file.close();
  }
}

function checkScreen(report: DiskReport, paint: ReturnType<typeof createPaint>): string[] {
  const lines = [`${report.path}: ${formatBytes(report.diskBytes)}, ${report.identity}`];
  if (report.superblock !== null) {
    const { app, diskUuid, createdMs, version } = report.superblock;
    lines.push(`made ${formatTime(createdMs)} for "${app}", uuid ${diskUuid}, format ${version}`);
  }
  if (report.ring !== null) lines.push(...ringLines(report.ring));
  if (report.install !== null) {
    lines.push(`install area: an agent of ${formatBytes(report.install.bytes)}`);
  }
  const verdict =
    report.problems.length === 0
      ? [paint('good', 'ok')]
      : report.problems.map((problem) => paint('bad', safeText(`damaged: ${problem}`)));
  return [...lines.map(safeText), ...verdict];
}

function ringLines(ring: NonNullable<DiskReport['ring']>): string[] {
  const kinds = Object.entries(ring.recordsByKind).map(([kind, count]) => `${count} ${kind}`);
  const span =
    ring.oldestMs === null || ring.newestMs === null
      ? []
      : [`from ${formatTime(ring.oldestMs)} to ${formatTime(ring.newestMs)} by the guest's clock`];
  const recordsOf = kinds.length === 0 ? '' : `: ${kinds.join(', ')}`;
  const missing =
    ring.missing === 0 ? '' : ` (${counted(ring.missing, 'record is', 'records are')} missing in them)`;
  const cut = ring.torn === 0 ? '' : ' (writes that were cut)';
  const rate = ring.isMeasured ? 'at the rate of what is on it' : 'of one block each 10 s';
  return [
    `${counted(ring.records, 'record')} in ${ring.usedBlocks} of ${ring.blocks} blocks${recordsOf}`,
    ...span,
    `${counted(ring.boots, 'boot')}, ${counted(ring.runs, 'run')} of the agent, ${counted(ring.gaps, 'gap')}${missing}`,
    `blocks: ${ring.torn} torn${cut}, ${ring.invalid} invalid, ${ring.misplaced} misplaced, ${ring.stale} of an earlier life, ${ring.empty} never written`,
    `room for ${formatDuration(ring.capacityHours * 3_600_000)} of records ${rate}`,
  ];
}
