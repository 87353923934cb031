import { readFileSync, renameSync, statSync } from 'node:fs';
import * as z from 'zod/mini';
import { writeAtomic } from '../../spool/write-atomic.ts';
import type { BindingChange } from '../bindings/bindings.ts';
import type { Standing } from '../engine/thresholds.ts';
import { writeDurable } from './write-durable.ts';

/** A pause by the wall clock, which goes on while nobody runs. */
export interface StoredPause {
  readonly app: string;
  readonly scenario?: string | undefined;
  readonly owner: string;
  readonly reason: string;
  readonly sinceWallMs: number;
  readonly untilWallMs: number;
}

export interface StoredStanding extends Standing {
  readonly scenario: string;
  readonly app: string;
  /** The stock dialogue got through on this VM's console before. */
  readonly hasConsoleWorked?: boolean | undefined;
}

/** What scenarios keep over a restart. */
export interface ScenarioState {
  readonly changes: readonly BindingChange[];
  readonly pauses: readonly StoredPause[];
  readonly standings: readonly StoredStanding[];
}

/** Far above what 1,000 VMs need. */
const FILE_BYTES_MAX = 32 * 1024 * 1024;

const name = z.string().check(z.maxLength(256));
const count = z.int().check(z.minimum(0));
const outcome = z.enum(['ok', 'failed', 'unknown']);
const target = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('app'), app: name }),
  z.object({ kind: z.literal('label'), label: name }),
]);
const changeShape = z.object({ action: z.enum(['bind', 'unbind']), scenario: name, target });
const pauseShape = z.object({
  app: name,
  scenario: z.optional(name),
  owner: name,
  reason: z.string().check(z.maxLength(1024)),
  sinceWallMs: z.number(),
  untilWallMs: z.number(),
});
const standingShape = z.object({
  scenario: name,
  app: name,
  state: outcome,
  successes: count,
  failures: count,
  hasConsoleWorked: z.optional(z.boolean()),
});

/**
 * The file in the state directory. What is damaged in it is told and costs only itself: a file that is no JSON is put
 * aside, an entry that cannot be understood is left out, and all others hold.
 */
export class ScenarioStore {
  readonly #path: string;
  readonly #tell: (line: string) => void;
  #written = '';

  constructor(path: string, tell: (line: string) => void) {
    this.#path = path;
    this.#tell = tell;
  }

  /** Never throws. */
  read(): ScenarioState {
    const text = this.#readText();
    if (text === undefined) return { changes: [], pauses: [], standings: [] };
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      this.#putAside();
      return { changes: [], pauses: [], standings: [] };
    }
    return {
      changes: this.#entries(value, 'changes', changeShape),
      pauses: this.#entries(value, 'pauses', pauseShape),
      standings: this.#entries(value, 'standings', standingShape),
    };
  }

  /**
   * Writes what has changed; `isDurable` also survives a power cut.
   * @returns what is wrong, one line for people; undefined: it is written
   */
  write(state: ScenarioState, isDurable: boolean): string | undefined {
    const text = `${JSON.stringify({ version: 1, ...state })}\n`;
    if (text === this.#written) return undefined;
    try {
      if (isDurable) writeDurable(this.#path, text);
      else writeAtomic(this.#path, text);
      this.#written = text;
      return undefined;
    } catch (error) {
      return `${this.#path}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  #readText(): string | undefined {
    try {
      if (statSync(this.#path).size > FILE_BYTES_MAX) {
        this.#putAside();
        return undefined;
      }
      return readFileSync(this.#path, 'utf8');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      if (code !== 'ENOENT')
        this.#tell(
          `${this.#path} cannot be read, so bindings made at run time are not in force: ${String(code)}`,
        );
      return undefined;
    }
  }

  #putAside(): void {
    const aside = `${this.#path}.damaged`;
    try {
      renameSync(this.#path, aside);
      this.#tell(
        `${this.#path} is damaged; it was put aside as ${aside}, and what was bound or paused at run time is forgotten`,
      );
    } catch (error) {
      this.#tell(`${this.#path} is damaged: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #entries<S extends z.ZodMiniType>(value: unknown, key: string, shape: S): z.infer<S>[] {
    const list = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : [];
    const entries = Array.isArray(list) ? list : [];
    const good = entries.flatMap((entry) => {
      const parsed = z.safeParse(shape, entry);
      return parsed.success ? [parsed.data] : [];
    });
    const bad = entries.length - good.length + (list === undefined || Array.isArray(list) ? 0 : 1);
    if (bad > 0) this.#tell(`${this.#path}: ${bad} damaged under "${key}" left out; all others hold`);
    return good;
  }
}
