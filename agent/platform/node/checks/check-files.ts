import { constants } from 'node:fs';
import { type FileHandle, open, opendir, stat } from 'node:fs/promises';
import type { CheckPort } from '#agent/core/checks/check-port.ts';
import { codeOf } from '../snapshot/error-code.ts';

/** A part of a file, on a thread of libuv's pool. A pipe or a device is opened without waiting for its other end. */
export const readPart: CheckPort['readPart'] = async (path, { bytesMax, from }) => {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const found = await handle.stat();
    if (!found.isFile()) return { ok: false, code: 'not a regular file' };
    const start = from === 'end' ? Math.max(0, found.size - bytesMax) : 0;
    const buffer = Buffer.alloc(bytesMax);
    let length = 0;
    for (let got = -1; got !== 0 && length < bytesMax; length += got) {
      ({ bytesRead: got } = await handle.read(buffer, length, bytesMax - length, start + length));
    }
    return { ok: true, bytes: new Uint8Array(buffer.subarray(0, length)) };
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  } finally {
    await handle?.close();
  }
};

export const readModified: CheckPort['modified'] = async (path) => {
  try {
    const { mtimeMs, size } = await stat(path);
    return { ok: true, modifiedUs: Math.round(mtimeMs * 1000), sizeBytes: size };
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  }
};

export const listFolder: CheckPort['list'] = async (path, namesMax) => {
  try {
    const names: string[] = [];
    for await (const { name } of await opendir(path)) {
      names.push(name);
      if (names.length >= namesMax) break;
    }
    return { ok: true, names };
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  }
};
