import { cherub } from '#protocol/messages/generated/cherub.js';
import { type RequestName, requestNameOf } from '../link/request-name.ts';

/** Longest ping payload that is sent back. */
const PING_BYTES_MAX = 1024;

/** What requests are answered from. All of it is at hand: no request waits for anything. */
export interface AnswerSources {
  allowed(): readonly RequestName[];
  hello(): cherub.Hello.$Properties;
  /** `fresh`: taken now; else the latest, `undefined` before the first. */
  snapshot(fresh: boolean): cherub.Snapshot.$Properties | undefined;
  /** `undefined` until it has been collected. */
  inventory(): cherub.Inventory.$Properties | undefined;
  counters(): cherub.AgentCounters.$Properties;
}

/** Answers one request of the host, by link or mailbox. Takes any request, never throws on what is in it. */
export function answerRequest(
  request: cherub.Request.$Properties,
  sources: AnswerSources,
): cherub.Answer.$Properties {
  const requestId = request.id ?? 0;
  const refuse = (code: cherub.Code, message: string): cherub.Answer.$Properties => ({
    requestId,
    code,
    message,
  });
  const name = requestNameOf(request);
  if (name === undefined) return refuse(cherub.Code.CODE_UNSUPPORTED, 'this agent does not know the request');
  if (!sources.allowed().includes(name)) {
    return refuse(cherub.Code.CODE_DENIED, `"${name}" is not in the agent's allow list`);
  }
  const give = (body: Partial<cherub.Answer.$Properties>): cherub.Answer.$Properties => ({
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
    default:
      return name satisfies never;
  }
}
