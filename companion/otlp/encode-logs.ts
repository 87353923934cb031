import type { Entry, Severity } from '../entries/entry.ts';
import { attributes, guestResource, SCHEMA_URL, unixNanos } from './attributes.ts';
import { otlp } from './generated/otlp.js';

/** Severity numbers of OpenTelemetry's log data model for the names of syslog. */
const SEVERITY_NUMBERS: Readonly<Record<Severity, number>> = {
  emerg: 21,
  err: 17,
  warning: 13,
  info: 9,
  debug: 5,
};

/** Who sends, in every request. */
export interface OtlpSender {
  readonly nodeName: string;
  readonly version: string;
}

/** Body of `POST /v1/logs` for entries of one app. */
export function encodeLogs(entries: readonly Entry[], sender: OtlpSender): Uint8Array {
  const [first] = entries;
  if (first === undefined) return new Uint8Array(0);
  return otlp.LogsRequest.encode({
    resourceLogs: [
      {
        resource: guestResource(first, sender.nodeName),
        scopeLogs: [
          { scope: { name: 'cherub', version: sender.version }, logRecords: entries.map(toLogRecord) },
        ],
        schemaUrl: SCHEMA_URL,
      },
    ],
  }).finish();
}

/** The time of the guest is only a claim, so that the host's receive time is both; the guest's stays in its tag. */
function toLogRecord(entry: Entry): otlp.LogRecord.$Properties {
  const timeUnixNano = unixNanos(entry.atMs);
  const kind = entry.tags['cherub.kind'] ?? '';
  return {
    timeUnixNano,
    observedTimeUnixNano: timeUnixNano,
    severityNumber: SEVERITY_NUMBERS[entry.severity],
    severityText: entry.severity,
    body: { stringValue: entry.content },
    attributes: attributes({
      // By which a receiver knows a record that came twice.
      'log.record.uid': entry.id,
      'cherub.source': entry.source,
      ...entry.tags,
    }),
    ...(kind === '' ? {} : { eventName: `cherub.${kind}` }),
  };
}
