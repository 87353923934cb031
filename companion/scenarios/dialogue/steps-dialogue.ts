import type { ProbeEnd } from '../engine/scenario.ts';
import type { DialogueStepOptions } from '../options.ts';
import {
  DIALOGUE_BYTES_MAX,
  type Dialogue,
  type DialogueAction,
  ended,
  FLOODED,
  SLICE_BYTES,
} from './dialogue.ts';
import { Screen, screenText } from './screen.ts';

interface Step {
  readonly expect: readonly string[];
  readonly failed: readonly string[];
  readonly optional: boolean;
  readonly send?: string;
  readonly sendFile?: string;
}

/** A dialogue from the config: each step waits for one of its texts and then types. The end of the last step is success. */
export class StepsDialogue implements Dialogue {
  readonly #steps: readonly Step[];
  readonly #screen = new Screen();
  #next = 0;
  #matched = 0;
  #isOver = false;

  constructor(steps: readonly DialogueStepOptions[]) {
    this.#steps = steps.map(({ expect, failed, optional, send, sendFile }) => ({
      expect: toScreen(expect),
      failed: toScreen(failed),
      optional,
      ...(send !== undefined && { send }),
      ...(sendFile !== undefined && { sendFile }),
    }));
  }

  begin(): DialogueAction[] {
    return this.#typeOn();
  }

  push(bytes: Uint8Array): DialogueAction[] {
    const actions: DialogueAction[] = [];
    for (let at = 0; at < bytes.length && !this.#isOver; at += SLICE_BYTES) {
      this.#screen.push(bytes.subarray(at, at + SLICE_BYTES));
      if (this.#screen.bytes > DIALOGUE_BYTES_MAX) {
        this.#isOver = true;
        return [...actions, FLOODED];
      }
      actions.push(...this.#match());
    }
    return actions;
  }

  quiet(): DialogueAction[] {
    return [];
  }

  late(): ProbeEnd {
    const detail = `step ${this.#next + 1} of ${this.#steps.length} did not get a text that it expects`;
    return { outcome: 'failed', detail, ...(this.#matched > 0 && { reached: 'kernel' }) };
  }

  #match(): DialogueAction[] {
    const actions: DialogueAction[] = [];
    // Each turn passes a step, so that it ends.
    while (!this.#isOver) {
      const found = this.#find();
      if (found === undefined) return actions;
      if (found.isFailure) {
        this.#isOver = true;
        return [
          ...actions,
          ended('failed', `step ${found.step + 1} got a text that means failure`, { reached: 'kernel' }),
        ];
      }
      this.#screen.drop(found.end);
      this.#matched += 1;
      this.#next = found.step;
      actions.push(...this.#typeOn());
    }
    return actions;
  }

  /** The text that comes first of the steps that may be next: those that may be passed over, and the one after them. */
  #find(): { step: number; end: number; isFailure: boolean } | undefined {
    const { text } = this.#screen;
    let best: { step: number; at: number; end: number; isFailure: boolean } | undefined;
    for (let i = this.#next; i < this.#steps.length; i += 1) {
      const step = this.#steps[i];
      if (step === undefined) break;
      for (const isFailure of [true, false]) {
        for (const each of isFailure ? step.failed : step.expect) {
          const at = text.indexOf(each);
          if (at < 0 || (best !== undefined && at >= best.at)) continue;
          best = { step: i, at, end: at + each.length, isFailure };
        }
      }
      if (!step.optional) break;
    }
    return best;
  }

  /** Types what this step has to say, and what those after it have that wait for nothing. */
  #typeOn(): DialogueAction[] {
    const actions: DialogueAction[] = [];
    for (let isFirst = this.#matched > 0; ; isFirst = false) {
      const step = this.#steps[this.#next];
      if (step === undefined) {
        this.#isOver = true;
        const detail = `all ${this.#steps.length} steps were passed`;
        return [...actions, ended('ok', detail)];
      }
      if (!isFirst && step.expect.length > 0) return actions;
      if (step.send !== undefined) actions.push({ kind: 'type', text: `${step.send}\r` });
      if (step.sendFile !== undefined) actions.push({ kind: 'typeSecret', file: step.sendFile });
      this.#next += 1;
    }
  }
}

function toScreen(texts: string | readonly string[] | undefined): string[] {
  if (texts === undefined) return [];
  return (typeof texts === 'string' ? [texts] : texts).map(screenText);
}
