import { requestDeadlineMs } from '#protocol/link/guest-session.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { type RequestName, requestNameOf } from '../link/request-name.ts';
import type { Answered } from './answered.ts';

/** Longest ping payload that is sent back. */
const PING_BYTES_MAX = 1024;

/** Text of a SysRq that fits an answer: a record has 65,536 bytes, a frame 131,072. */
const TEXT_BYTES = { mailbox: 60_000, link: 120_000 } as const;

/** How a request came, and goes back. */
export type RequestWay = keyof typeof TEXT_BYTES;

/** What requests are answered from. Most is at hand; what gives a promise settles within the deadline and never rejects. */
export interface AnswerSources {
  allowed(): readonly RequestName[];
  hello(): cherub.Hello.$Properties;
  /** `fresh`: taken now; else the latest, `undefined` before the first. */
  snapshot(fresh: boolean): cherub.Snapshot.$Properties | undefined;
  /** `undefined` until it has been collected. */
  inventory(): cherub.Inventory.$Properties | undefined;
  counters(): cherub.AgentCounters.$Properties;
  sysrq(
    key: string,
    o: { deadlineMs: number; bytesMax: number },
  ): Promise<Answered<cherub.SysrqReport.$Properties>>;
  check(
    name: string,
    o: { deadlineMs: number; fresh: boolean },
  ): Promise<Answered<cherub.CheckResult.$Properties>>;
}

type Answer = cherub.Answer.$Properties;

/**
 * Answers one request of the host, by link or mailbox. Takes any request, never throws or rejects on what is in it.
 * @returns a promise only for what takes its time
 */
export function answerRequest(
  request: cherub.Request.$Properties,
  sources: AnswerSources,
  way: RequestWay,
): Answer | Promise<Answer> {
  const requestId = request.id ?? 0;
  const refuse = (code: cherub.Code, message: string): Answer => ({
    requestId,
    code,
    message,
  });
  const name = requestNameOf(request);
  if (name === undefined) return refuse(cherub.Code.CODE_UNSUPPORTED, 'this agent does not know the request');
  if (!sources.allowed().includes(name)) {
    return refuse(cherub.Code.CODE_DENIED, `"${name}" is not in the agent's allow list`);
  }
  const give = (body: Partial<Answer>): Answer => ({
    requestId,
    code: cherub.Code.CODE_OK,
    ...body,
  });
  switch (name) {
    case 'ping': {
      const payload = request.ping?.payload ?? new Uint8Array(0);
      if (payload.length > PING_BYTES_MAX)
        return refuse(cherub.Code.CODE_INVALID, 'a ping carries at most 1,024 bytes');
      return give({ pong: { payload } });
    }
    case 'hello':
      return give({ hello: sources.hello() });
    case 'snapshot': {
      const snapshot = sources.snapshot(request.snapshot?.fresh ?? false);
      return snapshot === undefined
        ? refuse(cherub.Code.CODE_UNAVAILABLE, 'no snapshot has been taken yet')
        : give({ snapshot });
    }
    case 'inventory': {
      const inventory = sources.inventory();
      return inventory === undefined
        ? refuse(cherub.Code.CODE_UNAVAILABLE, 'the inventory is still being collected')
        : give({ inventory });
    }
    case 'counters':
      return give({ counters: sources.counters() });
    case 'sysrq': {
      const o = { deadlineMs: requestDeadlineMs(request), bytesMax: TEXT_BYTES[way] };
      return sources
        .sysrq(request.sysrq?.key ?? '', o)
        .then((done) => (done.ok ? give({ sysrq: done.value }) : refuse(done.code, done.message)));
    }
    case 'check': {
      const o = { deadlineMs: requestDeadlineMs(request), fresh: request.check?.fresh ?? false };
      return sources
        .check(request.check?.name ?? '', o)
        .then((done) => (done.ok ? give({ check: done.value }) : refuse(done.code, done.message)));
    }
    default:
      return name satisfies never;
  }
}
