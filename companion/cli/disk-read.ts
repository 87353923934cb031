import { messageToJson } from '#protocol/messages/to-json.ts';
import type { FollowEvent } from '#protocol/recorder/follow.ts';
import { wait } from '../delivery/wait.ts';
import { safeJson, safeText } from '../output/safe-text.ts';
import type { Observation } from '../sources/observation.ts';
import type { DiskCache } from '../sources/recorder/disk-file.ts';
import { DiskFollower } from '../sources/recorder/disk-follower.ts';
import { RingEvents } from '../sources/recorder/ring-events.ts';
import { CliError } from './cli-error.ts';
import { describeFully, describeRecord } from './describe-record.ts';
import type { CliIo } from './io.ts';
import { openDisk, requireSuperblock } from './open-disk.ts';

/** What `--kind` takes. */
export const RECORD_KINDS = ['start', 'snapshot', 'inventory', 'answer', 'stop', 'beat'];

const POLL_MS = 500;

export interface DiskReadOptions {
  readonly last?: number;
  readonly kind?: string;
  readonly follow?: boolean;
  readonly full?: boolean;
  readonly cache: DiskCache;
  readonly json?: boolean;
}

type RecordSeen = Extract<Observation, { kind: 'record' }>;

/** `cherub disk read` */
export async function diskRead(path: string, o: DiskReadOptions, io: CliIo): Promise<void> {
  const warn = (line: string): void => io.err(`cherub: ${safeText(line)}\n`);
  const file = await openDisk(path, o.cache);
  try {
    const superblock = await requireSuperblock(file, warn);
    const follower = new DiskFollower(file, superblock, 'oldest');
    const events = new RingEvents();
    const show = (seen: RecordSeen): void => io.out(formatRecord(seen, o));
    // Only as many as are wanted are held.
    const held: RecordSeen[] = [];
    await follower.poll(
      io.signal,
      undefined,
      takeRecords(events, o, (seen) => {
        if (o.last === undefined) show(seen);
        else if (held.push(seen) > o.last) held.shift();
      }),
    );
    held.forEach(show);
    while (o.follow === true && !io.signal.aborted) {
      await wait(POLL_MS, io.signal);
      await follower.poll(io.signal, undefined, takeRecords(events, o, show));
    }
    const { recordsInvalid, recordsLost } = events.counters;
    if (recordsInvalid > 0)
      warn(`${recordsInvalid} records could not be understood; see: cherub disk check ${path}`);
    if (recordsLost > 0) warn(`${recordsLost} records were overwritten or damaged while reading`);
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(`${path}: ${error instanceof Error ? error.message : String(error)}`, 1);
  } finally {
    await file.close();
  }
}

function takeRecords(
  events: RingEvents,
  o: DiskReadOptions,
  use: (seen: RecordSeen) => void,
): (event: FollowEvent) => void {
  return (event) => {
    const seen = events.take(event, false);
    if (seen?.kind === 'record' && (o.kind === undefined || seen.identity.kind === o.kind)) use(seen);
  };
}

function formatRecord({ record, identity }: RecordSeen, o: DiskReadOptions): string {
  if (o.json) return `${safeJson(messageToJson(record))}\n`;
  const line = describeRecord(record, identity);
  return o.full ? `${line}\n${describeFully(record)}\n` : `${line}\n`;
}
