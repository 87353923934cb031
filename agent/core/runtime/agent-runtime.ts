import { fromHex } from '#protocol/bytes/hex.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import { ChecksLane } from '../checks/checks-lane.ts';
import type { AgentConfig } from '../config/agent-config.ts';
import { LinkLane } from '../link/link-lane.ts';
import { RecorderLane } from '../recorder/recorder-lane.ts';
import { SysrqLane } from '../sysrq/sysrq-lane.ts';
import type { AgentPlatform } from './agent-platform.ts';
import { Answers } from './answers.ts';
import { Beats } from './beats.ts';
import { newCounters } from './counters.ts';
import { ProblemLog } from './problem-log.ts';
import { type RecordBody, RecordMaker } from './record-maker.ts';
import { Snapshots } from './snapshots.ts';

/** Between two looks into the mailbox at most, so that a host by disk never waits longer than this for an answer. */
const MAILBOX_US_MAX = 5_000_000;
/** So that a ring, which keeps ten hours, always holds the inventory. */
const INVENTORY_EVERY_US = 3_600_000_000;
const PROTOCOL_VERSION = 1;

/**
 * The agent without its machine: starts the lanes, gives them what they need of each other, and keeps every one's
 * trouble its own. Driven by `tick` once a second.
 */
export class AgentRuntime {
  readonly #platform: AgentPlatform;
  readonly #counters = newCounters();
  readonly #problems: ProblemLog;
  readonly #records: RecordMaker;
  readonly #answers: Answers;
  #config: AgentConfig;
  #beats: Beats | undefined;
  #snapshots: Snapshots | undefined;
  #recorder: RecorderLane | undefined;
  #link: LinkLane | undefined;
  #checks: ChecksLane;
  #inventory: cherub.Inventory.$Properties | undefined;
  #inventoryRecordedUs = 0;
  #endInventory: (() => void) | undefined;
  #stopping = false;

  constructor(platform: AgentPlatform, config: AgentConfig) {
    this.#platform = platform;
    this.#config = config;
    this.#problems = new ProblemLog(platform.log);
    const { bootId, runId } = platform.identity;
    this.#records = new RecordMaker({
      clock: platform.clock,
      bootId: fromHex(bootId) ?? new Uint8Array(16),
      runId,
    });
    this.#checks = this.#newChecks();
    this.#answers = this.#newAnswers();
  }

  /** Starts all lanes. The start record is the first thing that goes to the disk. */
  start(): void {
    this.#startBeats();
    this.#startSnapshots();
    this.#startLink();
    this.#startRecorder();
    this.#recordStart();
    this.#endInventory = this.#platform.startInventory((inventory) => {
      this.#inventory = inventory;
      this.#recordInventory();
    });
    this.#beats?.start(this.#state());
  }

  /** Does what is due. To be called once a second, soon after each full second of the wall clock. */
  tick(): void {
    if (this.#stopping) return;
    this.#beats?.tick(this.#state());
    this.#checks.tick();
    this.#snapshots?.tick(this.#state());
    this.#recorder?.tick();
    this.#link?.tick();
    const now = this.#platform.clock.monotonicUs();
    if (this.#inventory !== undefined && now - this.#inventoryRecordedUs >= INVENTORY_EVERY_US)
      this.#recordInventory();
  }

  /** Takes a new config: lanes whose part changed start again, the others do not notice. */
  reload(config: AgentConfig): void {
    const before = this.#config;
    this.#config = config;
    this.#problems.set('config', undefined);
    const changed = (part: keyof AgentConfig): boolean =>
      before.app !== config.app || JSON.stringify(before[part]) !== JSON.stringify(config[part]);
    if (changed('heartbeat')) this.#startBeats();
    if (changed('snapshot')) this.#startSnapshots();
    if (changed('link')) this.#startLink();
    if (changed('checks')) this.#startChecks();
    if (changed('recorder') || before.snapshot.periodSeconds !== config.snapshot.periodSeconds)
      this.#startRecorder();
    this.#recordStart();
    this.#platform.log.info('config: reloaded');
  }

  /** A new config was refused; the old one stays. */
  rejectConfig(problem: string): void {
    this.#counters.configRejected += 1;
    this.#problems.set('config', `the new config is refused, the old one stays: ${problem}`);
  }

  /** Something beside the lanes has a problem, or none any more. */
  setProblem(part: 'systemd', problem: string | undefined): void {
    this.#problems.set(part, problem);
  }

  /**
   * Says that it stops on all channels and lets the records out. May never settle when a disk or a logger hangs: the
   * caller has the deadline.
   * @param reason the signal's name
   */
  async stop(reason: string): Promise<void> {
    this.#stopping = true;
    this.#endInventory?.();
    this.#checks.close();
    this.#emit({ stop: { reason } });
    const lastBeat = this.#beats?.beatNow('stopping');
    await Promise.all([lastBeat, this.#recorder?.close()]);
    this.#snapshots?.close();
    this.#beats?.close();
    this.#link?.close();
  }

  #state(): 'starting' | 'ok' | 'degraded' {
    if (this.#snapshots?.latest === undefined) return 'starting';
    return this.#problems.degraded || this.#checks.hasFailed ? 'degraded' : 'ok';
  }

  get #app(): string {
    return this.#config.app === '' ? this.#platform.identity.hostName : this.#config.app;
  }

  #startBeats(): void {
    this.#beats?.close();
    this.#beats = new Beats({
      platform: this.#platform,
      config: this.#config,
      app: this.#app,
      counters: this.#counters,
      problems: this.#problems,
      firstSequence: this.#beats?.nextSequence ?? 1,
      // The ring keeps ten hours only if a label is not written there each time. The stop record is the last one.
      onBeat: (beat, isNews) => this.#emit({ beat }, isNews && !this.#stopping ? 'all' : 'link'),
    });
  }

  #startSnapshots(): void {
    this.#snapshots?.close();
    this.#snapshots = new Snapshots({
      platform: this.#platform,
      app: this.#app,
      periodSeconds: this.#config.snapshot.periodSeconds,
      counters: this.#counters,
      agentCounters: () => this.#agentCounters(),
      checks: () => this.#checks.results(),
      onSnapshot: (snapshot) => this.#emit({ snapshot }),
    });
  }

  #newChecks(): ChecksLane {
    const { checks: port, clock, log } = this.#platform;
    return new ChecksLane({ port, clock, checks: this.#config.checks, onNote: (note) => log.info(note) });
  }

  #startChecks(): void {
    this.#checks.close();
    this.#checks = this.#newChecks();
  }

  #startLink(): void {
    this.#link?.close();
    this.#link = undefined;
    const { port } = this.#config.link;
    if (port === 'none') {
      this.#problems.forget('link');
      return;
    }
    const link = new LinkLane({
      open: this.#platform.openLink,
      portName: port,
      clock: this.#platform.clock,
      runId: this.#platform.identity.runId,
      counters: this.#counters,
      hello: () => this.#hello(),
      answer: (request) => this.#answers.byLink(request),
      onProblem: (problem) => this.#problems.set('link', problem, 'absent'),
    });
    this.#link = link;
    link.tick();
  }

  #startRecorder(): void {
    const before = this.#recorder;
    this.#recorder = undefined;
    const { disk, adopt } = this.#config.recorder;
    if (disk === 'none') this.#problems.forget('recorder');
    else this.#recorder = this.#newRecorder(disk, adopt, before);
    void before?.close();
  }

  #newRecorder(disk: string, adopt: boolean, before: RecorderLane | undefined): RecorderLane {
    const { identity, clock, log } = this.#platform;
    let wasReady = false;
    return new RecorderLane({
      port: this.#platform.disks,
      clock,
      writer: { bootId: identity.bootId, runId: identity.runId },
      wish: {
        disk,
        adopt,
        app: this.#app,
        newDiskUuid: () => this.#platform.newDiskUuid(),
        wallUs: () => clock.wallUs(),
      },
      mailboxUs: Math.min(this.#config.snapshot.periodSeconds * 1e6, MAILBOX_US_MAX),
      counters: this.#counters,
      // The old lane may still hold the disk; the new one must not take that for a second writer.
      after: before?.close(),
      onProblem: (problem) => {
        const grade = disk === 'auto' && !wasReady ? 'absent' : 'failing';
        this.#problems.set('recorder', problem, grade);
      },
      onNote: (note) => {
        wasReady = true;
        log.info(`recorder: ${note}`);
      },
      onRequest: (request) => this.#answerMail(request),
    });
  }

  #emit(body: RecordBody, to: 'all' | 'link' = 'all'): void {
    const record = this.#records.make(body);
    if (to === 'all') this.#recorder?.push(record);
    this.#link?.push(record);
  }

  #recordStart(): void {
    const { identity } = this.#platform;
    this.#emit({
      start: {
        agentVersion: identity.version,
        build: identity.build,
        app: this.#app,
        pid: identity.pid,
        snapshotPeriodMs: this.#config.snapshot.periodSeconds * 1000,
        heartbeatPeriodMs: Math.round((this.#beats?.everySeconds ?? 0) * 1000),
        missing: this.#problems.missing(),
      },
    });
  }

  #recordInventory(): void {
    if (this.#inventory === undefined) return;
    this.#inventoryRecordedUs = this.#platform.clock.monotonicUs();
    this.#emit({ inventory: this.#inventory });
  }

  #hello(): cherub.Hello.$Properties {
    const { identity } = this.#platform;
    return {
      bootId: fromHex(identity.bootId) ?? new Uint8Array(16),
      runId: identity.runId,
      agentVersion: identity.version,
      build: identity.build,
      app: this.#app,
      protocolVersion: PROTOCOL_VERSION,
      requests: this.#config.allow,
    };
  }

  #agentCounters(): cherub.AgentCounters.$Properties {
    return { ...this.#counters, ...this.#platform.usage() };
  }

  #newAnswers(): Answers {
    const sysrq = new SysrqLane({ port: this.#platform.sysrq, clock: this.#platform.clock });
    return new Answers({
      counters: this.#counters,
      sources: {
        allowed: () => this.#config.allow,
        hello: () => this.#hello(),
        snapshot: (fresh) => (fresh ? this.#snapshots?.takeNow(this.#state()) : this.#snapshots?.latest),
        inventory: () => this.#inventory,
        counters: () => this.#agentCounters(),
        sysrq: (key, o) => sysrq.ask(key, o),
        check: (name, o) => this.#checks.ask(name, o),
      },
    });
  }

  #answerMail(bytes: Uint8Array): void {
    this.#answers.byMail(bytes, (answer) => this.#recorder?.push(this.#records.make({ answer })));
  }
}
