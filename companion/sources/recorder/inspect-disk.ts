import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { BLOCK_BYTES, type Geometry, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import { assembleRecord, type RecordRef, type RingScan, RingScanner } from '#protocol/recorder/scan.ts';
import { identifyRecord, type RecordIdentity } from '../../entries/entry-factory.ts';
import { counted } from '../../output/quantities.ts';
import type { DiskFile } from './disk-file.ts';
import { WINDOW_BLOCKS } from './disk-follower.ts';
import { describeIdentity, identifyFile, readableSuperblock } from './identify-file.ts';
import { type InstallReport, inspectInstallArea } from './install-area.ts';
import { measureCapacity } from './measure-capacity.ts';

/** What a whole recorder disk holds. Texts may come from a guest. */
export interface DiskReport {
  readonly path: string;
  readonly diskBytes: number;
  /** `recorder disk`, or what else is there. */
  readonly identity: string;
  readonly superblock: {
    readonly diskUuid: string;
    readonly app: string;
    readonly createdMs: number;
    readonly version: string;
  } | null;
  readonly ring: RingReport | null;
  /** The executable that a guest can install from this disk; null when there is none. */
  readonly install: InstallReport | null;
  /** What is damaged, one line each; empty when all is well. */
  readonly problems: readonly string[];
}

export interface RingReport {
  readonly blocks: number;
  readonly usedBlocks: number;
  readonly records: number;
  readonly recordsByKind: Readonly<Record<string, number>>;
  readonly undecodable: number;
  readonly boots: number;
  readonly runs: number;
  /** Places where the numbers of one kind of record of one run do not follow each other, and how many are missing there. */
  readonly gaps: number;
  readonly missing: number;
  readonly torn: number;
  readonly incomplete: number;
  readonly invalid: number;
  readonly misplaced: number;
  readonly stale: number;
  readonly empty: number;
  /** Guest's wall clock. */
  readonly oldestMs: number | null;
  readonly newestMs: number | null;
  readonly capacityHours: number;
  /** The capacity follows from what is on the disk; false: from one block each 10 s. */
  readonly isMeasured: boolean;
}

/** Reads a whole disk. Throws what the system says. */
export async function inspectDisk(file: DiskFile, signal: AbortSignal): Promise<DiskReport> {
  const identity = await identifyFile(file);
  const superblock = readableSuperblock(identity);
  const described = describeIdentity(identity);
  const ring = superblock && (await inspectRing(file, superblock, signal));
  const install = superblock === undefined ? null : await inspectInstallArea(file, superblock, signal);
  return {
    path: file.path,
    diskBytes: file.diskBytes,
    identity: identity.kind === 'recorder' ? 'recorder disk' : described,
    superblock: superblock
      ? {
          diskUuid: superblock.diskUuid,
          app: superblock.app,
          createdMs: superblock.createdWallUs / 1000,
          version: `${superblock.major}.${superblock.minor}`,
        }
      : null,
    ring: ring ?? null,
    install,
    problems: [
      ...(described === '' ? [] : [described]),
      ...(ring ? ringProblems(ring) : []),
      ...(install?.whole === false ? ['the install area does not hold what its header says'] : []),
    ],
  };
}

function ringProblems(ring: RingReport): string[] {
  const found: [number, string, string][] = [
    [ring.invalid, 'block holds neither a record nor zeros', 'blocks hold neither a record nor zeros'],
    [ring.misplaced, 'block stands where it does not belong', 'blocks stand where they do not belong'],
    [
      ring.undecodable,
      'record is complete and cannot be understood',
      'records are complete and cannot be understood',
    ],
  ];
  return found.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many));
}

async function inspectRing(file: DiskFile, geometry: Geometry, signal: AbortSignal): Promise<RingReport> {
  const scan = await scanRing(file, geometry, signal);
  const tally = new RecordTally();
  for (const ref of scan.records) {
    signal.throwIfAborted();
    tally.add(ref, await readRecord(file, geometry, ref));
  }
  const { records, torn, incomplete, invalid, misplaced, stale, empty } = scan;
  const usedBlocks = records.reduce((sum, ref) => sum + ref.blocks, 0);
  return {
    blocks: geometry.ringBlocks,
    usedBlocks,
    records: records.length,
    ...tally.report(),
    torn,
    incomplete,
    invalid,
    misplaced,
    stale,
    empty,
    ...measureCapacity(geometry.ringBlocks, tally.stamps),
  };
}

async function scanRing(file: DiskFile, geometry: Geometry, signal: AbortSignal): Promise<RingScan> {
  const scanner = new RingScanner(geometry);
  for (let first = 0; first < geometry.ringBlocks; first += WINDOW_BLOCKS) {
    signal.throwIfAborted();
    const count = Math.min(WINDOW_BLOCKS, geometry.ringBlocks - first);
    const bytes = await file.read(ringOffsetBytes(geometry, first), count * BLOCK_BYTES);
    for (let i = 0; i < count; i += 1) {
      scanner.add(first + i, bytes.subarray(i * BLOCK_BYTES, (i + 1) * BLOCK_BYTES));
    }
  }
  return scanner.finish();
}

/** @returns undefined when it is gone meanwhile; `invalid` when it is complete and makes no sense */
async function readRecord(
  file: DiskFile,
  geometry: Geometry,
  ref: RecordRef,
): Promise<cherub.Record | 'invalid' | undefined> {
  const blocks = new Map<number, Uint8Array>();
  for (let n = 0n; n < ref.blocks; n += 1n) {
    const index = Number((ref.sequence + n) % BigInt(geometry.ringBlocks));
    blocks.set(index, (await file.read(ringOffsetBytes(geometry, index), BLOCK_BYTES)).slice());
  }
  const assembled = assembleRecord(geometry, ref, (index) => blocks.get(index) ?? new Uint8Array(0));
  if (!assembled.ok) return assembled.problem === 'overwritten' ? undefined : 'invalid';
  const decoded = decodeMessage(cherub.Record, assembled.bytes);
  return decoded.ok ? decoded.message : 'invalid';
}

/** What is counted over all records, in the order of the ring. */
class RecordTally {
  /** Of each record that could be read: blocks, boot, time since that boot. */
  readonly stamps: { blocks: number; bootId: string; monotonicUs: number }[] = [];
  readonly #kinds: Record<string, number> = {};
  readonly #last = new Map<string, number>();
  readonly #boots = new Set<string>();
  readonly #runs = new Set<string>();
  #undecodable = 0;
  #gaps = 0;
  #missing = 0;
  #oldestMs: number | null = null;
  #newestMs: number | null = null;

  add(ref: RecordRef, record: cherub.Record | 'invalid' | undefined): void {
    if (record === undefined) return;
    const identity = record === 'invalid' ? undefined : identifyRecord(record);
    if (record === 'invalid' || identity === undefined) {
      this.#undecodable += 1;
      return;
    }
    this.#kinds[identity.kind] = (this.#kinds[identity.kind] ?? 0) + 1;
    this.#boots.add(identity.bootId);
    this.#runs.add(`${identity.bootId}/${identity.runId}`);
    this.#follow(identity);
    this.stamps.push({ blocks: ref.blocks, bootId: identity.bootId, monotonicUs: identity.monotonicUs });
    const wallMs = (record.stamp?.wallUs ?? 0) / 1000;
    if (wallMs > 0) {
      this.#oldestMs ??= wallMs;
      this.#newestMs = wallMs;
    }
  }

  report() {
    return {
      recordsByKind: this.#kinds,
      undecodable: this.#undecodable,
      boots: this.#boots.size,
      runs: this.#runs.size,
      gaps: this.#gaps,
      missing: this.#missing,
      oldestMs: this.#oldestMs,
      newestMs: this.#newestMs,
    };
  }

  #follow({ bootId, runId, kind, sequence }: RecordIdentity): void {
    const key = `${bootId}/${runId}/${kind}`;
    const before = this.#last.get(key);
    this.#last.set(key, sequence);
    if (before === undefined || sequence <= before + 1) return;
    this.#gaps += 1;
    this.#missing += sequence - before - 1;
  }
}
