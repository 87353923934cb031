import { IDENTIFY_HEAD_BYTES } from '#protocol/recorder/identify.ts';
import { BLOCK_BYTES, SUPERBLOCK_A, SUPERBLOCK_B } from '#protocol/recorder/layout.ts';
import { decodeSuperblock, type Superblock } from '#protocol/recorder/superblock.ts';
import { Backoff } from '../../delivery/backoff.ts';
import { wait } from '../../delivery/wait.ts';
import type { Source, SourceContext } from '../observation.ts';
import { cursorFromJson, cursorToJson } from './cursor.ts';
import { DiskFile } from './disk-file.ts';
import { DiskFollower, WINDOW_BLOCKS } from './disk-follower.ts';
import { describeIdentity, identifyFile, readableSuperblock } from './identify-file.ts';
import { type Mailbox, MailboxClient } from './mailbox-client.ts';
import type { RecorderOptions } from './options.ts';
import { RingEvents } from './ring-events.ts';

/** How often it is looked whether this is still the same disk. */
const CHECK_US = 10_000_000;

/** History waits for the sinks for a minute at most. */
const CONGESTION_WAIT_MS = 100;
const CONGESTION_WAITS_MAX = 600;

/** One read, for the blocks of a scan and for the head of the disk alike. */
const READ_BYTES_MAX = Math.max(WINDOW_BLOCKS * BLOCK_BYTES, IDENTIFY_HEAD_BYTES);

/** While an answer is waited for, so often at least. */
const WAITING_POLL_MS = 250;

/** A guest's recorder disk as a source; its agent can also be asked through it. */
export interface RecorderSource extends Source {
  readonly mailbox: Mailbox;
}

export function createRecorderSource(options: RecorderOptions, context: SourceContext): RecorderSource {
  return new DiskSource(options, context);
}

/**
 * Reads a disk that a running QEMU writes, and goes on when the guest is dead: what it left stays there to be read.
 * Nothing is written but the mailbox, when somebody asks.
 */
class DiskSource implements RecorderSource {
  readonly channel = 'recorder';
  readonly #options: RecorderOptions;
  readonly #context: SourceContext;
  readonly #events = new RingEvents();
  readonly #mailbox: MailboxClient;
  #wake = new AbortController();
  #readErrors = 0;
  #remark = '';

  constructor(options: RecorderOptions, context: SourceContext) {
    this.#options = options;
    this.#context = context;
    this.#mailbox = new MailboxClient({
      monotonicUs: context.monotonicUs,
      random: context.random,
      onWaiting: () => this.#wake.abort(),
    });
  }

  get mailbox(): Mailbox {
    return this.#mailbox;
  }

  counters(): Readonly<Record<string, number>> {
    return { ...this.#events.counters, readErrors: this.#readErrors, ...this.#mailbox.counters };
  }

  remark(): string {
    return this.#remark;
  }

  async run(signal: AbortSignal): Promise<void> {
    const backoff = new Backoff({ firstMs: 500, maxMs: 10_000, random: this.#context.random });
    while (!signal.aborted) {
      try {
        await this.#followDisk(signal);
        backoff.reset();
      } catch (error) {
        this.#readErrors += 1;
        const reason = error instanceof Error ? error.message : String(error);
        this.#context.observe({ kind: 'missing', reason });
      }
      await wait(backoff.next(), signal);
    }
  }

  /** History stands safely on the disk while the sinks are behind; but signs of life must not wait for ever. */
  #pause(signal: AbortSignal): () => Promise<void> {
    let waits = CONGESTION_WAITS_MAX;
    return async () => {
      while (waits > 0 && this.#context.isCongested() && !signal.aborted) {
        waits -= 1;
        await wait(CONGESTION_WAIT_MS, signal);
      }
    };
  }

  /** Follows one disk until it is another one, or cannot be read any more. */
  async #followDisk(signal: AbortSignal): Promise<void> {
    const { disk, cache } = this.#options;
    const file = await DiskFile.open(disk, cache, READ_BYTES_MAX);
    try {
      const identity = await identifyFile(file);
      const superblock = readableSuperblock(identity);
      this.#remark = describeIdentity(identity);
      if (superblock === undefined) throw new Error(`${disk}: ${this.#remark}`);
      this.#context.observe({ kind: 'attached' });
      // Somebody else's data below the remains of a recorder must not be written to.
      if (identity.kind === 'recorder') this.#mailbox.attach({ path: disk, cache, geometry: superblock });
      await this.#followRing(file, superblock, signal);
    } finally {
      this.#mailbox.detach(this.#remark === '' ? `${disk} is not followed` : `${disk}: ${this.#remark}`);
      await file.close();
    }
  }

  async #followRing(file: DiskFile, superblock: Superblock, signal: AbortSignal): Promise<void> {
    const { diskUuid } = superblock;
    const cursor = cursorFromJson(diskUuid, this.#context.position.read());
    const follower = new DiskFollower(file, superblock, cursor ?? 'oldest');
    let history = true;
    let checkUs = this.#context.monotonicUs() + CHECK_US;
    while (!signal.aborted) {
      const pause = history ? this.#pause(signal) : undefined;
      await follower.poll(signal, pause, (event) => {
        const observation = this.#events.take(event, history);
        if (observation === undefined) return;
        if (observation.kind === 'record') this.#mailbox.take(observation.record);
        this.#context.observe(observation);
      });
      history = false;
      const reached = follower.follower.cursor;
      if (reached !== undefined) this.#context.position.write(cursorToJson(diskUuid, reached));
      if (this.#context.monotonicUs() >= checkUs) {
        if (!(await isSameDisk(file, diskUuid))) return;
        checkUs = this.#context.monotonicUs() + CHECK_US;
      }
      await this.#rest(signal);
    }
  }

  /** Until the next look at the ring; short, and cut short, when an answer is waited for. */
  async #rest(signal: AbortSignal): Promise<void> {
    const { pollMs } = this.#options;
    if (this.#mailbox.isWaiting) {
      await wait(Math.min(pollMs, WAITING_POLL_MS), signal);
      return;
    }
    this.#wake = new AbortController();
    await wait(pollMs, AbortSignal.any([signal, this.#wake.signal]));
  }
}

/** The same file, and in one of the two places still the superblock of the same life of the disk. */
async function isSameDisk(file: DiskFile, diskUuid: string): Promise<boolean> {
  if (await file.wasReplaced()) return false;
  for (const block of [SUPERBLOCK_A, SUPERBLOCK_B]) {
    const decoded = decodeSuperblock(await file.read(block * BLOCK_BYTES, BLOCK_BYTES));
    if (decoded.ok && decoded.superblock.diskUuid === diskUuid) return true;
  }
  return false;
}
