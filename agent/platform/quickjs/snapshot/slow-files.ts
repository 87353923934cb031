import { startReadPart, startSpace } from 'cherub:native';
import type { Answer, FilesystemSpace, SlowFiles } from '#agent/core/snapshot/filesystem-lane.ts';
import { decodeUtf8 } from '#protocol/bytes/utf8.ts';
import { errnoName } from '../process/errno-name.ts';
import type { Jobs } from '../process/jobs.ts';

/** Thousands of mounts; what exceeds it is not seen. */
const MOUNTS_BYTES_MAX = 262_144;

/** Calls that may never return, made on threads. */
export class ThreadSlowFiles implements SlowFiles {
  readonly #jobs: Jobs;

  constructor(jobs: Jobs) {
    this.#jobs = jobs;
  }

  readMounts(done: (answer: Answer<string>) => void): void {
    void tell(this.#mounts(), done);
  }

  readSpace(point: string, done: (answer: Answer<FilesystemSpace>) => void): void {
    void tell(this.#space(point), done);
  }

  async #mounts(): Promise<Answer<string>> {
    const id = startReadPart('/proc/self/mountinfo', MOUNTS_BYTES_MAX, false);
    const { result, bytes } = await this.#jobs.wait(id);
    if (bytes === undefined) return { ok: false, code: errnoName(result) };
    return { ok: true, value: decodeUtf8(new Uint8Array(bytes)) };
  }

  async #space(point: string): Promise<Answer<FilesystemSpace>> {
    const { result, numbers } = await this.#jobs.wait(startSpace(point));
    if (result < 0) return { ok: false, code: errnoName(result) };
    const [totalBytes = 0, freeBytes = 0, availableBytes = 0, inodes = 0, inodesFree = 0] = numbers;
    return { ok: true, value: { totalBytes, freeBytes, availableBytes, inodes, inodesFree } };
  }
}

async function tell<T>(answer: Promise<T>, done: (answer: T) => void): Promise<void> {
  done(await answer);
}
