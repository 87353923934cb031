import { formatBytes, formatDuration, formatTime } from '../output/quantities.ts';
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
  return [
    `${ring.records} records in ${ring.usedBlocks} of ${ring.blocks} blocks${kinds.length === 0 ? '' : `: ${kinds.join(', ')}`}`,
    ...span,
    `${ring.boots} boots, ${ring.runs} runs of the agent, ${ring.gaps} gaps (${ring.missing} records are missing in them)`,
    `blocks: ${ring.torn} torn (writes that were cut), ${ring.invalid} invalid, ${ring.misplaced} misplaced, ${ring.stale} of an earlier life, ${ring.empty} never written`,
    `room for ${formatDuration(ring.capacityHours * 3_600_000)} of records ${ring.isMeasured ? 'at the rate of what is on it' : 'of one block each 10 s'}`,
  ];
}
