import type { PingReply } from '../control/api.ts';
import { wait } from '../delivery/wait.ts';
import { safeJson, safeText } from '../output/safe-text.ts';
import type { CliIo } from './io.ts';

export interface PingOptions {
  readonly count: number;
  /** Seconds. */
  readonly interval: number;
  readonly size: number;
  /** Seconds. */
  readonly deadline: number;
  readonly json?: boolean;
}

/** Sends one ping. */
type Pinger = () => Promise<PingReply>;

/** Pings as ping(8) does: a line each, and the times at the end. */
export async function pingAll(target: string, ping: Pinger, o: PingOptions, io: CliIo): Promise<void> {
  const replies: PingReply[] = [];
  if (!o.json) io.out(`PING ${safeText(target)}: ${o.size} bytes of payload\n`);
  while (replies.length < o.count && !io.signal.aborted) {
    if (replies.length > 0) await wait(o.interval * 1000, io.signal);
    if (io.signal.aborted) break;
    const reply = await ping();
    replies.push(reply);
    if (!o.json) io.out(`${describeReply(replies.length, reply, o.size)}\n`);
  }
  const summary = summarize(target, replies);
  io.out(o.json ? `${safeJson({ ...summary, replies })}\n` : `\n${describeSummary(summary)}\n`);
  if (summary.received === 0) io.exit.code = 1;
}

function describeReply(number: number, reply: PingReply, size: number): string {
  return reply.ok
    ? `${size} bytes: seq=${number} time=${reply.roundTripMs.toFixed(3)} ms`
    : `seq=${number} ${safeText(reply.reason)}`;
}

interface Summary {
  readonly target: string;
  readonly sent: number;
  readonly received: number;
  readonly lossPercent: number;
  /** null: no answer came. */
  readonly roundTripMs: {
    readonly min: number;
    readonly p50: number;
    readonly p99: number;
    readonly max: number;
  } | null;
}

function summarize(target: string, replies: readonly PingReply[]): Summary {
  const times = replies.flatMap((reply) => (reply.ok ? [reply.roundTripMs] : [])).sort((a, b) => a - b);
  const sent = replies.length;
  return {
    target,
    sent,
    received: times.length,
    lossPercent: sent === 0 ? 0 : (100 * (sent - times.length)) / sent,
    roundTripMs:
      times.length === 0
        ? null
        : { min: rank(times, 0), p50: rank(times, 0.5), p99: rank(times, 0.99), max: rank(times, 1) },
  };
}

/** The value at this part of a sorted list, by nearest rank. */
function rank(sorted: readonly number[], part: number): number {
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}

function describeSummary(summary: Summary): string {
  const { sent, received, lossPercent, roundTripMs } = summary;
  const counts = `${sent} sent, ${received} answered, ${lossPercent.toFixed(lossPercent % 1 === 0 ? 0 : 1)} % lost`;
  if (roundTripMs === null) return counts;
  const { min, p50, p99, max } = roundTripMs;
  return `${counts}\nrtt min/p50/p99/max = ${[min, p50, p99, max].map((each) => each.toFixed(3)).join('/')} ms`;
}
