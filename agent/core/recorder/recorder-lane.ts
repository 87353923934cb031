import type { Clock } from '../ports.ts';
import { Backoff } from '../runtime/backoff.ts';
import { DiskError, type DiskPort } from './disk-port.ts';
import { type DiskWish, findRecorderDisk } from './find-disk.ts';
import { RecordQueue } from './record-queue.ts';
import { RingDisk, type Writer } from './ring-disk.ts';
import { WatchedDisks } from './watched-disks.ts';

/** Bounds what a disk that is away or hangs costs in memory; at one snapshot in 10 s the last ten minutes are kept. */
const QUEUE = { recordsMax: 64, bytesMax: 524_288 };
/** Longer than any healthy disk takes, also under a throttled host. */
const HUNG_US = 10_000_000;
const PROBE_FIRST_US = 2_000_000;
const PROBE_LONGEST_US = 60_000_000;

/** What the lane did and lost; it counts up in place. */
export interface RecorderCounters {
  recordsWritten: number;
  recordsDropped: number;
  recorderErrors: number;
  mailboxInvalid: number;
}

export interface RecorderLaneOptions {
  port: DiskPort;
  clock: Clock;
  writer: Writer;
  wish: DiskWish;
  /** Distance between two looks into the mailbox. */
  mailboxUs: number;
  counters: RecorderCounters;
  /** Settles when whoever had the disk before has closed it; `undefined`: nobody had. */
  after: Promise<void> | undefined;
  /** The state as a person should know it; `undefined`: all is well. Called at each change and sometimes between. */
  onProblem: (problem: string | undefined) => void;
  /** Something that went well and is worth a line. */
  onNote: (note: string) => void;
  /** A request that the host has put into the mailbox since the agent started. */
  onRequest: (request: Uint8Array) => void;
}

/** - `looking`: no disk yet; - `ready`; - `hung`: an operation does not come back */
export type RecorderState = 'looking' | 'ready' | 'hung';

/**
 * The recorder as a lane of its own: one disk operation at a time, everything that waits is bounded. A disk that fails
 * is closed and looked for again, ever less often; one that hangs stops nothing but this lane.
 */
export class RecorderLane {
  readonly #o: RecorderLaneOptions;
  readonly #queue = new RecordQueue(QUEUE);
  readonly #disks: WatchedDisks;
  readonly #backoff = new Backoff(PROBE_FIRST_US, PROBE_LONGEST_US);
  #ring: RingDisk | undefined;
  #work: Promise<void> | undefined;
  #callSinceUs = 0;
  #hung = false;
  #closed = false;
  #nextMailboxUs = 0;
  #lastRequest: bigint | undefined;
  #mailboxWasInvalid = false;

  constructor(options: RecorderLaneOptions) {
    this.#o = options;
    this.#disks = new WatchedDisks(options.port, () => {
      this.#callSinceUs = options.clock.monotonicUs();
    });
  }

  get state(): RecorderState {
    if (this.#hung) return 'hung';
    return this.#ring === undefined ? 'looking' : 'ready';
  }

  /** Takes an encoded record for the ring and begins to write it if nothing else is under way. */
  push(record: Uint8Array): void {
    if (this.#closed) return;
    this.#o.counters.recordsDropped += this.#queue.push(record);
    this.#kick();
  }

  /** To be called about once a second. */
  tick(): void {
    this.#checkHung();
    this.#kick();
  }

  /** Settles when no record waits any more, or none can be written now; never when the disk hangs. */
  async drained(): Promise<void> {
    while (this.#work !== undefined) await this.#work;
  }

  /** Writes what waits, if there is a disk, and closes it; does not settle when the disk hangs. */
  async close(): Promise<void> {
    await this.drained();
    this.#closed = true;
    await this.#dropDisk();
  }

  #kick(): void {
    if (this.#closed || this.#work !== undefined) return;
    this.#callSinceUs = this.#o.clock.monotonicUs();
    const work = this.#run().finally(() => {
      this.#work = undefined;
      this.#checkHung();
      if (this.#ring !== undefined && this.#queue.length > 0) this.#kick();
    });
    this.#work = work;
  }

  /** Does all that is due now. Never rejects: a disk error ends in `#failed`. */
  async #run(): Promise<void> {
    try {
      await this.#o.after;
      if (!(await this.#ensureDisk())) return;
      await this.#writeQueue();
      await this.#pollMailbox();
    } catch (error) {
      await this.#failed(error);
    }
  }

  async #ensureDisk(): Promise<boolean> {
    if (this.#ring !== undefined) return true;
    const now = this.#o.clock.monotonicUs();
    if (!this.#backoff.isDue(now)) return false;
    const found = await findRecorderDisk(this.#disks, this.#o.wish);
    if (!found.ok) {
      this.#backoff.failed(this.#o.clock.monotonicUs());
      this.#o.onProblem(found.problem);
      return false;
    }
    const { disk, superblock, note } = found.value;
    this.#ring = new RingDisk(disk, superblock, this.#o.writer);
    this.#backoff.succeeded();
    this.#o.onNote(note === '' ? `writing to ${disk.path}` : `writing to ${disk.path}; ${note}`);
    this.#o.onProblem(
      disk.readsAreFresh
        ? undefined
        : `${disk.path} cannot be read past the page cache; requests by mailbox are off`,
    );
    return true;
  }

  async #writeQueue(): Promise<void> {
    for (;;) {
      const ring = this.#ring;
      const record = ring === undefined ? undefined : this.#queue.shift();
      if (ring === undefined || record === undefined) return;
      let impossible: string | undefined;
      try {
        impossible = await ring.append(record);
      } catch (error) {
        this.#o.counters.recordsDropped += this.#queue.unshift(record);
        throw error;
      }
      if (impossible === undefined) this.#o.counters.recordsWritten += 1;
      else {
        this.#o.counters.recordsDropped += 1;
        this.#o.onNote(`a record was left out: ${impossible}`);
      }
    }
  }

  async #pollMailbox(): Promise<void> {
    const now = this.#o.clock.monotonicUs();
    const ring = this.#ring;
    if (ring === undefined || !ring.hasMailbox || now < this.#nextMailboxUs) return;
    this.#nextMailboxUs = now + this.#o.mailboxUs;
    const mail = await ring.readMailbox();
    if (mail.kind === 'invalid' && !this.#mailboxWasInvalid) this.#o.counters.mailboxInvalid += 1;
    this.#mailboxWasInvalid = mail.kind === 'invalid';
    if (mail.kind === 'invalid') return;
    const sequence = mail.kind === 'request' ? mail.sequence : 0n;
    const last = this.#lastRequest;
    this.#lastRequest = sequence;
    // What stood there when the agent started may have been answered by the run before: the host asks again.
    if (last === undefined || last === sequence || mail.kind === 'empty') return;
    this.#o.onRequest(mail.request);
  }

  async #failed(error: unknown): Promise<void> {
    if (!(error instanceof DiskError)) throw error;
    this.#o.counters.recorderErrors += 1;
    this.#backoff.failed(this.#o.clock.monotonicUs());
    this.#o.onProblem(`${error.message}; looked for again at growing distances`);
    await this.#dropDisk();
  }

  async #dropDisk(): Promise<void> {
    const ring = this.#ring;
    this.#ring = undefined;
    await ring?.close();
  }

  #checkHung(): void {
    const busyUs = this.#work === undefined ? 0 : this.#o.clock.monotonicUs() - this.#callSinceUs;
    const hung = busyUs > HUNG_US;
    if (hung === this.#hung) return;
    this.#hung = hung;
    const where = this.#ring === undefined ? 'a disk that is looked at' : this.#ring.path;
    if (hung) this.#o.onProblem(`${where} does not answer; records wait, the oldest are dropped`);
    else if (this.#ring !== undefined) this.#o.onProblem(undefined);
  }
}
