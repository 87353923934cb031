import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { isAllZero } from '#protocol/bytes/is-all-zero.ts';
import { diskBytesFor } from '#protocol/recorder/install-area.ts';
import { BLOCK_BYTES, DISK_BYTES_MIN } from '#protocol/recorder/layout.ts';
import { planFormat, type Superblock } from '#protocol/recorder/superblock.ts';
import { formatBytes } from '../output/quantities.ts';
import { safeJson, safeText } from '../output/safe-text.ts';
import type { DiskFile } from '../sources/recorder/disk-file.ts';
import { describeIdentity, identifyFile } from '../sources/recorder/identify-file.ts';
import { CliError } from './cli-error.ts';
import type { CliIo } from './io.ts';
import { openDisk, READ_BYTES_MAX } from './open-disk.ts';
import { type PackedAgent, packAgent } from './pack-agent.ts';

export interface DiskCreateOptions {
  readonly size?: number;
  readonly app: string;
  /** The executable for the install area. */
  readonly withAgent?: string;
  readonly force?: boolean;
  readonly json?: boolean;
}

/** `cherub disk create` */
export async function diskCreate(path: string, o: DiskCreateOptions, io: CliIo): Promise<void> {
  if (o.size !== undefined && (o.size < DISK_BYTES_MIN || o.size % BLOCK_BYTES !== 0)) {
    throw new CliError(
      `a recorder disk has at least ${formatBytes(DISK_BYTES_MIN)} and a multiple of ${BLOCK_BYTES} bytes`,
      2,
    );
  }
  const agent = o.withAgent === undefined ? undefined : await packAgent(o.withAgent);
  const needed = agent === undefined ? 0 : diskBytesFor(agent.packed.length);
  if (o.size !== undefined && o.size < needed) {
    throw new CliError(`with this agent the disk needs at least ${formatBytes(needed)}`, 2);
  }
  const isNew = await makeFile(path, o.size);
  if (!isNew && o.force !== true) await refuseUnlessBlank(path);
  const superblock = await format(path, o, agent, io);
  const { diskUuid, totalBlocks, ringBlocks } = superblock;
  const install = superblock.install === undefined ? '' : ', an agent to install';
  const facts = { path, diskUuid, app: superblock.app, bytes: totalBlocks * BLOCK_BYTES, ringBlocks };
  io.out(
    o.json
      ? `${safeJson(facts)}\n`
      : `${safeText(path)}: recorder disk of ${formatBytes(facts.bytes)}, ${ringBlocks} blocks of records${install}, uuid ${diskUuid}\n`,
  );
}

/** @returns whether the file was not there before */
async function makeFile(path: string, size: number | undefined): Promise<boolean> {
  let handle: FileHandle;
  try {
    handle = await open(path, 'wx', 0o600);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'EEXIST') return false;
    if (code === 'ENOENT') throw new CliError(`${path}: its folder does not exist; make it first`, 1);
    throw new CliError(`${path}: ${error instanceof Error ? error.message : String(error)}`, 1);
  }
  try {
    if (size === undefined)
      throw new CliError(`${path} does not exist; say how large it shall be, such as --size 16M`, 2);
    await handle.truncate(size);
    return true;
  } catch (error) {
    const { rm } = await import('node:fs/promises');
    await rm(path, { force: true });
    throw error instanceof CliError ? error : new CliError(`${path}: ${String(error)}`, 1);
  } finally {
    await handle.close();
  }
}

async function refuseUnlessBlank(path: string): Promise<void> {
  const file = await openDisk(path, 'buffered');
  try {
    if (file.diskBytes === 0) return;
    const identity = await identifyFile(file);
    if (identity.kind === 'recorder') {
      const { app, diskUuid } = identity.superblock;
      throw new CliError(
        `${path} is a recorder disk already (app "${app}", uuid ${diskUuid}); --force makes it anew`,
        1,
      );
    }
    if (identity.kind !== 'zero-head' || !(await isBlank(file))) {
      const found = identity.kind === 'zero-head' ? 'it is not blank' : describeIdentity(identity);
      throw new CliError(`${path}: ${found}; --force overwrites it`, 1);
    }
  } finally {
    await file.close();
  }
}

async function isBlank(file: DiskFile): Promise<boolean> {
  for (let offset = 0; offset < file.diskBytes; offset += READ_BYTES_MAX) {
    if (!isAllZero(await file.read(offset, READ_BYTES_MAX))) return false;
  }
  return true;
}

async function format(
  path: string,
  o: DiskCreateOptions,
  agent: PackedAgent | undefined,
  io: CliIo,
): Promise<Superblock> {
  // Without O_TRUNC and O_CREAT: what is there is only written to where the plan says.
  const handle = await open(path, constants.O_RDWR);
  try {
    const { size } = await handle.stat();
    const isFile = (await handle.stat()).isFile();
    if (isFile && o.size !== undefined && o.size !== size) await handle.truncate(o.size);
    const diskBytes = isFile ? (o.size ?? size) : await bytesOf(path);
    const plan = planFormat({
      diskBytes,
      diskUuid: randomBytes(16).toString('hex'),
      createdWallUs: io.now() * 1000,
      app: o.app,
      ...(agent === undefined ? {} : { installBytes: agent.packed.length }),
    });
    if (!plan.ok) throw new CliError(`${path}: ${plan.detail}`, 1);
    const area = plan.superblock.install;
    if (agent !== undefined && area !== undefined) {
      await handle.write(agent.header, 0, agent.header.length, area.start * BLOCK_BYTES);
      await handle.write(agent.packed, 0, agent.packed.length, (area.start + 1) * BLOCK_BYTES);
      await handle.sync();
    }
    for (const { offsetBytes, bytes } of plan.writes) {
      await handle.write(bytes, 0, bytes.length, offsetBytes);
      await handle.sync();
    }
    return plan.superblock;
  } finally {
    await handle.close();
  }
}

async function bytesOf(path: string): Promise<number> {
  const file = await openDisk(path, 'buffered');
  await file.close();
  return file.diskBytes;
}
