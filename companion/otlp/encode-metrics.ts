import { parseSnapshotRecord } from '../controller/ingest/snapshot-schema.ts';
import type { UiRecord } from '../controller/page/ui-types.ts';
import type { Entry } from '../entries/entry.ts';
import { attributes, guestResource, SCHEMA_URL, unixNanos } from './attributes.ts';
import type { OtlpSender } from './encode-logs.ts';
import { otlp } from './generated/otlp.js';
import { type Reading, readSnapshot } from './snapshot-readings.ts';

/** Metrics whose values only rise from the guest's boot on. */
const CUMULATIVE = 2;

/**
 * Body of `POST /v1/metrics` for the snapshots among entries of one app; undefined when there are none. The same entry
 * always gives the same points, so that one that came twice changes nothing at a receiver.
 */
export function encodeMetrics(entries: readonly Entry[], sender: OtlpSender): Uint8Array | undefined {
  const metrics = new Map<string, otlp.Metric.$Properties>();
  for (const entry of entries.filter(isSnapshot)) {
    const record = parseSnapshotRecord(entry.content);
    if (record !== undefined) addPoints(metrics, entry, record);
  }
  const [first] = entries;
  if (first === undefined || metrics.size === 0) return undefined;
  return otlp.MetricsRequest.encode({
    resourceMetrics: [
      {
        resource: guestResource(first, sender.nodeName),
        scopeMetrics: [
          { scope: { name: 'cherub', version: sender.version }, metrics: [...metrics.values()] },
        ],
        schemaUrl: SCHEMA_URL,
      },
    ],
  }).finish();
}

/** An entry that {@link encodeMetrics} turns into points. */
export function isSnapshot(entry: Entry): boolean {
  return entry.tags['cherub.kind'] === 'snapshot';
}

function addPoints(metrics: Map<string, otlp.Metric.$Properties>, entry: Entry, record: UiRecord): void {
  const atMs = measuredMs(entry);
  const bootMs = Math.max(0, atMs - Math.trunc(record.stamp.monotonicUs / 1000));
  for (const reading of readSnapshot(record.snapshot)) {
    pointsOf(metrics, reading).push({
      timeUnixNano: unixNanos(atMs),
      ...(reading.isCounter ? { startTimeUnixNano: unixNanos(bootMs) } : {}),
      asDouble: reading.value,
      attributes: attributes(reading.attributes ?? {}),
    });
  }
}

/** A record of the past carries only the guest's own time; any other has the host's. */
function measuredMs(entry: Entry): number {
  const wallMs = Number(entry.tags['cherub.wall']);
  const isPast = entry.tags['cherub.history'] === '1' && Number.isSafeInteger(wallMs) && wallMs > 0;
  return isPast && wallMs < entry.atMs ? wallMs : entry.atMs;
}

function pointsOf(
  metrics: Map<string, otlp.Metric.$Properties>,
  reading: Reading,
): otlp.NumberDataPoint.$Properties[] {
  const known = metrics.get(reading.name);
  const points = known?.gauge?.dataPoints ?? known?.sum?.dataPoints;
  if (points !== undefined && points !== null) return points;
  const dataPoints: otlp.NumberDataPoint.$Properties[] = [];
  const { name, unit } = reading;
  metrics.set(
    name,
    reading.isCounter
      ? { name, unit, sum: { dataPoints, aggregationTemporality: CUMULATIVE, isMonotonic: true } }
      : { name, unit, gauge: { dataPoints } },
  );
  return dataPoints;
}
