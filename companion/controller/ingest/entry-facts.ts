import { parseLabel } from '#protocol/label/parse-label.ts';
import type { UiRecord } from '../page/ui-types.ts';
import { CHANNELS, type ChannelFacts, type HeartbeatFacts, type SnapshotFacts } from './ingested-entry.ts';
import { parseSnapshotRecord } from './snapshot-schema.ts';

/** The numbers of a heartbeat label; undefined when the line holds no valid one. */
export function heartbeatFacts(line: string): HeartbeatFacts | undefined {
  const parsed = parseLabel(line);
  if (parsed.kind !== 'label') return undefined;
  const { label } = parsed;
  return {
    kind: 'heartbeat',
    boot: label.bootId,
    sequence: label.sequence,
    uptimeSeconds: label.uptimeSeconds,
    everySeconds: label.everySeconds,
    state: label.state,
  };
}

/** The plotted numbers of a snapshot record in JSON; undefined when it is none. */
export function snapshotFacts(content: string): SnapshotFacts | undefined {
  const record = parseSnapshotRecord(content);
  if (record === undefined) return undefined;
  const { stamp, snapshot } = record;
  const { memory } = snapshot;
  return {
    kind: 'snapshot',
    boot: stamp.bootId,
    run: Math.trunc(stamp.runId),
    sequence: Math.trunc(stamp.sequence),
    periodMs: Math.trunc(snapshot.periodMs),
    state: snapshot.state,
    load1: snapshot.load?.load1,
    memoryUsedPercent: memory && usedPercent(memory.totalBytes, memory.availableBytes),
    swapUsedPercent: memory && usedPercent(memory.swapTotalBytes, memory.swapFreeBytes),
    ...pressures(snapshot),
  };
}

function pressures(snapshot: UiRecord['snapshot']) {
  return {
    pressureCpu: snapshot.cpuSome?.avg10,
    pressureMemory: snapshot.memorySome?.avg10,
    pressureIo: snapshot.ioSome?.avg10,
  };
}

/** @returns undefined when there is nothing to use (no swap) */
function usedPercent(total: number, free: number): number | undefined {
  return total > 0 ? Math.min(100, Math.max(0, (100 * (total - free)) / total)) : undefined;
}

/** The new state of a channel: by tag, or by the text `link: fresh → stale, …`. */
export function channelFacts(content: string, tags: ReadonlyMap<string, string>): ChannelFacts | undefined {
  const text = /^(\w{1,16}): (?:\w{1,16} (?:→|->) )?(\w{1,16})(?:,|$)/u.exec(content);
  const channel = CHANNELS.find((name) => name === (tags.get('cherub.channel') ?? text?.[1]));
  const state = tags.get('cherub.state') ?? text?.[2];
  if (channel === undefined || state === undefined || !/^[a-z]{1,16}$/u.test(state)) return undefined;
  return { kind: 'channel', channel, state };
}
