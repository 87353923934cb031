import type { ChannelName } from '../../channels/channel.ts';
import type { RecordIdentity } from '../../entries/entry-factory.ts';
import { shutdownFact } from '../../ladder/from-observations.ts';
import type { LifeChange } from '../../ladder/life.ts';
import type { SuppressionFact } from '../../ladder/suppression.ts';
import type { ProcessIdentity } from '../../sources/host/find-qemu.ts';
import type { QmpObservation } from '../../sources/qmp/observation.ts';

/** Causes of QEMU's RESET event that somebody on the host wished (qapi/run-state.json, ShutdownCause). */
const WISHED_RESETS = new Set([
  'host-qmp-system-reset',
  'host-qmp-quit',
  'host-signal',
  'host-ui',
  'snapshot-load',
]);

/** Of a reset the kernel's boot makes several (one per device bus); they are one. */
const SAME_RESET_MS = 2000;

/**
 * When a guest's lives begin and end, out of what each source tells of it. Pure; times are the host's monotonic clock in
 * milliseconds.
 */
export class LifeWatch {
  #changes: LifeChange[] = [];
  #process: ProcessIdentity | undefined;
  #shutdown: SuppressionFact | undefined;
  #lastResetMs = Number.NEGATIVE_INFINITY;
  #goodbye: { readonly reason: string; readonly run: string } | undefined;

  /** The agent's last word that it stops, as long as no other run of it has reported. */
  get goodbye(): string | undefined {
    return this.#goodbye?.reason;
  }

  /** What was told since the last call, oldest first. */
  take(): LifeChange[] {
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  suppressions(): SuppressionFact[] {
    return this.#shutdown === undefined ? [] : [this.#shutdown];
  }

  add(change: LifeChange): void {
    this.#changes.push(change);
  }

  qmp(observation: QmpObservation, nowMs: number): void {
    if (observation.kind !== 'happening') return;
    const { what, cause, text } = observation;
    if (what === 'shutdown') this.#shutdown = shutdownFact(cause ?? '?', nowMs) ?? this.#shutdown;
    if (what !== 'reset' || nowMs - this.#lastResetMs < SAME_RESET_MS) return;
    this.#lastResetMs = nowMs;
    this.#shutdown = undefined;
    const isOrderly = WISHED_RESETS.has(cause ?? '');
    this.add({ kind: 'reset', source: 'qmp', atMs: nowMs, isOrderly, reason: text });
  }

  /** QEMU's process as the host has it now; `undefined` while it is not there. */
  process(identity: ProcessIdentity | undefined, nowMs: number): void {
    if (identity === undefined) return;
    const before = this.#process;
    this.#process = identity;
    if (before === undefined || (before.pid === identity.pid && before.startTicks === identity.startTicks))
      return;
    this.#shutdown = undefined;
    const reason = `QEMU was started (process ${identity.pid})`;
    this.add({ kind: 'started', source: 'host', atMs: nowMs, isOrderly: false, reason });
  }

  label(bootId: string, nowMs: number): void {
    this.#boot('console', bootId, nowMs);
  }

  /** A record that is no history. */
  record(
    channel: ChannelName,
    identity: RecordIdentity,
    stopReason: string | undefined,
    nowMs: number,
  ): void {
    this.#boot(channel, identity.bootId, nowMs);
    const run = `${identity.bootId}/${identity.runId}`;
    if (stopReason !== undefined) this.#goodbye = { reason: stopReason, run };
    // What the run that said goodbye wrote before may still come by the other channel.
    else if (this.#goodbye !== undefined && this.#goodbye.run !== run) this.#goodbye = undefined;
  }

  #boot(source: ChannelName, bootId: string, nowMs: number): void {
    const reason = `the guest reports by another boot id (${bootId.slice(0, 8)})`;
    this.add({ kind: 'boot', source, atMs: nowMs, bootId, isOrderly: false, reason });
  }
}
