import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { type AnswerSources, answerRequest, type RequestWay } from './answer-request.ts';

/** Requests by mailbox that are under way; by link the session has such a bound of its own. */
const MAIL_MAX = 8;

type Answer = cherub.Answer.$Properties;

export interface AnswersOptions {
  sources: AnswerSources;
  counters: { requests: number; mailboxRequests: number; mailboxInvalid: number };
}

/** Answers what comes by link and by mailbox, and counts it. */
export class Answers {
  readonly #o: AnswersOptions;
  readonly #mailUnderWay = new Set<number>();

  constructor(options: AnswersOptions) {
    this.#o = options;
  }

  byLink(request: cherub.Request.$Properties): Answer | Promise<Answer> {
    return this.#answer(request, 'link');
  }

  /** @param bytes what stood in the mailbox @param give takes the answer, at once or later */
  byMail(bytes: Uint8Array, give: (answer: Answer) => void): void {
    const { counters } = this.#o;
    const decoded = decodeMessage(cherub.Request, bytes);
    if (!decoded.ok) {
      counters.mailboxInvalid += 1;
      return;
    }
    counters.mailboxRequests += 1;
    const request = decoded.message;
    // A host puts a request into the slot again when it cannot know whether the agent has seen it: one answer is enough.
    if (this.#mailUnderWay.has(request.id ?? 0)) return;
    if (this.#mailUnderWay.size >= MAIL_MAX) {
      const message = `${MAIL_MAX} requests are under way`;
      give({ requestId: request.id ?? 0, code: cherub.Code.CODE_BUSY, message });
      return;
    }
    const answer = this.#answer(request, 'mailbox');
    if (answer instanceof Promise) void this.#giveLater(request.id ?? 0, answer, give);
    else give(answer);
  }

  #answer(request: cherub.Request.$Properties, way: RequestWay): Answer | Promise<Answer> {
    this.#o.counters.requests += 1;
    return answerRequest(request, this.#o.sources, way);
  }

  async #giveLater(id: number, answer: Promise<Answer>, give: (answer: Answer) => void): Promise<void> {
    this.#mailUnderWay.add(id);
    give(await answer);
    this.#mailUnderWay.delete(id);
  }
}
