import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { FrameDecoder } from './decoder.ts';
import { encodeFrame, type Frame, type FrameType, LINK_PAYLOAD_BYTES_MAX } from './frame.ts';
import { SendQueue } from './send-queue.ts';

export const OUTSTANDING_REQUESTS_MAX = 8;
export const REQUEST_DEADLINE_MS_DEFAULT = 5_000;
export const REQUEST_DEADLINE_MS_MAX = 60_000;
/** Room for two of the largest frames beside the small ones. */
export const SEND_QUEUE_BYTES_MAX = 524_288;

export interface GuestSessionOptions {
  /** Run id of the agent, 32 bits: the session of the frames that nobody asked for. */
  runId: number;
  /** Asked each time that the port opens. */
  hello: () => cherub.Hello.$Properties;
}

/** One request of the host that must be answered by {@link GuestSession.answer}. */
export interface GuestRequest {
  readonly session: number;
  readonly sequence: number;
  /** Its `body` is set: a request that is not known here is answered before anybody sees it. */
  readonly request: cherub.Request;
  /** Monotonic microseconds; after that the session answers by itself. */
  readonly deadlineUs: number;
}

/** Since the agent started. */
export interface GuestCounters {
  framesReceived: number;
  framesSent: number;
  /** Frames and runs of bytes that could not be understood. */
  framesInvalid: number;
  bytesInvalid: number;
  /** Frames that were given up because the host did not read, or left. */
  framesDropped: number;
  requests: number;
  requestsBusy: number;
  requestsTooLate: number;
}

/**
 * The guest's end of the link without any I/O: bytes, time and answers go in, bytes and requests come out. Everything in it
 * is bounded, and nothing that the host does or leaves undone can block it.
 */
export class GuestSession {
  readonly counters: GuestCounters = {
    framesReceived: 0,
    framesSent: 0,
    framesInvalid: 0,
    bytesInvalid: 0,
    framesDropped: 0,
    requests: 0,
    requestsBusy: 0,
    requestsTooLate: 0,
  };
  private readonly options: GuestSessionOptions;
  private readonly queue = new SendQueue(SEND_QUEUE_BYTES_MAX);
  private readonly outstanding = new Set<GuestRequest>();
  private decoder = new FrameDecoder();
  private open = false;
  private ownSequence = 0;

  constructor(options: GuestSessionOptions) {
    this.options = options;
  }

  /** The port is open and a host is there. */
  opened(): void {
    this.forget();
    this.open = true;
    this.sendOwn('hello', cherub.Hello.encode(this.options.hello()).finish());
  }

  /** The host left, or the port is gone. What was under way is given up; a request that it left is forgotten. */
  closed(): void {
    this.forget();
    this.open = false;
  }

  /** Bytes from the host. Gives the requests to be handled; some are answered by the session itself. */
  receive(chunk: Uint8Array, nowUs: number): GuestRequest[] {
    const requests: GuestRequest[] = [];
    for (const decoded of this.decoder.push(chunk)) {
      if (decoded.kind === 'discarded') {
        this.counters.framesInvalid += 1;
        this.counters.bytesInvalid += decoded.bytes;
      } else {
        const request = this.receiveFrame(decoded.frame, nowUs);
        if (request !== undefined) requests.push(request);
      }
    }
    return requests;
  }

  /** @returns false when it came too late (deadline, or the host left) or found no room */
  answer(request: GuestRequest, answer: Omit<cherub.Answer.$Properties, 'requestId'>): boolean {
    if (!this.outstanding.delete(request)) return false;
    return this.sendAnswer(request, { ...answer, requestId: request.request.id ?? 0 });
  }

  /**
   * Sends an encoded `cherub.Record`; without room the oldest waiting one is dropped.
   * @returns false when nobody is there, or it is longer than {@link LINK_PAYLOAD_BYTES_MAX}
   */
  push(record: Uint8Array): boolean {
    return this.open && record.length <= LINK_PAYLOAD_BYTES_MAX && this.sendOwn('push', record);
  }

  /** Answers the requests whose time is over. Call it at {@link nextTickUs}, or as often as you like. */
  tick(nowUs: number): void {
    for (const request of this.outstanding) {
      if (nowUs < request.deadlineUs) continue;
      this.outstanding.delete(request);
      this.counters.requestsTooLate += 1;
      this.refuse(request, request.request.id ?? 0, cherub.Code.CODE_DEADLINE_EXCEEDED, 'not ready in time');
    }
  }

  /** Monotonic microseconds of the next deadline. */
  nextTickUs(): number | undefined {
    let next: number | undefined;
    for (const { deadlineUs } of this.outstanding)
      if (next === undefined || deadlineUs < next) next = deadlineUs;
    return next;
  }

  /** What to write to the port next, if anything. */
  peek(): Uint8Array | undefined {
    return this.queue.peek();
  }

  /** Tells that so many bytes of {@link peek} were written. */
  written(count: number): void {
    if (this.queue.written(count)) this.counters.framesSent += 1;
  }

  private receiveFrame(frame: Frame, nowUs: number): GuestRequest | undefined {
    if (frame.type !== 'request') {
      this.counters.framesInvalid += 1;
      return undefined;
    }
    this.counters.framesReceived += 1;
    this.counters.requests += 1;
    const decoded = decodeMessage(cherub.Request, frame.payload);
    if (!decoded.ok) {
      this.refuse(frame, 0, cherub.Code.CODE_INVALID, decoded.problem);
      return undefined;
    }
    const request = decoded.message;
    const id = request.id ?? 0;
    if (request.body === undefined) {
      this.refuse(frame, id, cherub.Code.CODE_UNSUPPORTED, 'this agent does not know the request');
      return undefined;
    }
    if (this.outstanding.size >= OUTSTANDING_REQUESTS_MAX) {
      this.counters.requestsBusy += 1;
      this.refuse(frame, id, cherub.Code.CODE_BUSY, `${OUTSTANDING_REQUESTS_MAX} requests are under way`);
      return undefined;
    }
    const { session, sequence } = frame;
    const accepted = { session, sequence, request, deadlineUs: nowUs + requestDeadlineMs(request) * 1000 };
    this.outstanding.add(accepted);
    return accepted;
  }

  private refuse(
    to: { session: number; sequence: number },
    requestId: number,
    code: cherub.Code,
    message: string,
  ): void {
    this.sendAnswer(to, { requestId, code, message });
  }

  private sendAnswer(to: { session: number; sequence: number }, answer: cherub.Answer.$Properties): boolean {
    let payload = cherub.Answer.encode(answer).finish();
    if (payload.length > LINK_PAYLOAD_BYTES_MAX) {
      const { requestId = 0 } = answer;
      const message = 'the answer is too large for one frame';
      payload = cherub.Answer.encode({ requestId, code: cherub.Code.CODE_INTERNAL, message }).finish();
    }
    return this.send({ type: 'answer', session: to.session, sequence: to.sequence, payload });
  }

  private sendOwn(type: FrameType, payload: Uint8Array): boolean {
    this.ownSequence = (this.ownSequence + 1) >>> 0;
    return this.send({ type, session: this.options.runId >>> 0, sequence: this.ownSequence, payload });
  }

  private send(frame: Frame): boolean {
    const { queued, dropped } = this.queue.offer(encodeFrame(frame), frame.type === 'push');
    this.counters.framesDropped += dropped;
    return queued;
  }

  private forget(): void {
    this.counters.framesDropped += this.queue.clear();
    this.outstanding.clear();
    this.decoder = new FrameDecoder();
  }
}

/** How long an answer is waited for: what the request says, within what the agent gives. */
export function requestDeadlineMs(request: cherub.Request.$Properties): number {
  const asked = request.deadlineMs ?? 0;
  return asked === 0 ? REQUEST_DEADLINE_MS_DEFAULT : Math.min(asked, REQUEST_DEADLINE_MS_MAX);
}
