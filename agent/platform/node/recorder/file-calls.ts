import { close, fdatasync, fstat, open, read, type Stats, write } from 'node:fs';
import { DiskError } from '#agent/core/recorder/disk-port.ts';
import { codeOf } from '../snapshot/error-code.ts';

/*
 * The few calls on descriptors that a disk needs, as promises. By the plain callbacks and not by node:fs/promises: its
 * FileHandle closes itself when it is collected, also while a disk that hangs still holds a call on it.
 */

export function openFile(path: string, flags: number): Promise<number> {
  return new Promise((resolve, reject) => {
    open(path, flags, (error, descriptor) =>
      error ? reject(toDiskError(path, 'opened', error)) : resolve(descriptor),
    );
  });
}

/** Reads until `length` bytes are there; fewer are an error, because a disk does not end in the middle. */
export async function readFully(
  path: string,
  descriptor: number,
  buffer: Uint8Array,
  position: number,
): Promise<void> {
  for (let done = 0; done < buffer.length; ) {
    const count = await readSome(path, descriptor, buffer.subarray(done), position + done);
    if (count === 0) throw new DiskError('EIO', `${path} ends before byte ${position + buffer.length}`);
    done += count;
  }
}

function readSome(path: string, descriptor: number, buffer: Uint8Array, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    read(descriptor, buffer, 0, buffer.length, position, (error, count) =>
      error ? reject(toDiskError(path, 'read', error)) : resolve(count),
    );
  });
}

export async function writeFully(
  path: string,
  descriptor: number,
  buffer: Uint8Array,
  position: number,
): Promise<void> {
  for (let done = 0; done < buffer.length; ) {
    const count = await writeSome(path, descriptor, buffer.subarray(done), position + done);
    if (count === 0) throw new DiskError('EIO', `${path} took nothing at byte ${position + done}`);
    done += count;
  }
}

function writeSome(path: string, descriptor: number, buffer: Uint8Array, position: number): Promise<number> {
  return new Promise((resolve, reject) => {
    write(descriptor, buffer, 0, buffer.length, position, (error, count) =>
      error ? reject(toDiskError(path, 'written', error)) : resolve(count),
    );
  });
}

export function flush(path: string, descriptor: number): Promise<void> {
  return new Promise((resolve, reject) => {
    fdatasync(descriptor, (error) => (error ? reject(toDiskError(path, 'flushed', error)) : resolve()));
  });
}

export function statOf(path: string, descriptor: number): Promise<Stats> {
  return new Promise((resolve, reject) => {
    fstat(descriptor, (error, stats) =>
      error ? reject(toDiskError(path, 'examined', error)) : resolve(stats),
    );
  });
}

/** Never rejects. */
export function closeFile(descriptor: number): Promise<void> {
  return new Promise((resolve) => {
    close(descriptor, () => resolve());
  });
}

function toDiskError(path: string, action: string, error: unknown): DiskError {
  const code = codeOf(error);
  const why = REASONS[code] ?? code;
  return new DiskError(code, `${path} cannot be ${action}: ${why}`, error);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there (ENOENT)',
  ENODEV: 'the disk is gone (ENODEV)',
  ENXIO: 'the disk is gone (ENXIO)',
  EIO: 'input/output error (EIO); the disk may have been pulled out',
  EBUSY: 'somebody else uses it (EBUSY)',
  EACCES: 'the agent may not (EACCES); run it as root',
  EPERM: 'the agent may not (EPERM); run it as root',
  EROFS: 'it is read-only (EROFS)',
  ENOSPC: 'no space is left (ENOSPC)',
};
