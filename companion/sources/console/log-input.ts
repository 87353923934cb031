import { type FileHandle, open, stat } from 'node:fs/promises';
import * as z from 'zod/mini';
import { wait } from '../../delivery/wait.ts';
import type { SourceContext } from '../observation.ts';
import type { ConsoleLines } from './console-lines.ts';

const POLL_MS = 500;
const READ_BYTES = 64 * 1024;

/** How much of a log that is there at the first start is read as history. */
const HISTORY_BYTES_MAX = 1024 * 1024;

/** Polls without a new byte after which a line without an end is given out. */
const FLUSH_POLLS = 2;

const positionShape = z.object({
  inode: z.string(),
  stream: z.string(),
  offset: z.int().check(z.minimum(0)),
});

type SavedPosition = z.infer<typeof positionShape>;

/** A log file that is open, and how far it was read. */
interface OpenLog {
  readonly handle: FileHandle;
  readonly inode: string;
  stream: string;
  offset: number;
  /** Everything below this was there before we looked. */
  historyBytes: number;
}

/**
 * Reads a console from a log file that somebody else appends to. Follows a rotation (another file under the name: the
 * old one is read to its end first) and a truncation (the file is shorter than what was read of it).
 */
export class LogInput {
  readonly #path: string;
  readonly #lines: ConsoleLines;
  readonly #context: SourceContext;
  readonly #buffer = Buffer.alloc(READ_BYTES);
  #log: OpenLog | undefined;
  #isFirst = true;
  #quietPolls = 0;
  rotations = 0;
  truncations = 0;

  constructor(path: string, lines: ConsoleLines, context: SourceContext) {
    this.#path = path;
    this.#lines = lines;
    this.#context = context;
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        await this.#poll(signal);
      } catch (error) {
        this.#context.observe({ kind: 'missing', reason: describeLogError(this.#path, error) });
        await this.#close();
      }
      await wait(POLL_MS, signal);
    }
    await this.#close();
  }

  async #poll(signal: AbortSignal): Promise<void> {
    this.#log ??= await this.#open();
    await this.#readToEnd(this.#log, signal);
    if (signal.aborted) return;
    const { ino, size } = await stat(this.#path, { bigint: true });
    if (String(ino) !== this.#log.inode) {
      this.rotations += 1;
      await this.#readToEnd(this.#log, signal);
      this.#flush();
      await this.#close();
      this.#log = await this.#open();
      await this.#readToEnd(this.#log, signal);
    } else if (Number(size) < this.#log.offset) {
      this.truncations += 1;
      this.#flush();
      this.#log.historyBytes = 0;
      this.#begin(this.#log, 0);
    }
  }

  async #open(): Promise<OpenLog> {
    const handle = await open(this.#path, 'r');
    try {
      const found = await handle.stat({ bigint: true });
      if (!found.isFile()) throw new Error('it is not a regular file');
      const log = this.#place(handle, String(found.ino), Number(found.size));
      this.#context.observe({ kind: 'attached' });
      return log;
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** Where to begin: where an earlier run was, else near the end for the first file and at the start of any later one. */
  #place(handle: FileHandle, inode: string, size: number): OpenLog {
    const saved = this.#savedPosition();
    const isFirst = this.#isFirst;
    this.#isFirst = false;
    const historyBytes = isFirst ? size : 0;
    const log: OpenLog = { handle, inode, stream: '', offset: 0, historyBytes };
    if (isFirst && saved?.inode === inode && saved.offset <= size) {
      log.stream = saved.stream;
      log.offset = saved.offset;
      this.#lines.begin(saved.stream, saved.offset);
      return log;
    }
    this.#begin(log, isFirst && saved === undefined ? Math.max(0, size - HISTORY_BYTES_MAX) : 0);
    return log;
  }

  /** The name of the stream is kept before its first line is given out, so that the line has the same id after a crash. */
  #begin(log: OpenLog, offset: number): void {
    log.stream = this.#context.uniqueId();
    log.offset = offset;
    this.#lines.begin(log.stream, offset);
    this.#keep(log);
    this.#context.position.save();
  }

  async #readToEnd(log: OpenLog, signal: AbortSignal): Promise<void> {
    let total = 0;
    while (!signal.aborted) {
      const { bytesRead } = await log.handle.read(this.#buffer, 0, READ_BYTES, log.offset);
      if (bytesRead === 0) break;
      total += bytesRead;
      const history = log.offset < log.historyBytes;
      log.offset += bytesRead;
      const chunk = this.#buffer.subarray(0, bytesRead);
      this.#observe(this.#lines.push(chunk, this.#context.monotonicUs(), history));
      this.#keep(log);
    }
    this.#quietPolls = total > 0 ? 0 : this.#quietPolls + 1;
    if (this.#quietPolls === FLUSH_POLLS) this.#flush();
  }

  #flush(): void {
    const log = this.#log;
    this.#observe(
      this.#lines.flush(this.#context.monotonicUs(), log !== undefined && log.offset <= log.historyBytes),
    );
    if (log !== undefined) this.#keep(log);
  }

  #observe(observations: ReturnType<ConsoleLines['push']>): void {
    for (const each of observations) this.#context.observe(each);
  }

  #keep(log: OpenLog): void {
    const position: SavedPosition = { inode: log.inode, stream: log.stream, offset: this.#lines.offset };
    this.#context.position.write(position);
  }

  #savedPosition(): SavedPosition | undefined {
    const parsed = z.safeParse(positionShape, this.#context.position.read());
    return parsed.success ? parsed.data : undefined;
  }

  async #close(): Promise<void> {
    const log = this.#log;
    this.#log = undefined;
    await log?.handle.close().catch(() => undefined);
  }
}

function describeLogError(path: string, error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return `${path} does not exist; is the VM running, and is this the path of its log?`;
  if (code === 'EACCES')
    return `${path}: permission denied; give the user of the companion the right to read it`;
  return `${path}: ${error instanceof Error ? error.message : String(error)}`;
}
