import { getcwd } from 'qjs:os';
import type { AgentConfig } from '#agent/core/config/agent-config.ts';
import { runProgram } from '../process/run-program.ts';

/** Also after an upgrade has put another file in its place. */
const OWN_PROGRAM = '/proc/self/exe';
/** Under emulation and beside much other work. */
const DEADLINE_MS = 20_000;
const ANSWER_BYTES_MAX = 262_144;

/** What the hidden command `read-config` prints: a config, or what is wrong with it. */
export type ConfigAnswer =
  | { readonly ok: true; readonly config: AgentConfig }
  | { readonly ok: false; readonly problems: readonly string[] };

/**
 * Has the config read by a program of its own, which ends at once: YAML and the schema cost more memory than all the rest
 * of the agent, and are needed for a moment only. Never rejects.
 */
export async function askConfig(path: string | undefined): Promise<ConfigAnswer> {
  const option =
    path === undefined ? [] : ['--config', path.startsWith('/') ? path : `${getcwd()[0]}/${path}`];
  const end = await runProgram([OWN_PROGRAM, 'read-config', ...option], {
    timeoutMs: DEADLINE_MS,
    outputBytesMax: ANSWER_BYTES_MAX,
  });
  if (end.kind === 'ended' && end.code === 0) {
    try {
      return JSON.parse(end.output) as ConfigAnswer;
    } catch {
      return { ok: false, problems: ['the config is larger than the compact build can take'] };
    }
  }
  const why = end.kind === 'failed' ? end.problem : end.kind;
  return { ok: false, problems: [`the config could not be read: the agent's own program: ${why}`] };
}
