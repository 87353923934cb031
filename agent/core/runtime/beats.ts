import type { LabelState } from '#protocol/label/label.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { AgentConfig } from '../config/agent-config.ts';
import { type BeatOutcome, HeartbeatLane } from '../heartbeat/heartbeat-lane.ts';
import { readLabelFacts } from '../heartbeat/label-facts.ts';
import type { Schedule } from '../heartbeat/schedule.ts';
import type { Result } from '../ports.ts';
import type { AgentPlatform } from './agent-platform.ts';
import type { ProblemLog } from './problem-log.ts';

export interface BeatsOptions {
  platform: AgentPlatform;
  config: AgentConfig;
  app: string;
  counters: { beats: number; beatsFailed: number; beatsDirect: number };
  problems: ProblemLog;
  firstSequence: number;
  /** @param isNews it went another way than the one before, or the agent has just started */
  onBeat: (beat: cherub.Beat.$Properties, isNews: boolean) => void;
}

/** Heartbeats of a running agent: when, what is in them, and what became of them. */
export class Beats {
  readonly #o: BeatsOptions;
  readonly #schedule: Schedule;
  readonly #console: Result<{ close(): void }>;
  readonly #lane: HeartbeatLane;
  #sequence: number;
  #lastProblem: string | undefined;

  constructor(options: BeatsOptions) {
    this.#o = options;
    this.#sequence = options.firstSequence;
    const { platform, config, problems } = options;
    this.#schedule = platform.schedule(config);
    const console = platform.openConsole(config);
    const logger = platform.openLogger(config);
    report(problems, 'console', config.heartbeat.console, console);
    report(problems, 'logger', config.heartbeat.logger, logger);
    this.#console = console;
    this.#lane = new HeartbeatLane({
      console: console.ok ? console.value : undefined,
      logger: logger.ok ? logger.value : undefined,
    });
  }

  get everySeconds(): number {
    return this.#schedule.everySeconds;
  }

  get nextSequence(): number {
    return this.#sequence;
  }

  /** Says at once that the agent is up, whatever the schedule; a rhythm counts from here. */
  start(state: LabelState): void {
    this.#isDue();
    void this.beatNow(state);
  }

  tick(state: LabelState): void {
    if (this.#isDue()) void this.beatNow(state);
  }

  /** Never rejects. */
  async beatNow(state: LabelState): Promise<void> {
    const { platform, counters, app } = this.#o;
    const sequence = this.#sequence;
    this.#sequence += 1;
    counters.beats += 1;
    const outcome = await this.#lane.beat({
      app,
      bootId: platform.identity.bootId,
      sequence,
      uptimeSeconds: platform.clock.bootUs() / 1e6,
      everySeconds: this.everySeconds,
      state,
      ...readLabelFacts((path) => platform.readFile(path)),
    });
    this.#count(outcome);
    const { line, delivered, problem } = outcome;
    const isNews = problem !== this.#lastProblem;
    this.#lastProblem = problem;
    this.#o.onBeat({ line, delivered, problem }, isNews);
  }

  close(): void {
    if (this.#console.ok) this.#console.value.close();
  }

  #isDue(): boolean {
    const { clock } = this.#o.platform;
    return this.#schedule.due({ wallUs: clock.wallUs(), monotonicUs: clock.monotonicUs() });
  }

  #count({ via, problem }: BeatOutcome): void {
    const { counters, problems, config } = this.#o;
    if (via === 'console') counters.beatsDirect += 1;
    if (via === 'none') counters.beatsFailed += 1;
    if (via === 'none') problems.set('heartbeat', `labels are lost: ${problem}`);
    else if (via === 'console' && config.heartbeat.logger !== 'none') {
      problems.set('heartbeat', `labels go straight to the console: ${problem}`);
    } else problems.set('heartbeat', undefined);
  }
}

/** What the config switches off is no problem. */
function report(
  problems: ProblemLog,
  part: 'console' | 'logger',
  wish: string,
  opened: Result<unknown>,
): void {
  if (opened.ok || wish === 'none') problems.forget(part);
  else problems.set(part, opened.problem, wish === 'auto' ? 'absent' : 'failing');
}
