import { randomBytes, randomInt } from 'node:crypto';
import type { PingReply } from '../control/api.ts';
import { wait } from '../delivery/wait.ts';
import { safeJson, safeText } from '../output/safe-text.ts';
import { toPingReply } from '../serve/control-api.ts';
import { connectUnix } from '../sources/connect-unix.ts';
import { LinkPort } from '../sources/link/link-port.ts';
import { CliError } from './cli-error.ts';
import type { CliIo } from './io.ts';
import { type ControlOptions, openControl, translated } from './open-control.ts';

export interface LinkPingOptions extends ControlOptions {
  readonly socket?: string;
  readonly count: number;
  /** Seconds. */
  readonly interval: number;
  readonly size: number;
  /** Seconds. */
  readonly deadline: number;
  readonly json?: boolean;
}

/** Sends one ping; the number is only for messages. */
type Pinger = () => Promise<PingReply>;

/** `cherub link ping`: like ping(8), to the agent. */
export async function linkPing(vm: string | undefined, o: LinkPingOptions, io: CliIo): Promise<void> {
  if ((vm === undefined) === (o.socket === undefined)) {
    throw new CliError('name either a VM or --socket PATH; see: cherub link ping --help', 2);
  }
  if (o.socket !== undefined) return pingSocket(o.socket, o, io);
  const control = openControl(o, io);
  const ping = (): Promise<PingReply> =>
    translated(control.ping(vm ?? '', { payloadBytes: o.size, deadlineMs: o.deadline * 1000 }));
  return pingAll(vm ?? '', ping, o, io);
}

async function pingSocket(path: string, o: LinkPingOptions, io: CliIo): Promise<void> {
  const connected = await connectUnix(path, io.signal);
  if (!connected.ok) throw new CliError(connected.reason, 1);
  const stop = new AbortController();
  const port = new LinkPort({
    monotonicUs: () => Number(process.hrtime.bigint() / 1000n),
    observe: () => undefined,
  });
  const serving = port.serve(connected.socket, randomInt(2 ** 32), AbortSignal.any([io.signal, stop.signal]));
  const deadlineMs = o.deadline * 1000;
  const ping = async (): Promise<PingReply> => {
    const payload = randomBytes(o.size);
    return toPingReply(await port.request({ ping: { payload } }, deadlineMs), payload, deadlineMs);
  };
  try {
    await pingAll(path, ping, o, io);
  } finally {
    stop.abort();
    await serving;
  }
}

async function pingAll(target: string, ping: Pinger, o: LinkPingOptions, io: CliIo): Promise<void> {
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
