import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import type { Level } from '../incidents/incident.ts';
import type { ExplainJson } from '../ladder/explain.ts';
import type { ScenariosReport } from '../scenarios/report.ts';
import type { Meant } from '../scenarios/service.ts';
import type { PingReply } from './api.ts';
import type { DiagnoseEvent } from './diagnose-event.ts';
import type { RunReport } from './scenario-api.ts';
import type { StatusReport } from './status.ts';

const TIMEOUT_MS = 10_000;
/** The longest waiting time of a scenario through each of its five transports, and some more. */
const RUN_MS_MAX = 5 * 300_000 + TIMEOUT_MS;
const ANSWER_BYTES_MAX = 64 * 1024 * 1024;

/** The companion is not there, or refused; the message is one line for people. */
export class ControlError extends Error {
  /** `absent`: nobody serves at the socket. */
  readonly code: 'absent' | 'refused' | 'broken';

  constructor(code: 'absent' | 'refused' | 'broken', message: string) {
    super(message);
    this.name = 'ControlError';
    this.code = code;
  }
}

/** Talks to a running `cherub serve`. Every call throws ControlError. */
export class ControlClient {
  readonly #path: string;
  readonly #signal: AbortSignal;

  constructor(path: string, signal: AbortSignal) {
    this.#path = path;
    this.#signal = signal;
  }

  async status(): Promise<StatusReport> {
    return (await this.#json('GET', '/v1/status', TIMEOUT_MS)) as StatusReport;
  }

  async ping(
    vm: string,
    o: { readonly payloadBytes: number; readonly deadlineMs: number },
  ): Promise<PingReply> {
    const query = `payloadBytes=${o.payloadBytes}&deadlineMs=${o.deadlineMs}`;
    const path = `/v1/vms/${encodeURIComponent(vm)}/link/ping?${query}`;
    return (await this.#json('POST', path, o.deadlineMs + TIMEOUT_MS)) as PingReply;
  }

  /** The verdict on a VM and every vote behind it. */
  async explain(vm: string): Promise<ExplainJson> {
    return (await this.#json('GET', `/v1/vms/${encodeURIComponent(vm)}/explain`, TIMEOUT_MS)) as ExplainJson;
  }

  async scenarios(): Promise<ScenariosReport> {
    return (await this.#json('GET', '/v1/scenarios', TIMEOUT_MS)) as ScenariosReport;
  }

  /** @param parameters app or label, and what the action needs more: docs/cli.md, Control socket */
  async changeScenarios(
    action: 'bind' | 'unbind' | 'pause' | 'resume',
    parameters: Readonly<Record<string, string>>,
  ): Promise<Meant & { readonly untilWallMs?: number }> {
    const path = `/v1/scenarios/${action}?${new URLSearchParams(parameters).toString()}`;
    return (await this.#json('POST', path, TIMEOUT_MS)) as Meant & { readonly untilWallMs?: number };
  }

  /** Probes now, and gives the outcome of each VM that was meant. */
  async runScenario(
    parameters: Readonly<Record<string, string>>,
  ): Promise<{ readonly runs: readonly RunReport[] }> {
    const path = `/v1/scenarios/run?${new URLSearchParams(parameters).toString()}`;
    return (await this.#json('POST', path, RUN_MS_MAX)) as { readonly runs: readonly RunReport[] };
  }

  /** A report every interval, until the companion ends or the signal is aborted. */
  watch(intervalMs: number): AsyncGenerator<StatusReport> {
    return this.#lines<StatusReport>('GET', `/v1/watch?intervalMs=${intervalMs}`);
  }

  /** Runs a diagnosis up to this level; it ends by itself, or when the signal is aborted. */
  diagnose(vm: string, level: Level, script?: string): AsyncGenerator<DiagnoseEvent> {
    const named = script === undefined ? '' : `&script=${encodeURIComponent(script)}`;
    const path = `/v1/vms/${encodeURIComponent(vm)}/diagnose?level=${level}${named}`;
    return this.#lines<DiagnoseEvent>('POST', path);
  }

  /** One value for each line of an answer that has no end of its own. */
  async *#lines<T>(method: string, path: string): AsyncGenerator<T> {
    const answer = await this.#request(method, path, undefined);
    if (answer.statusCode !== 200) throw refusal(parse(await readText(answer)));
    answer.on('error', () => undefined);
    try {
      for await (const line of createInterface({ input: answer, crlfDelay: Number.POSITIVE_INFINITY })) {
        yield parse(line) as T;
      }
    } catch (error) {
      // A companion that ends cuts the connection.
      if (error instanceof ControlError) throw error;
    } finally {
      answer.destroy();
    }
  }

  async #json(method: string, path: string, timeoutMs: number): Promise<unknown> {
    const answer = await this.#request(method, path, timeoutMs);
    const value = parse(await readText(answer));
    if (answer.statusCode === 200) return value;
    throw refusal(value);
  }

  #request(method: string, path: string, timeoutMs: number | undefined): Promise<IncomingMessage> {
    const timeout = timeoutMs === undefined ? [] : [AbortSignal.timeout(timeoutMs)];
    const signal = AbortSignal.any([this.#signal, ...timeout]);
    return new Promise((resolve, reject) => {
      const outgoing = request({ socketPath: this.#path, method, path, signal, agent: false }, resolve);
      outgoing.on('error', (error) => reject(explain(this.#path, error)));
      outgoing.end();
    });
  }
}

function refusal(value: unknown): ControlError {
  const error = typeof value === 'object' && value !== null && 'error' in value ? value.error : 'refused';
  return new ControlError('refused', String(error));
}

function readText(answer: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    answer.setEncoding('utf8');
    answer.on('data', (chunk: string) => {
      text += chunk;
      if (text.length > ANSWER_BYTES_MAX) answer.destroy(new Error('the answer is too long'));
    });
    answer.on('end', () => resolve(text));
    answer.on('error', (error) => reject(new ControlError('broken', `cherub serve: ${error.message}`)));
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ControlError(
      'broken',
      'cherub serve gave an answer that is no JSON; are both of the same version?',
    );
  }
}

function explain(path: string, error: Error): ControlError {
  const code = 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ECONNREFUSED') {
    return new ControlError(
      'absent',
      `no cherub serve runs here (nobody listens at ${path}); start it, or name its config with --config`,
    );
  }
  if (code === 'EACCES') {
    return new ControlError('refused', `${path}: permission denied; run as the user of cherub serve`);
  }
  return new ControlError('broken', `${path}: ${error.message}`);
}
