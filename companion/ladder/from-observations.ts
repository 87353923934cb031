import type { cherub } from '#protocol/messages/generated/cherub.js';
import { type ChannelName, type ChannelView, SIGN_OF_LIFE } from '../channels/channel.ts';
import { formatDuration } from '../output/quantities.ts';
import { safeText } from '../output/safe-text.ts';
import { LADDER_DEFAULTS, type LadderSettings } from './settings.ts';
import type { Rung, Signal, SignalSource, SignalState } from './signal.ts';
import type { SuppressionFact } from './suppression.ts';

const NAME_CHARACTERS_MAX = 64;
const REASON_CHARACTERS_MAX = 200;

/** One agent reports no more; a hostile one does not get more. */
const CHECKS_MAX = 64;

export interface ChannelSignalOptions {
  readonly nowMs: number;
  /** `Ladder.silenceFromMs`: before that nobody could be heard. */
  readonly silenceFromMs: number;
  /** The agent said that it stops, and by what: from then on nothing is promised. */
  readonly goodbye?: string;
  readonly settings?: LadderSettings;
}

/** What the ages of the channels say about the agent. */
export function channelSignals(views: readonly ChannelView[], o: ChannelSignalOptions): Signal[] {
  return views.map((view) => channelSignal(view, o));
}

function channelSignal(view: ChannelView, o: ChannelSignalOptions): Signal {
  const { marginMs, silentPromises } = o.settings ?? LADDER_DEFAULTS;
  const { channel, ageMs, promisedMs } = view;
  const base = { id: `${channel}.${SIGN_OF_LIFE[channel]}`, source: channel, rung: 'agent' } as const;
  const unknown = (reason: string): Signal => ({ ...base, state: 'unknown', ageMs: ageMs ?? 0, reason });
  if (view.state === 'missing' || ageMs === undefined) return unknown(view.reason);
  if (ageMs <= promisedMs + marginMs) return { ...base, state: 'alive', ageMs, reason: view.reason };
  if (o.goodbye !== undefined) return unknown(`the agent stopped: ${cut(o.goodbye)}`);
  const silentMs = Math.min(ageMs, Math.max(0, o.nowMs - o.silenceFromMs));
  if (silentMs <= promisedMs * silentPromises + marginMs) return unknown(`overdue: ${view.reason}`);
  return { ...base, state: 'dead', ageMs: silentMs - promisedMs, reason: view.reason, silence: true };
}

/** How a scenario stands, after its thresholds. */
export interface ScenarioResult {
  readonly name: string;
  /** What it went through: the independent witness, whoever asked. */
  readonly transport: 'console' | 'disk' | 'network' | 'link' | 'qga';
  /** What it needs to be ok: `userspace` for a login that runs a command, `application` for a service. */
  readonly rung: Rung;
  readonly state: 'ok' | 'failed' | 'unknown';
  /** Since the probe that decided. */
  readonly ageMs: number;
  readonly periodMs: number;
  readonly detail: string;
  /** The highest rung that answered although the probe failed: a refused connection is the kernel's answer. */
  readonly reached?: Rung;
}

const WITNESS: Readonly<Record<ScenarioResult['transport'], SignalSource>> = {
  console: 'console',
  disk: 'recorder',
  network: 'network',
  link: 'link',
  qga: 'scenario',
};

const SCENARIO_STATES: Readonly<Record<ScenarioResult['state'], SignalState>> = {
  ok: 'alive',
  failed: 'dead',
  unknown: 'unknown',
};

export function scenarioSignals(
  results: readonly ScenarioResult[],
  { marginMs, silentPromises }: LadderSettings = LADDER_DEFAULTS,
): Signal[] {
  return results.flatMap((result) => {
    const { transport, rung, ageMs, periodMs, reached } = result;
    const source = WITNESS[transport];
    const id = `${transport}.scenario:${cut(result.name, NAME_CHARACTERS_MAX)}`;
    const isOld = ageMs > periodMs * silentPromises + marginMs;
    const state = isOld ? 'unknown' : SCENARIO_STATES[result.state];
    const reason = isOld ? `not probed for ${formatDuration(ageMs)}` : cut(result.detail);
    const signal: Signal = { id, source, rung, state, ageMs, reason };
    if (reached === undefined || isOld) return [signal];
    return [signal, { id: `${id}.answer`, source, rung: reached, state: 'alive', ageMs, reason }];
  });
}

/** One question to the agent over the link and what became of it. */
export interface PingResult {
  readonly outcome: 'ok' | 'failed' | 'unknown';
  readonly ageMs: number;
  readonly detail: string;
}

/** A ping that failed counts at once, long before the channel is silent. */
export function pingSignal({ outcome, ageMs, detail }: PingResult): Signal {
  const state = SCENARIO_STATES[outcome];
  return { id: 'link.ping', source: 'link', rung: 'agent', state, ageMs, reason: cut(detail) };
}

const CHECK_STATES: readonly SignalState[] = ['unknown', 'alive', 'dead', 'unknown'];

/**
 * The checks that the agent ran inside, as a snapshot tells them.
 * @param o.ageMs of the snapshot
 */
export function checkSignals(
  checks: readonly cherub.CheckResult.$Properties[],
  o: { readonly channel: ChannelName; readonly ageMs: number },
): Signal[] {
  return checks.slice(0, CHECKS_MAX).map((check) => ({
    id: `${o.channel}.check:${cut(check.name ?? '', NAME_CHARACTERS_MAX)}`,
    source: o.channel,
    rung: 'application',
    state: CHECK_STATES[check.outcome ?? 0] ?? 'unknown',
    ageMs: o.ageMs + (check.ageMs ?? 0),
    reason: cut(check.message ?? ''),
  }));
}

/** Reasons of QEMU's SHUTDOWN event (qapi/run-state.json, ShutdownCause) that nobody wished. */
const SHUTDOWN_FAULTS = new Set(['host-error', 'guest-panic', 'none', '?']);

/**
 * Why a QEMU that ends after it announced its shutdown is no surprise.
 * @param cause of the SHUTDOWN event
 * @returns undefined when the cause is a fault
 */
export function shutdownFact(cause: string, atMs: number): SuppressionFact | undefined {
  if (SHUTDOWN_FAULTS.has(cause)) return undefined;
  return { kind: 'guest-shutdown', by: 'qmp', reason: `the VM was shut down (${cut(cause)})`, sinceMs: atMs };
}

function cut(text: string, max = REASON_CHARACTERS_MAX): string {
  return safeText(text.slice(0, max));
}
