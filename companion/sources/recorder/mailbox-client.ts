import type { RequestBody } from '#protocol/link/host-session.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { MAILBOX_REQUEST_BYTES_MAX } from '#protocol/recorder/mailbox.ts';
import type { RequestResult } from '../link/link-port.ts';
import { type MailboxDisk, writeMailbox } from './mailbox-slot.ts';

/** The slot holds one request; more than these would only be older when their turn comes. */
const WAITING_MAX = 8;

/**
 * An agent that starts takes what it finds in the slot for old, so a request is written again when one has started; this
 * long after its start record, by which it has looked.
 */
const AGAIN_AFTER_MS = 1000;

/** An agent looks into its mailbox this often at the most. */
const LOOK_MS = 5000;

/** Ids by chance: a ring may still hold answers to what an earlier companion asked. */
const ID_END = 2 ** 48;

/** A way to ask a guest's agent that needs nothing but its disk. */
export interface Mailbox {
  /**
   * Asks by the slot and waits for the answer in the ring; one at a time, the others wait for their turn within their own
   * deadline. Never rejects. Takes seconds: the agent looks every five at the most.
   */
  request(body: RequestBody, deadlineMs: number): Promise<RequestResult>;
}

export interface MailboxClientOptions {
  readonly monotonicUs: () => number;
  /** From 0 to below 1. */
  readonly random: () => number;
  /** An answer is waited for now: the ring should be looked at soon and often. */
  readonly onWaiting: () => void;
}

interface Request {
  readonly id: number;
  readonly body: RequestBody;
  readonly askedUs: number;
  readonly deadlineUs: number;
  readonly settle: (result: RequestResult) => void;
  timer: NodeJS.Timeout;
}

/** The host's end of the mailbox. The source tells it of the disk and hands over what the ring brings. */
export class MailboxClient implements Mailbox {
  readonly counters = { mailboxRequests: 0, mailboxAnswers: 0, mailboxTimeouts: 0, mailboxErrors: 0 };
  readonly #o: MailboxClientOptions;
  readonly #waiting: Request[] = [];
  #disk: MailboxDisk | undefined;
  #why = 'the recorder disk has not been opened yet';
  #current: Request | undefined;
  /** A write to a disk that hangs: nothing more is written beside it. */
  #writing: Promise<void> | undefined;
  #again: NodeJS.Timeout | undefined;
  /** When the last start record came. */
  #startedUs = Number.NEGATIVE_INFINITY;

  constructor(options: MailboxClientOptions) {
    this.#o = options;
  }

  /** A request stands in the slot and its answer is waited for. */
  get isWaiting(): boolean {
    return this.#current !== undefined;
  }

  /** A recorder disk is there. */
  attach(disk: MailboxDisk): void {
    this.#disk = disk;
  }

  /** It is not, or must not be written to: what waits ends. */
  detach(why: string): void {
    this.#disk = undefined;
    this.#why = why;
    for (const each of [...(this.#current ? [this.#current] : []), ...this.#waiting]) this.#fail(each, why);
  }

  /** A record of the ring, whoever it is for. */
  take(record: cherub.Record): void {
    if (record.body === 'start') this.#startedUs = this.#o.monotonicUs();
    const current = this.#current;
    if (current === undefined) return;
    if (record.answer?.requestId === current.id) {
      this.counters.mailboxAnswers += 1;
      const roundTripUs = this.#o.monotonicUs() - current.askedUs;
      this.#end(current, { ok: true, answer: new cherub.Answer(record.answer), roundTripUs });
    } else if (record.body === 'start') {
      clearTimeout(this.#again);
      this.#again = setTimeout(() => void this.#write(current), AGAIN_AFTER_MS);
    }
  }

  request(body: RequestBody, deadlineMs: number): Promise<RequestResult> {
    if (this.#disk === undefined) {
      return Promise.resolve({ ok: false, reason: 'disconnected', detail: this.#why });
    }
    if (this.#waiting.length >= WAITING_MAX) return Promise.resolve({ ok: false, reason: 'busy' });
    return new Promise((settle) => {
      const askedUs = this.#o.monotonicUs();
      const request: Request = {
        id: Math.floor(this.#o.random() * ID_END) + 1,
        body,
        askedUs,
        deadlineUs: askedUs + deadlineMs * 1000,
        settle,
        timer: setTimeout(() => this.#timeOut(request), deadlineMs),
      };
      this.#waiting.push(request);
      this.#next();
    });
  }

  #next(): void {
    if (this.#current !== undefined || this.#writing !== undefined) return;
    this.#current = this.#waiting.shift();
    if (this.#current !== undefined) void this.#write(this.#current);
  }

  /** Writes it, if it is still the one whose answer is waited for. */
  async #write(request: Request): Promise<void> {
    const disk = this.#disk;
    if (this.#current !== request || this.#writing !== undefined || disk === undefined) return;
    const { id, body } = request;
    const deadlineMs = Math.max(1, Math.floor((request.deadlineUs - this.#o.monotonicUs()) / 1000));
    const bytes = cherub.Request.encode({ ...body, id, deadlineMs }).finish();
    if (bytes.length > MAILBOX_REQUEST_BYTES_MAX) {
      this.#fail(request, `a request by mailbox has at most ${MAILBOX_REQUEST_BYTES_MAX} bytes`);
      return;
    }
    this.counters.mailboxRequests += 1;
    this.#writing = writeMailbox(disk, bytes).catch((error: unknown) => {
      this.counters.mailboxErrors += 1;
      this.#fail(request, error instanceof Error ? error.message : String(error));
    });
    await this.#writing;
    this.#writing = undefined;
    if (this.#current === request) {
      this.#o.onWaiting();
      this.#askAgainSoon(request);
    } else this.#next();
  }

  /** An agent on a slow machine may have its first look, which counts for nothing, well after its start record. */
  #askAgainSoon(request: Request): void {
    const sinceStartMs = (this.#o.monotonicUs() - this.#startedUs) / 1000;
    if (sinceStartMs > 2 * LOOK_MS) return;
    clearTimeout(this.#again);
    this.#again = setTimeout(() => void this.#write(request), LOOK_MS + AGAIN_AFTER_MS);
  }

  #timeOut(request: Request): void {
    this.counters.mailboxTimeouts += 1;
    this.#end(request, { ok: false, reason: 'timeout' });
  }

  #fail(request: Request, detail: string): void {
    this.#end(request, { ok: false, reason: 'disconnected', detail });
  }

  #end(request: Request, result: RequestResult): void {
    clearTimeout(request.timer);
    const at = this.#waiting.indexOf(request);
    if (at >= 0) this.#waiting.splice(at, 1);
    request.settle(result);
    if (this.#current !== request) return;
    this.#current = undefined;
    clearTimeout(this.#again);
    this.#next();
  }
}
