import {
  type DiskIdentity,
  IDENTIFY_HEAD_BYTES,
  IDENTIFY_TAIL_BYTES,
  identifyDisk,
} from '#protocol/recorder/identify.ts';
import {
  BLOCK_BYTES,
  DISK_BYTES_MIN,
  SECTOR_BYTES,
  SUPERBLOCK_A,
  SUPERBLOCK_B,
} from '#protocol/recorder/layout.ts';
import { planFormat, planRepair, type Superblock } from '#protocol/recorder/superblock.ts';
import type { Result } from '../ports.ts';
import { DISK_IO_BYTES_MAX, DiskError, type DiskPort, type OpenDisk } from './disk-port.ts';

/** What the config says about the disk, and what a new one gets. */
export interface DiskWish {
  /** `auto`: found by content; else a path. */
  disk: string;
  /** An all-zero disk may be made a recorder. */
  adopt: boolean;
  app: string;
  /** For a disk that is adopted: 32 hex digits that no other disk has. */
  newDiskUuid: () => string;
  wallUs: () => number;
}

/** A recorder disk, open for writing. */
export interface FoundDisk {
  disk: OpenDisk;
  superblock: Superblock;
  /** What was done to it that a person should know; `''` when nothing was. */
  note: string;
}

interface Seen {
  path: string;
  identity: DiskIdentity | { kind: 'unreadable'; detail: string };
  head: Uint8Array;
  /** Set only for `zero-head`: the rest is zero as well. */
  allZero: boolean;
}

const HELP =
  'attach an empty disk (16 MiB keep ten hours) and set recorder.adopt: true, or set recorder.disk: none';

/**
 * Finds the recorder among all disks by what is on them, never by name; or takes the one that the config names, if it is
 * one. Adopts an all-zero disk only when told, and only when it is the only one. Writes to nothing else.
 * @returns the disk, or why there is none, by name of what was found
 */
export async function findRecorderDisk(port: DiskPort, wish: DiskWish): Promise<Result<FoundDisk>> {
  const paths = wish.disk === 'auto' ? await port.list() : [wish.disk];
  const seen: Seen[] = [];
  for (const path of paths) seen.push(await look(port, path, wish.adopt));
  const recorders = seen.filter(({ identity }) => identity.kind === 'recorder');
  const [recorder, second] = recorders;
  if (recorder !== undefined && second !== undefined) {
    return fail(`${recorder.path} and ${second.path} both are recorder disks; name one in recorder.disk`);
  }
  if (recorder !== undefined) return own(port, recorder, wish);
  const empty = seen.filter(({ allZero }) => allZero);
  if (!wish.adopt || empty.length === 0) return fail(describeNone(seen, wish));
  const [target, another] = empty;
  if (target === undefined || another !== undefined) {
    return fail(
      `${empty.map(({ path }) => path).join(' and ')} are all empty; name the one to adopt in recorder.disk`,
    );
  }
  return own(port, target, wish);
}

/** What is on the disks that a config can mean; only reads. `disk`: as in DiskWish. */
export async function surveyDisks(port: DiskPort, disk: string): Promise<Pick<Seen, 'path' | 'identity'>[]> {
  const seen: Seen[] = [];
  for (const path of disk === 'auto' ? await port.list() : [disk]) seen.push(await look(port, path, false));
  return seen;
}

/** What stands on a disk, in the words of a message: "an ext4 filesystem" without the article. */
export function describeIdentity(identity: DiskIdentity | { kind: 'unreadable'; detail: string }): string {
  switch (identity.kind) {
    case 'recorder':
      return 'recorder disk';
    case 'foreign':
      return identity.signature;
    case 'damaged':
      return `damaged recorder: ${identity.detail}`;
    case 'unsupported':
      return `recorder that this agent cannot use: ${identity.detail}`;
    case 'zero-head':
      return 'empty';
    case 'unknown':
      return 'unknown data';
    case 'unreadable':
      return identity.detail;
    default:
      return identity satisfies never;
  }
}

/** Reads what is on one disk; a disk that cannot be read is a finding, not an error. */
async function look(port: DiskPort, path: string, mayAdopt: boolean): Promise<Seen> {
  let disk: OpenDisk | undefined;
  try {
    disk = await port.open(path, 'look');
    const { identity, head } = await identify(disk);
    const allZero =
      identity.kind === 'zero-head' &&
      mayAdopt &&
      disk.diskBytes >= DISK_BYTES_MIN &&
      (await isAllZero(disk));
    return { path, identity, head, allZero };
  } catch (error) {
    if (!(error instanceof DiskError)) throw error;
    return {
      path,
      identity: { kind: 'unreadable', detail: error.message },
      head: new Uint8Array(0),
      allZero: false,
    };
  } finally {
    await disk?.close();
  }
}

async function identify(disk: OpenDisk): Promise<{ identity: DiskIdentity; head: Uint8Array }> {
  const { diskBytes } = disk;
  const usable = Math.floor(diskBytes / BLOCK_BYTES) * BLOCK_BYTES;
  const head = (await disk.read(0, Math.min(IDENTIFY_HEAD_BYTES, usable))).slice();
  const tailBytes = Math.min(IDENTIFY_TAIL_BYTES, usable);
  const tail = (await disk.read(usable - tailBytes, tailBytes)).slice();
  return { identity: identifyDisk({ head, tail, diskBytes }), head };
}

/** Opens the disk for itself alone, looks again at what is on it now, and only then writes what has to be written. */
async function own(port: DiskPort, seen: Seen, wish: DiskWish): Promise<Result<FoundDisk>> {
  const { path } = seen;
  const disk = await port.open(path, 'own');
  let kept = false;
  try {
    const { identity, head } = (await isUnchanged(disk, seen)) ? seen : await identify(disk);
    if (identity.kind === 'recorder') {
      kept = true;
      return {
        ok: true,
        value: {
          disk,
          superblock: identity.superblock,
          note: await repair(disk, head, identity.repaired),
        },
      };
    }
    if (identity.kind !== 'zero-head' || !wish.adopt || !(await isAllZero(disk))) {
      return fail(`${path} changed while it was looked at: now ${describeIdentity(identity)}`);
    }
    const adopted = await adopt(disk, wish);
    kept = adopted.ok;
    return adopted;
  } finally {
    if (!kept) await disk.close();
  }
}

/** Looks at every sector; what is behind the last whole one nobody can write either. */
async function isAllZero(disk: OpenDisk): Promise<boolean> {
  const usable = Math.floor(disk.diskBytes / SECTOR_BYTES) * SECTOR_BYTES;
  for (let at = 0; at < usable; at += DISK_IO_BYTES_MAX) {
    if (!(await disk.isZero(at, Math.min(DISK_IO_BYTES_MAX, usable - at)))) return false;
  }
  return true;
}

/**
 * A recorder whose superblocks are what they were a moment ago needs no second search for signatures, which costs an
 * interpreter more than all the rest of a start.
 */
async function isUnchanged(disk: OpenDisk, seen: Seen): Promise<boolean> {
  if (seen.identity.kind !== 'recorder') return false;
  for (const block of [SUPERBLOCK_A, SUPERBLOCK_B]) {
    const offset = block * BLOCK_BYTES;
    const now = await disk.read(offset, BLOCK_BYTES);
    if (!now.every((byte, i) => byte === seen.head[offset + i])) return false;
  }
  return true;
}

async function repair(disk: OpenDisk, head: Uint8Array, bad: 'A' | 'B' | undefined): Promise<string> {
  if (bad === undefined) return '';
  for (const write of planRepair({ head, bad })) await disk.write(write.offsetBytes, write.bytes);
  return `copy ${bad} of the superblock was damaged and has been written again`;
}

async function adopt(disk: OpenDisk, wish: DiskWish): Promise<Result<FoundDisk>> {
  const plan = planFormat({
    diskBytes: disk.diskBytes,
    diskUuid: wish.newDiskUuid(),
    createdWallUs: wish.wallUs(),
    app: wish.app,
  });
  if (!plan.ok) return fail(`${disk.path}: ${plan.detail}`);
  for (const write of plan.writes) await disk.write(write.offsetBytes, write.bytes);
  return {
    ok: true,
    value: { disk, superblock: plan.superblock, note: 'the disk was empty and has been adopted' },
  };
}

function describeNone(seen: readonly Seen[], wish: DiskWish): string {
  const [only] = seen;
  if (wish.disk !== 'auto' && only !== undefined) return describeRefusal(only, wish.adopt);
  if (seen.length === 0) return `there is no disk at all; ${HELP}`;
  const list = seen.map(({ path, identity }) => `${path} (${describeIdentity(identity)})`).join(', ');
  const empty = seen.find(({ identity }) => identity.kind === 'zero-head');
  if (empty !== undefined && !wish.adopt) {
    return `no recorder among ${list}; set recorder.adopt: true to let the agent use ${empty.path}`;
  }
  return `no recorder among ${list}; ${HELP}`;
}

function describeRefusal({ path, identity }: Seen, adopt: boolean): string {
  switch (identity.kind) {
    case 'zero-head':
      return adopt
        ? `${path} starts with zeros but is not empty or is too small; the agent adopts only an all-zero disk of 1 MiB or more`
        : `${path} is empty; set recorder.adopt: true to let the agent use it`;
    case 'unreadable':
      return `${path}: ${identity.detail}`;
    default:
      return `${path} is refused: it holds ${describeIdentity(identity)}; name another disk, or clear this one if nobody needs it`;
  }
}

function fail(problem: string): { ok: false; problem: string } {
  return { ok: false, problem };
}
