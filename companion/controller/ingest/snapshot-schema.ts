import * as z from 'zod/mini';
import type { UiRecord } from '../page/ui-types.ts';

/*
 * The JSON form of a Record that holds a Snapshot (protocol/messages/cherub.proto, messageToJson): absent
 * fields are 0, false or empty, as in protobuf. Only what the page shows is taken; the rest stays in the
 * stored content. The limits keep a hostile snapshot from growing the page.
 */

// messageToJson writes null for a number that is none (NaN).
const count = z._default(
  z.pipe(
    z.nullable(z.number().check(z.minimum(0), z.maximum(Number.MAX_SAFE_INTEGER))),
    z.transform((value) => value ?? 0),
  ),
  0,
);
const flag = z._default(z.boolean(), false);
const text = z._default(z.string().check(z.maxLength(8192)), '');

// messageToJson leaves an enum value that it does not know as a number: a newer agent.
const enumName = z._default(
  z.pipe(
    z.union([z.string().check(z.maxLength(32)), z.number()]),
    z.transform((value) => String(value)),
  ),
  '',
);

const pressure = z.optional(z.object({ avg10: count, avg60: count, avg300: count, totalUs: count }));

function list<T extends z.core.$ZodType>(item: T) {
  return z._default(z.array(item).check(z.maxLength(512)), []);
}

const snapshot = z.object({
  app: text,
  state: enumName,
  periodMs: count,
  load: z.optional(z.object({ load1: count, load5: count, load15: count, runnable: count, tasks: count })),
  cpu: z.optional(
    z.object({
      online: count,
      userMs: count,
      niceMs: count,
      systemMs: count,
      idleMs: count,
      iowaitMs: count,
      irqMs: count,
      softirqMs: count,
      stealMs: count,
    }),
  ),
  memory: z.optional(
    z.object({
      totalBytes: count,
      freeBytes: count,
      availableBytes: count,
      buffersBytes: count,
      cachedBytes: count,
      anonymousBytes: count,
      slabReclaimableBytes: count,
      slabUnreclaimableBytes: count,
      dirtyBytes: count,
      writebackBytes: count,
      swapTotalBytes: count,
      swapFreeBytes: count,
      committedBytes: count,
    }),
  ),
  cpuSome: pressure,
  memorySome: pressure,
  memoryFull: pressure,
  ioSome: pressure,
  ioFull: pressure,
  vmstat: z.optional(z.object({ oomKills: count, majorFaults: count, allocationStalls: count })),
  disks: list(
    z.object({
      name: text,
      reads: count,
      readBytes: count,
      writes: count,
      writtenBytes: count,
      inFlight: count,
      busyMs: count,
    }),
  ),
  filesystems: list(
    z.object({
      mount: text,
      type: text,
      totalBytes: count,
      freeBytes: count,
      availableBytes: count,
      inodes: count,
      inodesFree: count,
      readOnly: flag,
      staleMs: count,
    }),
  ),
  interfaces: list(
    z.object({
      name: text,
      rxBytes: count,
      rxErrors: count,
      rxDropped: count,
      txBytes: count,
      txErrors: count,
      txDropped: count,
      up: flag,
    }),
  ),
  top: list(
    z.object({
      pid: count,
      comm: text,
      state: text,
      cpuPermille: count,
      residentBytes: count,
      threads: count,
    }),
  ),
  blocked: list(
    z.object({
      pid: count,
      comm: text,
      wchan: text,
      stack: list(z.string().check(z.maxLength(512))),
      seenMs: count,
    }),
  ),
  blockedTotal: count,
  failedUnits: list(z.object({ name: text })),
  kernelLog: list(z.object({ sequence: count, monotonicUs: count, priority: count, text })),
  kernelLogDropped: count,
  checks: list(z.object({ name: text, outcome: enumName, message: text, ageMs: count })),
  missing: list(z.object({ part: text, reason: text })),
  collectUs: count,
});

const record = z.object({
  stamp: z.object({ bootId: text, sequence: count, monotonicUs: count, wallUs: count, runId: count }),
  snapshot,
});

/** Reads the content of an entry of kind `snapshot`; undefined when it is not what that kind promises. */
export function parseSnapshotRecord(content: string): UiRecord | undefined {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    return undefined;
  }
  const parsed = record.safeParse(json);
  return parsed.success ? parsed.data : undefined;
}
