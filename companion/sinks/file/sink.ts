import { mkdirSync } from 'node:fs';
import { type FileHandle, open, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Entry } from '../../entries/entry.ts';
import { safeJson } from '../../output/safe-text.ts';
import { describeFileError } from '../describe-file-error.ts';
import type { DeliverResult, Sink } from '../sink.ts';
import type { FileSinkOptions } from './options.ts';
import { readTail } from './read-tail.ts';

/** Ids that are remembered, so that a batch that comes again after a crash is not written twice. */
const IDS_MAX = 8192;

/**
 * Writes entries to a file, one JSON object a line, oldest first. A batch is delivered when it was written and flushed
 * to the disk.
 *
 * At least once: a crash may let a batch come again. What stands in the last MiB of the file is known by its ids and
 * left out then, so that doubles come only when the end of the file was taken away in between.
 */
export function createFileSink(o: FileSinkOptions): Sink {
  return new FileSink(o);
}

class FileSink implements Sink {
  readonly name: string;
  readonly #options: FileSinkOptions;
  #file: { readonly handle: FileHandle; readonly inode: bigint; bytes: number } | undefined;
  #ids = new Set<string>();

  constructor(o: FileSinkOptions) {
    this.name = o.name;
    this.#options = o;
  }

  async deliver(batch: readonly Entry[], signal: AbortSignal): Promise<DeliverResult> {
    try {
      const fresh = await this.#freshOf(batch);
      for (const part of parts(fresh)) {
        if (signal.aborted) return { kind: 'retry', reason: 'stopped' };
        await this.#write(part);
      }
      return { kind: 'delivered' };
    } catch (error) {
      await this.close();
      return { kind: 'retry', reason: describeFileError(this.#options.path, error) };
    }
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.handle.close().catch(() => undefined);
  }

  async #freshOf(batch: readonly Entry[]): Promise<Entry[]> {
    await this.#open();
    const own = new Set<string>();
    return batch.filter(({ id }) => {
      if (this.#ids.has(id) || own.has(id)) return false;
      own.add(id);
      return true;
    });
  }

  async #write(part: readonly Entry[]): Promise<void> {
    const file = await this.#open();
    const bytes = Buffer.from(part.map((entry) => `${safeJson(entry)}\n`).join(''));
    try {
      await file.handle.appendFile(bytes);
      await file.handle.datasync();
    } catch (error) {
      // Half a line would spoil the one that is written over it next time.
      await file.handle.truncate(file.bytes).catch(() => undefined);
      throw error;
    }
    file.bytes += bytes.length;
    for (const { id } of part) this.#remember(id);
    if (file.bytes >= this.#options.bytesMax) await this.#rotate();
  }

  #remember(id: string): void {
    this.#ids.add(id);
    if (this.#ids.size <= IDS_MAX) return;
    const [oldest] = this.#ids;
    if (oldest !== undefined) this.#ids.delete(oldest);
  }

  /** Opens the file, and again when somebody else (logrotate) has moved it away. */
  async #open(): Promise<{ readonly handle: FileHandle; bytes: number }> {
    const { path } = this.#options;
    if (this.#file !== undefined) {
      const inode = await stat(path, { bigint: true }).then(
        ({ ino }) => ino,
        () => undefined,
      );
      if (inode === this.#file.inode) return this.#file;
      await this.close();
    }
    mkdirSync(dirname(path), { recursive: true });
    const handle = await open(path, 'a+', 0o640);
    try {
      const { ids, endBytes } = await readTail(handle);
      const { ino, size } = await handle.stat({ bigint: true });
      if (BigInt(endBytes) < size) await handle.truncate(endBytes);
      this.#ids = new Set([...this.#ids, ...ids].slice(-IDS_MAX));
      this.#file = { handle, inode: ino, bytes: endBytes };
      return this.#file;
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** `entries.jsonl.2` → `.3`, `.1` → `.2`, `entries.jsonl` → `.1`; the last one goes. */
  async #rotate(): Promise<void> {
    const { path, files } = this.#options;
    await this.close();
    const name = (i: number): string => (i === 0 ? path : `${path}.${i}`);
    await rm(name(files - 1), { force: true });
    for (let i = files - 2; i >= 0; i -= 1) {
      await rename(name(i), name(i + 1)).catch((error: unknown) => {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
      });
    }
  }
}

const PART_CHARACTERS_MAX = 1024 * 1024;

/** Pieces of a size that is worth one flush, so that the limit of a file is not overrun by much. */
function parts(entries: readonly Entry[]): Entry[][] {
  const all: Entry[][] = [];
  let part: Entry[] = [];
  let characters = 0;
  for (const entry of entries) {
    part.push(entry);
    characters += entry.content.length;
    if (characters < PART_CHARACTERS_MAX) continue;
    all.push(part);
    part = [];
    characters = 0;
  }
  return part.length === 0 ? all : [...all, part];
}
