import { readBytes } from 'cherub:native';
import * as os from 'qjs:os';
import type { AgentConfig } from '#agent/core/config/agent-config.ts';
import { readAgentConfig } from '#agent/core/config/read-agent-config.ts';
import { decodeUtf8 } from '#protocol/bytes/utf8.ts';
import { type ConfigProblem, formatProblems } from '#protocol/config/problem.ts';
import { errnoName } from '../process/errno-name.ts';
import { checkProblem, scheduleProblem } from './build-limits.ts';

export const CONFIG_PATH_DEFAULT = '/etc/cherub/agent.yaml';

/** More than the config reader takes, so that it is the one to complain. */
const FILE_BYTES_MAX = 1_048_576 + 1;

export type LoadedConfig =
  | { ok: true; config: AgentConfig /** `false`: the default file is not there. */; fromFile: boolean }
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
  const read = readAgentConfig(text, scheduleProblem, checkProblem);
  return read.ok ? { ok: true, config: read.value, fromFile } : { ok: false, problems: read.problems };
}

/** Reads no more than a config can be, whatever the path leads to. */
function readText(path: string): { ok: true; text: string } | { ok: false; code: string } {
  const first = readBytes(path, 1);
  if (typeof first === 'number') return { ok: false, code: errnoName(first) };
  const descriptor = os.open(path, os.O_RDONLY);
  if (descriptor < 0) return { ok: false, code: errnoName(descriptor) };
  const buffer = new ArrayBuffer(FILE_BYTES_MAX);
  let length = 0;
  for (let count = 1; count > 0 && length < FILE_BYTES_MAX; ) {
    count = os.read(descriptor, buffer, length, FILE_BYTES_MAX - length);
    if (count > 0) length += count;
  }
  os.close(descriptor);
  return { ok: true, text: decodeUtf8(new Uint8Array(buffer, 0, length)) };
}
