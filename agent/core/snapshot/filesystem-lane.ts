import type { cherub } from '#protocol/messages/generated/cherub.js';
import { type Mount, parseMounts } from './mounts.ts';
import { absent, failed, type Part, present } from './part.ts';
import { safeText } from './safe-text.ts';
import { toUint32 } from './scan-text.ts';

/** What statfs(2) says of a mounted filesystem. */
export interface FilesystemSpace {
  readonly totalBytes: number;
  readonly freeBytes: number;
  readonly availableBytes: number;
  readonly inodes: number;
  readonly inodesFree: number;
}

/** An answer that may come late or never; `code` is an errno name. */
export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: string };

/**
 * The calls that a dead server or disk can hold for ever. Both return at once and answer through `done`.
 * Even the list of mounts is one of them: for btrfs the kernel reads the disk to print it (show_options).
 */
export interface SlowFiles {
  readMounts(done: (answer: Answer<string>) => void): void;
  readSpace(point: string, done: (answer: Answer<FilesystemSpace>) => void): void;
}

/** Between two questions to the same filesystem. */
const ASK_EVERY_US = 30_000_000;

/** An answer may take this long before the filesystem is shown as stale. */
const STALE_AFTER_US = 2_000_000;

/**
 * Questions that may be open at the same time: one to a remote filesystem, and one to a local one or for the
 * list of mounts. Each holds a thread of the runtime's pool until it is answered, and the recorder's writes
 * need threads of the same pool: see docs/decisions/0046.
 */
export const OPEN_QUESTIONS_MAX = 2;

const POINT_BYTES_MAX = 96;
const TYPE_BYTES_MAX = 32;

interface Known {
  mount: Mount;
  space: FilesystemSpace | undefined;
  problem: string | undefined;
  askedUs: number | undefined;
  isOpen: boolean;
}

/**
 * Asks filesystems for their space beside the snapshot path: one open question for each, few at a time, and
 * a filesystem that does not answer is reported as stale with what it said last. It starts nothing by itself:
 * `step` is called once for each snapshot, with the time.
 */
export class FilesystemLane {
  readonly #files: SlowFiles;
  readonly #known = new Map<string, Known>();
  #mountsAskedUs: number | undefined;
  #mountsOpen = false;
  #mountsProblem: string | undefined;
  #mountsSeen = false;
  #left = 0;

  constructor(files: SlowFiles) {
    this.#files = files;
  }

  /** Asks whatever is due; returns at once. */
  step(nowUs: number): void {
    if (!this.#isBusy(false) && isDue(this.#mountsAskedUs, nowUs)) {
      this.#mountsOpen = true;
      this.#mountsAskedUs = nowUs;
      this.#files.readMounts((answer) => this.#takeMounts(answer, nowUs));
    }
    this.#askSpaces(nowUs);
  }

  /** Questions that are open now: each holds a thread of the pool. */
  openQuestions(): number {
    let open = this.#mountsOpen ? 1 : 0;
    for (const known of this.#known.values()) if (known.isOpen) open++;
    return open;
  }

  /** Whether every filesystem that is mounted has answered or failed. */
  isComplete(): boolean {
    if (!this.#mountsSeen) return this.#mountsProblem !== undefined;
    for (const known of this.#known.values()) {
      if (known.space === undefined && known.problem === undefined) return false;
    }
    return true;
  }

  /** What is known now, the root first; `reason` tells of filesystems that are not in the list. */
  read(nowUs: number): {
    readonly part: Part<cherub.Filesystem.$Properties[]>;
    readonly incomplete: string | undefined;
  } {
    if (!this.#mountsSeen) return { part: this.#nothingYet(nowUs), incomplete: undefined };
    const list: cherub.Filesystem.$Properties[] = [];
    const silent: string[] = [];
    for (const known of this.#known.values()) {
      if (known.space === undefined && known.problem !== undefined) silent.push(describe(known));
      else if (known.space !== undefined || this.#staleUs(known, nowUs) > 0) {
        list.push(this.#toMessage(known, nowUs));
      } else silent.push(`${safeText(known.mount.point, POINT_BYTES_MAX)} no answer yet`);
    }
    if (this.#left > 0) silent.push(`${this.#left} more are mounted`);
    return { part: present(list), incomplete: silent.length > 0 ? silent.join(', ') : undefined };
  }

  #nothingYet(nowUs: number): Part<never> {
    if (this.#mountsProblem !== undefined) return failed(this.#mountsProblem);
    const waitedUs = this.#mountsAskedUs === undefined ? 0 : nowUs - this.#mountsAskedUs;
    return waitedUs < STALE_AFTER_US
      ? absent('not asked yet')
      : failed(`the list of mounts has not been answered for ${Math.round(waitedUs / 1_000_000)} s`);
  }

  #takeMounts(answer: Answer<string>, askedUs: number): void {
    this.#mountsOpen = false;
    if (!answer.ok) {
      this.#mountsProblem = `/proc/self/mountinfo cannot be read: ${answer.code}`;
      return;
    }
    const { mounts, left } = parseMounts(answer.value);
    this.#mountsSeen = true;
    this.#mountsProblem = undefined;
    this.#left = left;
    const before = new Map(this.#known);
    this.#known.clear();
    for (const mount of mounts) {
      const same = before.get(mount.point);
      before.delete(mount.point);
      if (same === undefined || same.mount.type !== mount.type) this.#known.set(mount.point, fresh(mount));
      else this.#known.set(mount.point, Object.assign(same, { mount }));
    }
    // A question to a filesystem that was unmounted meanwhile still holds its thread: it stays until answered.
    for (const gone of before.values()) if (gone.isOpen) this.#known.set(gone.mount.point, gone);
    this.#askSpaces(askedUs);
  }

  #askSpaces(nowUs: number): void {
    for (const known of this.#known.values()) {
      if (known.isOpen || !isDue(known.askedUs, nowUs) || this.#isBusy(known.mount.isRemote)) continue;
      known.isOpen = true;
      known.askedUs = nowUs;
      this.#files.readSpace(known.mount.point, (answer) => this.#takeSpace(known, answer, nowUs));
    }
  }

  #takeSpace(known: Known, answer: Answer<FilesystemSpace>, askedUs: number): void {
    known.isOpen = false;
    if (answer.ok) {
      known.space = answer.value;
      known.problem = undefined;
    } else {
      known.problem = answer.code;
      known.space = undefined;
    }
    this.#askSpaces(askedUs);
  }

  /** Whether a question of this class is open: a dead server must not hide the state of the root. */
  #isBusy(isRemote: boolean): boolean {
    if (!isRemote && this.#mountsOpen) return true;
    for (const known of this.#known.values()) {
      if (known.isOpen && known.mount.isRemote === isRemote) return true;
    }
    return false;
  }

  /** How long there has been no answer, its own or because another one is waited for; 0 when that is normal. */
  #staleUs(known: Known, nowUs: number): number {
    if (known.askedUs === undefined) return 0;
    const sinceUs = nowUs - known.askedUs;
    return sinceUs >= (known.isOpen ? STALE_AFTER_US : ASK_EVERY_US * 2) ? sinceUs : 0;
  }

  #toMessage(known: Known, nowUs: number): cherub.Filesystem.$Properties {
    const { mount, space } = known;
    return {
      mount: safeText(mount.point, POINT_BYTES_MAX),
      type: safeText(mount.type, TYPE_BYTES_MAX),
      totalBytes: space?.totalBytes ?? 0,
      freeBytes: space?.freeBytes ?? 0,
      availableBytes: space?.availableBytes ?? 0,
      inodes: space?.inodes ?? 0,
      inodesFree: space?.inodesFree ?? 0,
      readOnly: mount.readOnly,
      staleMs: toUint32(this.#staleUs(known, nowUs) / 1000),
    };
  }
}

function fresh(mount: Mount): Known {
  return { mount, space: undefined, problem: undefined, askedUs: undefined, isOpen: false };
}

function describe(known: Known): string {
  return `${safeText(known.mount.point, POINT_BYTES_MAX)}: ${known.problem ?? ''}`;
}

function isDue(askedUs: number | undefined, nowUs: number): boolean {
  return askedUs === undefined || nowUs - askedUs >= ASK_EVERY_US;
}
