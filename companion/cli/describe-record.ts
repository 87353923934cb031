import type { cherub } from '#protocol/messages/generated/cherub.js';
import { messageToJson } from '#protocol/messages/to-json.ts';
import type { RecordIdentity } from '../entries/entry-factory.ts';
import { formatBytes, formatDuration, formatTime } from '../output/quantities.ts';
import { safeText } from '../output/safe-text.ts';
import { cutToWidth } from '../output/table.ts';

/** Longest text of a guest in a line. */
const TEXT_COLUMNS_MAX = 160;

/** One record in one line: guest's wall clock, uptime, boot, run, kind, number, and what matters of its body. */
export function describeRecord(record: cherub.Record, identity: RecordIdentity): string {
  const wallMs = (record.stamp?.wallUs ?? 0) / 1000;
  const up = formatDuration(identity.monotonicUs / 1000);
  const who = `boot ${identity.bootId.slice(0, 8)} run ${identity.runId.toString(16).padStart(8, '0')}`;
  const line = `${formatTime(wallMs)}  up ${up}  ${who}  ${identity.kind} ${identity.sequence}  ${summaryOf(record)}`;
  return safeText(line).trimEnd();
}

/** The whole record, one field a line; texts are safe for a terminal. */
export function describeFully(record: cherub.Record): string {
  return JSON.stringify(messageToJson(record), null, 2).split('\n').map(safeText).join('\n');
}

function summaryOf(record: cherub.Record): string {
  switch (record.body) {
    case 'start':
      return startSummary(record.start);
    case 'snapshot':
      return snapshotSummary(record.snapshot);
    case 'inventory':
      return text(`${record.inventory?.osPrettyName ?? ''}, kernel ${record.inventory?.kernelRelease ?? ''}`);
    case 'answer':
      return `to request ${record.answer?.requestId ?? 0}, code ${record.answer?.code ?? 0}`;
    case 'stop':
      return text(record.stop?.reason ?? '');
    case 'beat':
      return text(`${record.beat?.delivered ? '' : 'NOT DELIVERED '}${record.beat?.line ?? ''}`);
    default:
      return '';
  }
}

function startSummary(start: cherub.AgentStart.$Properties | null | undefined): string {
  const missing = (start?.missing ?? []).map((each) => each.part ?? '').join(', ');
  const version = `agent ${start?.agentVersion ?? ''} for ${start?.app ?? ''}`;
  return text(missing === '' ? version : `${version}, without ${missing}`);
}

function snapshotSummary(snapshot: cherub.Snapshot.$Properties | null | undefined): string {
  if (!snapshot) return '';
  const { load, memory, cpuSome, memorySome, ioSome } = snapshot;
  const pressure = [cpuSome, memorySome, ioSome].map((each) => (each?.avg10 ?? 0).toFixed(1)).join('/');
  const state = messageToJson({ state: snapshot.state ?? 0 })['state'];
  const parts = [
    typeof state === 'string' ? state : '-',
    `load ${(load?.load1 ?? 0).toFixed(2)}`,
    `free ${formatBytes(memory?.availableBytes ?? 0)} of ${formatBytes(memory?.totalBytes ?? 0)}`,
    `psi ${pressure}`,
    ...counted(snapshot.blockedTotal ?? 0, 'blocked'),
    ...counted(snapshot.failedUnits?.length ?? 0, 'failed units'),
    ...counted(snapshot.kernelLog?.length ?? 0, 'kernel lines'),
  ];
  return parts.join(', ');
}

function counted(count: number, words: string): string[] {
  return count === 0 ? [] : [`${count} ${words}`];
}

function text(value: string): string {
  return cutToWidth(safeText(value), TEXT_COLUMNS_MAX);
}
