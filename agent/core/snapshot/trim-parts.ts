import { cherub } from '#protocol/messages/generated/cherub.js';
import { severityOf } from './kernel-message.ts';

type Snapshot = cherub.Snapshot.$Properties;

/** A list in a snapshot that may be shortened. */
export interface TrimPart {
  readonly count: (snapshot: Snapshot) => number;
  /**
   * A copy without the least telling items: as many as it takes to free `excessBytes`, but never fewer than
   * `keep` items stay. The order of the others is kept.
   */
  readonly shorten: (snapshot: Snapshot, keep: number, excessBytes: number) => Snapshot;
}

/** An item's tag and length in front of its bytes: two bytes of tag at most, two of length. */
const ITEM_OVERHEAD_BYTES = 3;

interface TrimPartOptions<T> {
  readonly get: (snapshot: Snapshot) => readonly T[];
  readonly set: (list: T[]) => Partial<Snapshot>;
  readonly encode: (item: T) => { readonly len: number };
  /** The lowest goes first; of equals, the last in the list. */
  readonly worth: (item: T, index: number) => number;
}

function trimPart<T>({ get, set, encode, worth }: TrimPartOptions<T>): TrimPart {
  return {
    count: (snapshot) => get(snapshot).length,
    shorten: (snapshot, keep, excessBytes) => {
      const list = get(snapshot);
      const order = list.map((item, index) => ({ index, worth: worth(item, index) }));
      order.sort((a, b) => a.worth - b.worth || b.index - a.index);
      const gone = new Set<number>();
      let excess = excessBytes;
      for (const { index } of order) {
        const item = list[index];
        if (excess <= 0 || list.length - gone.size <= keep || item === undefined) break;
        gone.add(index);
        excess -= encode(item).len + ITEM_OVERHEAD_BYTES;
      }
      return { ...snapshot, ...set(list.filter((_, index) => !gone.has(index))) };
    },
  };
}

/** Messages of warning level or worse count as so much newer than the others. */
const SEVERE_AHEAD = 16;

/** Every part that may be shortened, by the name that `missing` uses. */
export const TRIM_PARTS = {
  top: trimPart({
    get: (s) => s.top ?? [],
    set: (top) => ({ top }),
    encode: (item) => cherub.Process.encode(item),
    worth: (item) => item.cpuPermille ?? 0,
  }),
  interfaces: trimPart({
    get: (s) => s.interfaces ?? [],
    set: (interfaces) => ({ interfaces }),
    encode: (item) => cherub.Interface.encode(item),
    worth: (item) => (item.rxBytes ?? 0) + (item.txBytes ?? 0),
  }),
  disks: trimPart({
    get: (s) => s.disks ?? [],
    set: (disks) => ({ disks }),
    encode: (item) => cherub.Disk.encode(item),
    // A disk with requests under way may be the one that does not answer.
    worth: (item) => (item.inFlight ?? 0) * 1e12 + (item.busyMs ?? 0),
  }),
  filesystems: trimPart({
    get: (s) => s.filesystems ?? [],
    set: (filesystems) => ({ filesystems }),
    encode: (item) => cherub.Filesystem.encode(item),
    worth: filesystemWorth,
  }),
  failed_units: trimPart({
    get: (s) => s.failedUnits ?? [],
    set: (failedUnits) => ({ failedUnits }),
    encode: (item) => cherub.FailedUnit.encode(item),
    worth: () => 0,
  }),
  checks: trimPart({
    get: (s) => s.checks ?? [],
    set: (checks) => ({ checks }),
    encode: (item) => cherub.CheckResult.encode(item),
    worth: (item) => (item.outcome === cherub.Outcome.OUTCOME_OK ? 0 : 1),
  }),
  kernel_log: trimPart({
    get: (s) => s.kernelLog ?? [],
    set: (kernelLog) => ({ kernelLog }),
    encode: (item) => cherub.KernelMessage.encode(item),
    worth: (item, index) => index + (severityOf(item) <= 4 ? SEVERE_AHEAD : 0),
  }),
  blocked: trimPart({
    get: (s) => s.blocked ?? [],
    set: (blocked) => ({ blocked }),
    encode: (item) => cherub.BlockedTask.encode(item),
    worth: (item) => item.seenMs ?? 0,
  }),
} as const satisfies Record<string, TrimPart>;

/** The name of a list that may be shortened. */
export type TrimPartName = keyof typeof TRIM_PARTS;

/** A filesystem that does not answer, then the root, then the fullest. */
function filesystemWorth(item: cherub.Filesystem.$Properties): number {
  if ((item.staleMs ?? 0) > 0) return 3;
  if (item.mount === '/') return 2;
  const total = item.totalBytes ?? 0;
  return total > 0 ? 1 - (item.availableBytes ?? 0) / total : 0;
}
