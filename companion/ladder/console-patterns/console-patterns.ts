import { LineSplitter, type RawLine } from '../../sources/console/line-splitter.ts';
import { type CleanLine, cleanLine } from './clean-line.ts';
import type { CallTrace, ConsoleEvent } from './console-event.ts';
import { PATTERNS } from './patterns.ts';
import { TraceCollector } from './trace-collector.ts';

/** The text of an event is cut here; its facts are bounded by their patterns. */
const TEXT_CHARACTERS_MAX = 512;

/**
 * Finds what a guest's console tells, in its bytes as they come, split anywhere. Memory is bounded by one line and one
 * stack; time by the number of bytes. What it finds is the guest's word and no proof of anything.
 */
export class ConsolePatterns {
  readonly #splitter = new LineSplitter();
  readonly #traces = new TraceCollector();

  push(chunk: Uint8Array): ConsoleEvent[] {
    return this.#read(this.#splitter.push(chunk));
  }

  /** The line and the stack that have no end yet, for when nothing came for a while or the stream is over. */
  flush(): ConsoleEvent[] {
    const events = this.#read(this.#splitter.flush());
    const trace = this.#traces.finish();
    return trace === undefined ? events : [...events, describeTrace(trace)];
  }

  #read(lines: readonly RawLine[]): ConsoleEvent[] {
    return lines.flatMap(({ bytes }) => {
      const line = cleanLine(bytes);
      const event = findEvent(line);
      const traces = event === undefined ? [this.#traces.line(line.text)] : this.#around(event, line.text);
      const done = traces.filter((trace) => trace !== undefined).map(describeTrace);
      return event === undefined ? done : [...done, event];
    });
  }

  /** A line may end one stack by its text, and be the beginning of what the next belongs to. */
  #around(event: ConsoleEvent, text: string): (CallTrace | undefined)[] {
    const ended = this.#traces.line(text);
    if (event.kind === 'kernel-offset' || (event.kind === 'panic' && event.isEnd)) return [ended];
    return [ended, this.#traces.event(event.kind)];
  }
}

function describeTrace(trace: CallTrace): ConsoleEvent {
  const text = trace.instruction ?? trace.frames[0] ?? '';
  return { kind: 'trace', text, ...trace };
}

function findEvent({ text, kernelSeconds }: CleanLine): ConsoleEvent | undefined {
  if (text.length === 0) return undefined;
  for (const pattern of PATTERNS) {
    const match = pattern.line.exec(text);
    if (match === null) continue;
    const base = {
      text: text.slice(0, TEXT_CHARACTERS_MAX),
      ...(kernelSeconds !== undefined && { kernelSeconds }),
    };
    // Kind and facts come from one row of the table, which the compiler cannot follow through the union.
    return { ...base, kind: pattern.kind, ...pattern.facts(match) } as ConsoleEvent;
  }
  return undefined;
}
