import { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from './safe-text.ts';
import { toUint32 } from './scan-text.ts';
import { TRIM_PARTS, type TrimPartName } from './trim-parts.ts';

/**
 * Bytes for a snapshot that shall fit one block of the recorder disk: the block's 4096 less its header (96),
 * its checksum (4), and the record's stamp and tags (under 96).
 */
export const SNAPSHOT_BYTES_DEFAULT = 3900;

type Snapshot = cherub.Snapshot.$Properties;

/** One step: shorten a list to `keep` items, or each stack of a blocked task to `keep` frames. */
interface Step {
  readonly part: TrimPartName | 'stacks';
  readonly keep: number;
}

/**
 * What goes first when a snapshot is too large: in this order, and of each part no more than needed. Parts are
 * shortened before any is lost, and what explains a hang (blocked tasks, the kernel's last words, failed units)
 * outlives what is nice to have. Which items of a part go first stands in `trim-parts.ts`.
 *
 * The plain numbers (load, cpu, memory, pressure, vmstat, counters; under 600 bytes) are not touched here.
 */
const STEPS: readonly Step[] = [
  { part: 'kernel_log', keep: 12 },
  { part: 'interfaces', keep: 6 },
  { part: 'disks', keep: 8 },
  { part: 'top', keep: 6 },
  { part: 'stacks', keep: 6 },
  { part: 'filesystems', keep: 8 },
  { part: 'failed_units', keep: 8 },
  { part: 'checks', keep: 12 },
  { part: 'interfaces', keep: 2 },
  { part: 'disks', keep: 3 },
  { part: 'top', keep: 3 },
  { part: 'kernel_log', keep: 6 },
  { part: 'filesystems', keep: 3 },
  { part: 'stacks', keep: 3 },
  { part: 'interfaces', keep: 0 },
  { part: 'top', keep: 0 },
  { part: 'disks', keep: 0 },
  { part: 'filesystems', keep: 0 },
  { part: 'checks', keep: 0 },
  { part: 'failed_units', keep: 2 },
  { part: 'blocked', keep: 3 },
  { part: 'kernel_log', keep: 2 },
  { part: 'stacks', keep: 0 },
  { part: 'failed_units', keep: 0 },
  { part: 'kernel_log', keep: 0 },
  { part: 'blocked', keep: 0 },
];

/** A line of `missing` about a part that was cut, with its tags: `stacks`, `cut to 3 frames`. */
const NOTE_BYTES = 40;

/** Shortest useful name of an app, for budgets that hold next to nothing. */
const APP_BYTES_MIN = 16;

/** A snapshot that fits, and its length in bytes when encoded. */
export interface FittedSnapshot {
  readonly snapshot: Snapshot;
  readonly bytes: number;
}

/**
 * Shortens a snapshot until its encoded form has at most `budgetBytes`, and says in `missing` what was cut.
 * The snapshot that is passed in stays as it is. Kernel messages that are cut count as dropped.
 *
 * Below about 700 bytes even the numbers go; the state and the period (10 bytes) always stay.
 */
export function fitSnapshot(
  snapshot: Snapshot,
  budgetBytes: number = SNAPSHOT_BYTES_DEFAULT,
): FittedSnapshot {
  let bytes = lengthOf(snapshot);
  let fitted = snapshot;
  const notes = new Map<string, string>();
  for (const step of STEPS) {
    if (bytes <= budgetBytes) break;
    fitted = apply(step, snapshot, fitted, bytes - budgetBytes, notes);
    bytes = lengthOf(fitted);
  }
  return bytes <= budgetBytes ? { snapshot: fitted, bytes } : fitCore(fitted, budgetBytes);
}

function apply(
  step: Step,
  original: Snapshot,
  current: Snapshot,
  excessBytes: number,
  notes: Map<string, string>,
): Snapshot {
  const { part, keep } = step;
  if (part === 'stacks') {
    const longest = Math.max(0, ...(current.blocked ?? []).map((task) => task.stack?.length ?? 0));
    if (longest <= keep) return current;
    notes.set('stacks', `cut to ${keep} frames`);
    return withNotes(cutStacks(current, keep), original, notes);
  }
  const list = TRIM_PARTS[part];
  if (list.count(current) <= keep) return current;
  const next = list.shorten(current, keep, excessBytes + (notes.has(part) ? 0 : NOTE_BYTES));
  const whole = list.count(original);
  const left = list.count(next);
  notes.set(part, `${left} of ${whole} kept`);
  if (part === 'kernel_log') {
    next.kernelLogDropped = toUint32((original.kernelLogDropped ?? 0) + whole - left);
  }
  return withNotes(next, original, notes);
}

function cutStacks(snapshot: Snapshot, keep: number): Snapshot {
  const cut = (task: cherub.BlockedTask.$Properties) => ({
    ...task,
    stack: task.stack?.slice(0, keep) ?? [],
  });
  return { ...snapshot, blocked: (snapshot.blocked ?? []).map(cut) };
}

/** The collector's own reason for a part stays in front: the cut comes on top of it. */
function withNotes(snapshot: Snapshot, original: Snapshot, notes: ReadonlyMap<string, string>): Snapshot {
  const missing = (original.missing ?? []).map((item) => {
    const note = notes.get(item.part ?? '');
    return note === undefined ? item : { part: item.part ?? '', reason: `${item.reason ?? ''}; ${note}` };
  });
  const named = new Set(missing.map((item) => item.part));
  for (const [part, reason] of notes) if (!named.has(part)) missing.push({ part, reason });
  return { ...snapshot, missing };
}

/** For tiny budgets: reasons become one word, then the numbers go, the least telling first. */
function fitCore(snapshot: Snapshot, budgetBytes: number): FittedSnapshot {
  const { state, periodMs, load, memory, cpu, collectUs, ...rest } = snapshot;
  const app = safeText(snapshot.app ?? '', APP_BYTES_MIN);
  const base: Snapshot = { state: state ?? 0, periodMs: periodMs ?? 0 };
  const named: Snapshot = { ...base, app };
  const shorter = (snapshot.missing ?? []).map((item) => ({ part: item.part ?? '', reason: 'cut' }));
  const withLoad: Snapshot = load ? { ...named, load } : named;
  const withMemory: Snapshot = memory ? { ...withLoad, memory } : withLoad;
  const withCpu: Snapshot = cpu ? { ...withMemory, cpu } : withMemory;
  const numbers: Snapshot = { ...rest, ...withCpu, collectUs: collectUs ?? 0 };
  const candidates: readonly Snapshot[] = [
    { ...numbers, missing: shorter },
    { ...numbers, missing: [{ part: 'lists', reason: 'cut' }] },
    ...[withCpu, withMemory, withLoad].map((s) => ({ ...s, missing: [{ part: 'numbers', reason: 'cut' }] })),
    named,
  ];
  for (const candidate of candidates) {
    const bytes = lengthOf(candidate);
    if (bytes <= budgetBytes) return { snapshot: candidate, bytes };
  }
  return { snapshot: base, bytes: lengthOf(base) };
}

/** Known without making the bytes: the writer sums lengths while it is told the fields. */
function lengthOf(snapshot: Snapshot): number {
  return cherub.Snapshot.encode(snapshot).len;
}
