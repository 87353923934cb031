import { close, open, read, statfs } from 'node:fs';
import type { Answer, FilesystemSpace, SlowFiles } from '#agent/core/snapshot/filesystem-lane.ts';
import { codeOf } from './error-code.ts';

/** Thousands of mounts; what exceeds it is not seen. */
const MOUNTS_BYTES_MAX = 1_048_576;

/** One read call gives at most a page of records, more when a single one is longer. */
const CHUNK_BYTES = 16_384;

/** Calls that may never return, made on threads of libuv's pool. */
export class NodeSlowFiles implements SlowFiles {
  readonly #prefix: string;

  /** @param root where `/proc` is looked for; mount points are always asked as they are */
  constructor(root: string) {
    this.#prefix = root.endsWith('/') ? root.slice(0, -1) : root;
  }

  readMounts(done: (answer: Answer<string>) => void): void {
    readWhole(`${this.#prefix}/proc/self/mountinfo`, MOUNTS_BYTES_MAX, done);
  }

  readSpace(point: string, done: (answer: Answer<FilesystemSpace>) => void): void {
    statfs(point, (error, s) => {
      if (error !== null) done({ ok: false, code: codeOf(error) });
      else {
        const value = {
          totalBytes: s.blocks * s.bsize,
          freeBytes: s.bfree * s.bsize,
          availableBytes: s.bavail * s.bsize,
          inodes: s.files,
          inodesFree: s.ffree,
        };
        done({ ok: true, value });
      }
    });
  }
}

/** The size of a /proc file is not known beforehand, and a plain readFile would have no bound. */
function readWhole(path: string, bytesMax: number, done: (answer: Answer<string>) => void): void {
  open(path, 'r', (openError, descriptor) => {
    if (openError !== null) {
      done({ ok: false, code: codeOf(openError) });
      return;
    }
    const chunks: Buffer[] = [];
    let total = 0;
    const finish = (answer: Answer<string>): void => close(descriptor, () => done(answer));
    const readMore = (): void => {
      const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
      read(descriptor, chunk, 0, chunk.length, null, (error, length) => {
        if (error !== null) {
          finish({ ok: false, code: codeOf(error) });
          return;
        }
        chunks.push(chunk.subarray(0, length));
        total += length;
        if (length > 0 && total < bytesMax) readMore();
        else finish({ ok: true, value: Buffer.concat(chunks).toString('utf8') });
      });
    };
    readMore();
  });
}
