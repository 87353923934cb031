import { closeSync, openSync, readSync } from 'node:fs';
import type { AgentConfig } from '#agent/core/config/agent-config.ts';
import { readAgentConfig } from '#agent/core/config/read-agent-config.ts';
import { decodeUtf8 } from '#protocol/bytes/utf8.ts';
import { type ConfigProblem, formatProblems } from '#protocol/config/problem.ts';
import { cronProblem } from '../heartbeat/cron-schedule.ts';
import { codeOf } from '../snapshot/error-code.ts';

export const CONFIG_PATH_DEFAULT = '/etc/cherub/agent.yaml';

/** More than the config reader takes, so that it is the one to complain. */
const FILE_BYTES_MAX = 1_048_576 + 1;

export type LoadedConfig =
  | {
      ok: true;
      config: AgentConfig /** `false`: the default file is not there, and defaults are used. */;
      fromFile: boolean;
    }
  | { ok: false; problems: ConfigProblem[] };

/**
 * Reads and checks the agent's config.
 * @param path `undefined`: the default file, which may be missing
 */
export function loadConfig(path: string | undefined): LoadedConfig {
  const text = readText(path ?? CONFIG_PATH_DEFAULT);
  if (!text.ok && text.code === 'ENOENT' && path === undefined) return check('', false);
  if (!text.ok) {
    const message = `cannot be read (${text.code}); name another file with --config`;
    return { ok: false, problems: [{ path: '', line: 1, column: 1, message }] };
  }
  return check(text.text, true);
}

/** Every problem on a line of its own: `file:line:column: path: message`. */
export function describeProblems(path: string | undefined, problems: readonly ConfigProblem[]): string {
  return formatProblems(path ?? CONFIG_PATH_DEFAULT, problems);
}

function check(text: string, fromFile: boolean): LoadedConfig {
  const read = readAgentConfig(text, cronProblem);
  return read.ok ? { ok: true, config: read.value, fromFile } : { ok: false, problems: read.problems };
}

/** Reads no more than a config can be, whatever the path leads to. */
function readText(path: string): { ok: true; text: string } | { ok: false; code: string } {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, 'r');
    const buffer = Buffer.alloc(FILE_BYTES_MAX);
    let length = 0;
    for (let read = -1; read !== 0 && length < buffer.length; length += read) {
      read = readSync(descriptor, buffer, length, buffer.length - length, null);
    }
    return { ok: true, text: decodeUtf8(buffer.subarray(0, length)) };
  } catch (error) {
    return { ok: false, code: codeOf(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}
