import { toHex } from '#protocol/bytes/hex.ts';
import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { FrameDecoder } from './decoder.ts';
import { encodeFrame, type Frame, type FrameProblem } from './frame.ts';

/** More than the guest takes at once, so that its own bound is what answers. */
export const PENDING_REQUESTS_MAX = 64;

/** What to ask: exactly one of the bodies of `cherub.Request`. */
export type RequestBody = Pick<
  cherub.Request.$Properties,
  'ping' | 'hello' | 'snapshot' | 'inventory' | 'counters' | 'sysrq' | 'check'
>;

export type HostEvent =
  | { kind: 'answer'; id: number; answer: cherub.Answer; roundTripUs: number }
  /** A request that will get no answer any more. */
  | { kind: 'failed'; id: number; reason: 'timeout' | 'disconnected' }
  | { kind: 'hello'; hello: cherub.Hello }
  /** `bytes`: the record as it came. */
  | { kind: 'push'; record: cherub.Record; bytes: Uint8Array }
  /** The guest has another boot id than before. Ids are hex. */
  | { kind: 'reboot'; before: string; bootId: string }
  /** The same boot, another run of the agent. */
  | { kind: 'restart'; before: number; runId: number }
  | { kind: 'discarded'; bytes: number; problem: FrameProblem | 'payload' | 'unexpected' };

/** Since the session object was made. */
export interface HostCounters {
  framesReceived: number;
  /** Answers to another connection of the host. */
  answersStale: number;
  /** Answers to a request of this connection that is no longer waited for. */
  answersLate: number;
  requestsTimedOut: number;
  /** Runs of bytes and frames that could not be understood. */
  discarded: number;
  discardedBytes: number;
}

/** Who is at the other end, as far as it told. */
export interface Peer {
  /** 32 hex digits. */
  bootId: string;
  runId: number;
}

interface Pending {
  readonly id: number;
  readonly sentUs: number;
  readonly deadlineUs: number;
}

/**
 * The host's end of the link without any I/O: bytes, time and requests go in, bytes and events come out. It believes
 * nothing of what comes: a guest can make it count, not grow.
 */
export class HostSession {
  readonly counters: HostCounters = {
    framesReceived: 0,
    answersStale: 0,
    answersLate: 0,
    requestsTimedOut: 0,
    discarded: 0,
    discardedBytes: 0,
  };
  private readonly pending = new Map<number, Pending>();
  private decoder = new FrameDecoder();
  private session: number | undefined;
  private lastId = 0;
  private lastPeer: Peer | undefined;

  /** The guest that was heard last; kept over a disconnect, so that a reboot meanwhile is noticed. */
  get peer(): Peer | undefined {
    return this.lastPeer;
  }

  /**
   * A connection to the port's socket is there.
   * @param session 32 bits, by chance, another one at each connect
   */
  connected(session: number): HostEvent[] {
    const events = this.disconnected();
    this.session = session >>> 0;
    return events;
  }

  /** The connection is gone: nothing that was asked on it will be answered. */
  disconnected(): HostEvent[] {
    const events = [...this.pending.values()].map(
      ({ id }): HostEvent => ({ kind: 'failed', id, reason: 'disconnected' }),
    );
    this.pending.clear();
    this.decoder = new FrameDecoder();
    this.session = undefined;
    return events;
  }

  /**
   * Makes a request: write `bytes`, and wait for an event with `id`.
   * @param deadlineMs for the answer to be here; the guest gets the same
   */
  request(
    body: RequestBody,
    deadlineMs: number,
    nowUs: number,
  ): { ok: true; id: number; bytes: Uint8Array } | { ok: false; problem: 'disconnected' | 'busy' } {
    if (this.session === undefined) return { ok: false, problem: 'disconnected' };
    if (this.pending.size >= PENDING_REQUESTS_MAX) return { ok: false, problem: 'busy' };
    this.lastId += 1;
    const id = this.lastId;
    const sequence = id >>> 0;
    const payload = cherub.Request.encode({ ...body, id, deadlineMs }).finish();
    this.pending.set(sequence, { id, sentUs: nowUs, deadlineUs: nowUs + deadlineMs * 1000 });
    return {
      ok: true,
      id,
      bytes: encodeFrame({ type: 'request', session: this.session, sequence, payload }),
    };
  }

  /** Bytes from the guest. */
  receive(chunk: Uint8Array, nowUs: number): HostEvent[] {
    const events: HostEvent[] = [];
    for (const decoded of this.decoder.push(chunk)) {
      if (decoded.kind === 'discarded') events.push(this.discard(decoded.bytes, decoded.problem));
      else events.push(...this.receiveFrame(decoded.frame, nowUs));
    }
    return events;
  }

  /** Gives up the requests whose time is over. Call it at {@link nextTickUs}, or as often as you like. */
  tick(nowUs: number): HostEvent[] {
    const events: HostEvent[] = [];
    for (const [sequence, { id, deadlineUs }] of this.pending) {
      if (nowUs < deadlineUs) continue;
      this.pending.delete(sequence);
      this.counters.requestsTimedOut += 1;
      events.push({ kind: 'failed', id, reason: 'timeout' });
    }
    return events;
  }

  /** Monotonic microseconds of the next deadline. */
  nextTickUs(): number | undefined {
    let next: number | undefined;
    for (const { deadlineUs } of this.pending.values())
      if (next === undefined || deadlineUs < next) next = deadlineUs;
    return next;
  }

  private receiveFrame(frame: Frame, nowUs: number): HostEvent[] {
    this.counters.framesReceived += 1;
    switch (frame.type) {
      case 'hello':
        return this.receiveHello(frame);
      case 'push':
        return this.receivePush(frame);
      case 'answer':
        return this.receiveAnswer(frame, nowUs);
      case 'request':
        return [this.discard(frame.payload.length, 'unexpected')];
    }
  }

  private receiveHello(frame: Frame): HostEvent[] {
    const decoded = decodeMessage(cherub.Hello, frame.payload);
    if (!decoded.ok) return [this.discard(frame.payload.length, 'payload')];
    const hello = decoded.message;
    return [...this.see(hello), { kind: 'hello', hello }];
  }

  private receivePush(frame: Frame): HostEvent[] {
    const decoded = decodeMessage(cherub.Record, frame.payload);
    if (!decoded.ok) return [this.discard(frame.payload.length, 'payload')];
    const record = decoded.message;
    return [...this.see(record.stamp), { kind: 'push', record, bytes: frame.payload }];
  }

  private receiveAnswer(frame: Frame, nowUs: number): HostEvent[] {
    if (frame.session !== this.session) {
      this.counters.answersStale += 1;
      return [];
    }
    const pending = this.pending.get(frame.sequence);
    if (pending === undefined) {
      this.counters.answersLate += 1;
      return [];
    }
    const decoded = decodeMessage(cherub.Answer, frame.payload);
    if (!decoded.ok) return [this.discard(frame.payload.length, 'payload')];
    this.pending.delete(frame.sequence);
    const answer = decoded.message;
    const { id, sentUs } = pending;
    return [...this.see(answer.hello), { kind: 'answer', id, answer, roundTripUs: nowUs - sentUs }];
  }

  /** Compares boot and run with those that were heard last. */
  private see(from: { bootId?: Uint8Array | null; runId?: number | null } | null | undefined): HostEvent[] {
    if (from?.bootId?.length !== 16) return [];
    const before = this.lastPeer;
    const now: Peer = { bootId: toHex(from.bootId), runId: from.runId ?? 0 };
    this.lastPeer = now;
    if (before === undefined) return [];
    if (before.bootId !== now.bootId) return [{ kind: 'reboot', before: before.bootId, bootId: now.bootId }];
    return before.runId === now.runId ? [] : [{ kind: 'restart', before: before.runId, runId: now.runId }];
  }

  private discard(bytes: number, problem: FrameProblem | 'payload' | 'unexpected'): HostEvent {
    this.counters.discarded += 1;
    this.counters.discardedBytes += bytes;
    return { kind: 'discarded', bytes, problem };
  }
}
