/** The answer to `z` (kernel/trace/trace.c, in its latency format). */
export interface FtraceShown {
  readonly kind: 'ftrace';
  /** The buffer had nothing in it. */
  readonly isEmpty: boolean;
  readonly events: readonly FtraceEvent[];
  /** Events that had been overwritten, as the kernel tells. */
  readonly lost: number;
}

export interface FtraceEvent {
  readonly comm: string;
  readonly pid: number;
  readonly cpu: number;
  /** Irqs off, resched needed, hard or soft irq, preempt depth: `d.h1.` */
  readonly flags: string;
  /** Microseconds of the trace clock. */
  readonly atUs: number;
  readonly text: string;
}

const EVENTS_MAX = 100_000;
const TEXT_MAX = 400;

const EVENT =
  /^(.{1,16})-(\d{1,10}) {0,12}(?:\( {0,8}[\d-]{1,10}\) {0,4})?(\d{1,4}?)([.\w]{4,6}) {0,20}(\d{1,18})us[ :+!#*@$]{1,4}: (.*)$/u;
const LOST = /^CPU:\d{1,5} \[LOST (\d{1,15}) EVENTS\]/u;
const RULE = /^-{20,}$/u;

export function parseFtrace(lines: readonly string[]): { shown: FtraceShown; problems: string[] } {
  const events: FtraceEvent[] = [];
  let isEmpty = false;
  let lost = 0;
  let rules = 0;
  for (const line of lines) {
    const text = line.trim();
    if (RULE.test(text)) rules += 1;
    else if (text === '(ftrace buffer empty)') isEmpty = true;
    else {
      lost += Number(LOST.exec(text)?.[1] ?? 0);
      const event = events.length < EVENTS_MAX ? parseEvent(text) : undefined;
      if (event !== undefined) events.push(event);
    }
  }
  const problems = isEmpty || rules >= 2 ? [] : ['the end of the buffer did not come'];
  return { shown: { kind: 'ftrace', isEmpty, events, lost }, problems };
}

function parseEvent(text: string): FtraceEvent | undefined {
  const match = EVENT.exec(text);
  if (match === null) return undefined;
  return {
    comm: (match[1] ?? '').trim(),
    pid: Number(match[2]),
    cpu: Number(match[3]),
    flags: match[4] ?? '',
    atUs: Number(match[5]),
    text: (match[6] ?? '').slice(0, TEXT_MAX),
  };
}
