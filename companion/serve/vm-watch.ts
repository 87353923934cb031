import type { cherub } from '#protocol/messages/generated/cherub.js';
import { CHANNELS, type ChannelName, type ChannelView } from '../channels/channel.ts';
import type { Now } from '../channels/channel-age.ts';
import { ChannelBoard } from '../channels/channel-board.ts';
import type { VmConfig } from '../config/config.ts';
import type { VmStatus } from '../control/status.ts';
import type { Entry } from '../entries/entry.ts';
import {
  channelEntry,
  consoleEntry,
  type EntrySubject,
  lossEntry,
  recordEntry,
  recordKey,
} from '../entries/entry-factory.ts';
import { SeenRecords } from '../entries/seen-records.ts';
import { verdictEntry } from '../entries/verdict-entry.ts';
import type { SignalTrack } from '../incidents/evidence.ts';
import type { IncidentVerdict } from '../incidents/incident.ts';
import { toIncidentVerdict } from '../incidents/incident-verdict.ts';
import type { TimedSnapshot } from '../incidents/snapshot-evidence.ts';
import type { Signal } from '../ladder/signal.ts';
import type { SuppressionFact } from '../ladder/suppression.ts';
import type { Verdict, VerdictChange } from '../ladder/verdict.ts';
import { formatTime } from '../output/quantities.ts';
import { safeText } from '../output/safe-text.ts';
import { RateLimit } from '../sources/console/rate-limit.ts';
import { type ConsoleSource, createConsoleSource } from '../sources/console/source.ts';
import { createLinkSource, type LinkSource } from '../sources/link/source.ts';
import type { Observation, Source, SourceContext } from '../sources/observation.ts';
import { createRecorderSource, type RecorderSource } from '../sources/recorder/source.ts';
import { factsOfLabel, factsOfSnapshot, factsOfVersion, NO_FACTS, promiseOf } from './guest-facts.ts';
import type { Host } from './host.ts';
import { InventoryMemory } from './inventory-memory.ts';
import { LossTally } from './loss-tally.ts';
import { RecentSnapshots } from './recent-snapshots.ts';
import type { StateFile } from './state-file.ts';
import { createOutsideSources, type OutsideSources } from './verdict/outside-sources.ts';
import { VmLadder } from './verdict/vm-ladder.ts';

/** What a guest may add to the spool by records, in characters of JSON; an agent needs about 1,500 a second at most. */
const RECORD_CHARACTERS_PER_SECOND_MAX = 65_536;
/** Urgent news are weighed at once, but not more often than this: a guest can make as many as it likes. */
const WAKE_MS = 50;
const RECORDS_DROPPED = 'records dropped, more than one guest may send';

export interface VmWatchOptions {
  readonly vm: VmConfig;
  readonly host: Host;
  readonly state: StateFile;
  readonly append: (entries: readonly Entry[]) => void;
  readonly isCongested: () => boolean;
  /** What the scenarios that are bound to this VM say. */
  readonly scenarios: () => ScenarioVoice;
  /** The verdict became another one; its entry is made already. */
  readonly onVerdict: (change: VerdictChange) => void;
}

export interface ScenarioVoice {
  readonly signals: readonly Signal[];
  readonly suppressions: readonly SuppressionFact[];
}

type RecordSeen = Extract<Observation, { kind: 'record' }>;

/** One VM: its sources, the ages of its channels, its verdict, and the entries that come of what the sources see. */
export class VmWatch {
  readonly vm: VmConfig;
  readonly #o: VmWatchOptions;
  readonly #subject: EntrySubject;
  readonly #board: ChannelBoard;
  readonly #sources: readonly Source[];
  readonly #console: ConsoleSource | undefined;
  readonly #link: LinkSource | undefined;
  readonly #recorder: RecorderSource | undefined;
  readonly #seen = new SeenRecords();
  readonly #losses = new LossTally();
  readonly #recordRate = new RateLimit(RECORD_CHARACTERS_PER_SECOND_MAX);
  /** A guest that restarts its agent all the time must not fill the log. */
  readonly #logRate = new RateLimit(1);
  readonly #snapshots = new RecentSnapshots();
  readonly #stop = new AbortController();
  readonly #ladder: VmLadder;
  readonly #inventory: InventoryMemory;
  readonly outside: OutsideSources;
  #wakeTimer: NodeJS.Timeout | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #facts = NO_FACTS;

  constructor(o: VmWatchOptions) {
    const { vm } = o;
    this.#o = o;
    this.vm = vm;
    this.#subject = { appId: vm.appId, appName: vm.name };
    this.#board = new ChannelBoard(CHANNELS.filter((channel) => vm[channel] !== undefined));
    this.#inventory = new InventoryMemory(o.state.position(`${vm.appId}/inventory`));
    this.outside = createOutsideSources(vm, o.host, (observation) => this.#ladder.qmp(observation));
    this.#ladder = new VmLadder({
      outside: this.outside,
      link: () => this.#link,
      scenarios: o.scenarios,
      views: (now) => this.#board.views(now),
      now: () => this.#now(),
      wake: () => this.#wake(),
    });
    this.#console =
      vm.console &&
      createConsoleSource(vm.console, this.#context('console'), (bytes, history) =>
        this.#ladder.consoleBytes(bytes, history),
      );
    this.#link = vm.link && createLinkSource(vm.link, this.#context('link'));
    this.#recorder = vm.recorder && createRecorderSource(vm.recorder, this.#context('recorder'));
    this.#sources = [this.#console, this.#recorder, this.#link].filter((source) => source !== undefined);
    this.#restoreAges();
  }

  /** Sources run on their own: one that hangs keeps no other waiting. */
  start(): void {
    const { qmp, host, network } = this.outside;
    this.#running = Promise.all([
      ...this.#sources.map((source) => this.#supervise(source)),
      ...Object.entries({ qmp, host, network }).map(([name, source]) => this.#superviseOutside(name, source)),
    ]);
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    clearTimeout(this.#wakeTimer);
    await this.#running;
    this.#tellLosses(this.#losses.takeAll(this.#now().monotonicMs));
    this.#saveAges();
  }

  /** To be called about every second. */
  tick(): void {
    const now = this.#now();
    const changes = this.#board.changes(now);
    this.#o.append(
      changes.map((change) => channelEntry(this.#subject, this.#newId('channel'), change, now.wallMs)),
    );
    for (const { text } of changes) this.#log(text);
    this.#tellLosses(this.#losses.take(now.monotonicMs));
    this.#saveAges();
    this.#stepLadder();
  }

  get recorder(): RecorderSource | undefined {
    return this.#recorder;
  }

  /** How a channel stands now; undefined: the config does not name it. */
  channelView(channel: ChannelName): ChannelView | undefined {
    return this.#board.age(channel)?.view(this.#now());
  }

  get console(): ConsoleSource | undefined {
    return this.#console;
  }

  get verdict(): Verdict {
    return this.#ladder.verdict;
  }

  /** The verdict as an incident keeps it. */
  incidentVerdict(verdict: Verdict = this.#ladder.verdict): IncidentVerdict {
    const { monotonicMs, wallMs } = this.#now();
    return toIncidentVerdict(verdict, { ladderMs: monotonicMs, wallMs });
  }

  /** What the guest's agent told of its guest while it was healthy. */
  inventory(): cherub.Inventory.$Properties | undefined {
    return this.#inventory.inventory;
  }

  /** How each signal stood over the last hour. */
  tracks(): readonly SignalTrack[] {
    return this.#ladder.tracks();
  }

  get link(): LinkSource | undefined {
    return this.#link;
  }

  /** The last raw bytes of the console; undefined when the config names none. */
  captured(): Uint8Array | undefined {
    return this.#console?.captured();
  }

  /** The last snapshots as JSON texts, oldest first. */
  snapshots(count: number): readonly string[] {
    return this.#snapshots.last(count).map(({ text }) => text);
  }

  /** The same with the time at which each came. */
  timedSnapshots(): readonly TimedSnapshot[] {
    return this.#snapshots.last(Number.MAX_SAFE_INTEGER);
  }

  status(): VmStatus {
    const sources = new Map(this.#sources.map((source) => [source.channel, source]));
    return {
      name: this.vm.name,
      app: this.vm.appId,
      guest: this.#facts,
      verdict: this.#verdictStatus(),
      channels: this.#board.views(this.#now()).map((view) => ({
        ...view,
        counters: sources.get(view.channel)?.counters() ?? {},
        remark: sources.get(view.channel)?.remark() ?? '',
      })),
    };
  }

  #verdictStatus(): VmStatus['verdict'] {
    const { state, rung, reason, sinceMs } = this.#ladder.verdict;
    const forMs = Math.max(0, Math.round(this.#now().monotonicMs - sinceMs));
    return { state, ...(rung && { rung }), reason: safeText(reason), forMs };
  }

  /** A source that fails by a fault of ours takes no other with it. */
  async #supervise(source: Source): Promise<void> {
    try {
      await source.run(this.#stop.signal);
    } catch (error) {
      const reason = `fault in the companion: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
      this.#board.age(source.channel)?.missing(safeText(reason));
      this.#log(`${source.channel}: ${reason}`);
    }
  }

  async #superviseOutside(
    name: string,
    source: { run(signal: AbortSignal): Promise<void> } | undefined,
  ): Promise<void> {
    try {
      await source?.run(this.#stop.signal);
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      this.#log(`${name}: fault in the companion: ${reason}`);
    }
  }

  #wake(): void {
    if (this.#wakeTimer !== undefined || this.#stop.signal.aborted) return;
    this.#wakeTimer = setTimeout(() => {
      this.#wakeTimer = undefined;
      this.#stepLadder();
    }, WAKE_MS);
  }

  #stepLadder(): void {
    for (const change of this.#ladder.step()) {
      const { monotonicMs, wallMs } = this.#now();
      this.#o.append([
        verdictEntry(this.#subject, this.#newId('verdict'), change, { ladderMs: monotonicMs, wallMs }),
      ]);
      this.#log(describeChange(change));
      this.#o.onVerdict(change);
    }
  }

  #context(channel: ChannelName): SourceContext {
    const { host, state, isCongested } = this.#o;
    return {
      appId: this.vm.appId,
      observe: (observation) => this.#observe(channel, observation),
      position: state.position(`${this.vm.appId}/${channel}`),
      monotonicUs: host.monotonicUs,
      isCongested,
      random: host.random,
      uniqueId: host.uniqueId,
    };
  }

  #observe(channel: ChannelName, seen: Observation): void {
    const age = this.#board.age(channel);
    switch (seen.kind) {
      case 'attached':
        age?.attached(this.#now());
        return;
      case 'missing':
        age?.missing(seen.reason);
        return;
      case 'alive':
        age?.seen(this.#now(), seen.promisedMs);
        return;
      case 'line':
        this.#observeLine(seen);
        return;
      case 'record':
        this.#observeRecord(channel, seen);
        return;
      case 'loss':
        this.#losses.add(channel, seen.what, seen.count);
        return;
      case 'event':
        this.#log(seen.text);
        return;
    }
  }

  #observeLine(seen: Extract<Observation, { kind: 'line' }>): void {
    const { label, history } = seen;
    const now = this.#now();
    if (label !== undefined && !history) {
      this.#board.age('console')?.seen(now, label.everySeconds * 1000);
      this.#facts = factsOfLabel(this.#facts, label, now.wallMs);
      this.#ladder.label(label.bootId);
    }
    const forward = this.vm.console?.forward ?? 'none';
    if (forward === 'none' || (forward === 'labels' && label === undefined)) return;
    const { id, text } = seen;
    this.#o.append([
      consoleEntry(this.#subject, { id, text, atMs: now.wallMs, history, ...(label && { label }) }),
    ]);
  }

  #observeRecord(channel: ChannelName, seen: RecordSeen): void {
    const now = this.#now();
    this.#learn(channel, seen, now);
    if (!this.#seen.add(recordKey(seen.identity))) return;
    const { record, identity, history } = seen;
    if (!history) this.#ladder.record(channel, record, identity);
    if (record.inventory) this.#inventory.add(record.inventory);
    const entry = recordEntry(this.#subject, record, identity, { channel, atMs: now.wallMs, history });
    if (entry === undefined) return;
    if (identity.kind === 'snapshot') this.#snapshots.add({ atMs: now.wallMs, text: entry.content });
    // History is bounded by the disk that it stands on.
    if (!history && !this.#recordRate.take(entry.content.length, this.#o.host.monotonicUs())) {
      this.#losses.add(channel, RECORDS_DROPPED, 1);
      return;
    }
    this.#o.append([entry]);
  }

  #learn(channel: ChannelName, { record, identity, history }: RecordSeen, now: Now): void {
    const age = this.#board.age('recorder');
    const promisedMs = promiseOf(record);
    if (channel === 'recorder') {
      if (!history) age?.seen(now, promisedMs);
      else {
        if (promisedMs !== undefined) age?.promised(promisedMs);
        const wallMs = (record.stamp?.wallUs ?? 0) / 1000;
        age?.note(`the newest on the disk is of ${formatTime(wallMs)} by the guest's clock`);
      }
    }
    this.#facts = factsOfVersion(this.#facts, record.start?.agentVersion);
    const atMs = history ? Math.min(now.wallMs, Math.max(0, (record.stamp?.wallUs ?? 0) / 1000)) : now.wallMs;
    if (atMs < (this.#facts.atMs ?? 0)) return;
    this.#facts = factsOfSnapshot(this.#facts, record, { bootId: identity.bootId, channel, atMs });
  }

  #tellLosses(losses: ReturnType<LossTally['take']>): void {
    const atMs = this.#o.host.wallMs();
    this.#o.append(
      losses.map(({ channel, what, count }) => {
        const text = `${channel}: ${count} ${what}`;
        this.#log(text);
        return lossEntry(this.#subject, { id: this.#newId('loss'), atMs, text, count, channel });
      }),
    );
  }

  #restoreAges(): void {
    for (const channel of CHANNELS) {
      const saved = this.#o.state.age(`${this.vm.appId}/${channel}`);
      if (saved !== undefined) this.#board.age(channel)?.restore(saved, this.#now());
    }
  }

  #saveAges(): void {
    for (const [channel, age] of Object.entries(this.#board.save())) {
      this.#o.state.setAge(`${this.vm.appId}/${channel}`, age);
    }
  }

  #log(text: string): void {
    if (this.#logRate.take(1, this.#o.host.monotonicUs()))
      this.#o.host.log(`${this.vm.name}: ${safeText(text)}`);
  }

  #newId(kind: string): string {
    return `${this.vm.appId}/${kind}/${this.#o.host.uniqueId()}`;
  }

  #now(): Now {
    return { monotonicMs: this.#o.host.monotonicUs() / 1000, wallMs: this.#o.host.wallMs() };
  }
}

function describeChange({ from, to, isOver }: VerdictChange): string {
  const name = ({ state, rung }: Verdict): string => (rung === undefined ? state : `${state}: ${rung}`);
  return `verdict: ${name(from)} → ${name(to)}${isOver === true ? ' (over already)' : ''}, ${to.reason}`;
}
