import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ConfigProblem } from '#protocol/config/problem.ts';
import { readConfig } from '#protocol/config/read-config.ts';
import { type CompanionConfig, toCompanionConfig } from './config.ts';
import { configShape } from './schema.ts';

/** Where the config is when nobody says otherwise. */
export const DEFAULT_CONFIG_FILE = '/etc/cherub/cherub.yaml';

/** Just above what readConfig takes, so that it is the one that says so. */
const FILE_BYTES_MAX = 1024 * 1024 + 1;

/** The longest address of a unix socket is 107 bytes; the control socket's name needs its part. */
const STATE_PATH_BYTES_MAX = 90;

export type LoadResult =
  | { readonly ok: true; readonly config: CompanionConfig }
  /** `problems` is empty when the file could not be read at all; `reason` says it in a line. */
  | { readonly ok: false; readonly problems: readonly ConfigProblem[]; readonly reason: string };

/** Reads and checks a config file; changes nothing, and opens nothing that the file names. Never throws. */
export function loadConfig(file: string): LoadResult {
  let text: string;
  try {
    text = readText(file);
  } catch (error) {
    return { ok: false, problems: [], reason: `cannot read the config ${file}: ${describeReadError(error)}` };
  }
  const read = readConfig(text, configShape);
  if (!read.ok) {
    const count = read.problems.length;
    const reason = `${file} has ${count} ${count === 1 ? 'problem' : 'problems'}`;
    return { ok: false, problems: read.problems, reason };
  }
  const config = toCompanionConfig(read.value, dirname(resolve(file)));
  if (Buffer.byteLength(config.stateDir) > STATE_PATH_BYTES_MAX) {
    const message = `must be at most ${STATE_PATH_BYTES_MAX} bytes long, because the control socket stands in it`;
    return {
      ok: false,
      problems: [{ path: 'state', line: 1, column: 1, message }],
      reason: `${file} has 1 problem`,
    };
  }
  return { ok: true, config };
}

/** Never more than the limit, also from something that is no ordinary file. */
function readText(file: string): string {
  const fd = openSync(file, 'r');
  try {
    if (fstatSync(fd).isDirectory()) throw new Error('it is a directory');
    const bytes = Buffer.alloc(FILE_BYTES_MAX);
    let length = 0;
    while (length < bytes.length) {
      const count = readSync(fd, bytes, length, bytes.length - length, null);
      if (count === 0) break;
      length += count;
    }
    return bytes.toString('utf8', 0, length);
  } finally {
    closeSync(fd);
  }
}

function describeReadError(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file; write one, or name another with --config';
  if (code === 'EACCES') return 'permission denied; run as the user that it belongs to';
  return error instanceof Error ? error.message : String(error);
}
