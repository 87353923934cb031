import { err, out } from 'qjs:std';
import type { ConfigProblem } from '#protocol/config/problem.ts';
import type { ConfigAnswer } from '../config/ask-config.ts';
import { CONFIG_PATH_DEFAULT, describeProblems, loadConfig } from '../config/load-config.ts';

/** Prints every problem of the config. @returns the exit code */
export function checkConfig(o: { config: string | undefined; json: boolean }): number {
  const file = o.config ?? CONFIG_PATH_DEFAULT;
  const loaded = loadConfig(o.config);
  if (o.json) {
    const problems = loaded.ok ? [] : loaded.problems;
    out.puts(`${JSON.stringify({ file, ok: loaded.ok, problems })}\n`);
  } else if (!loaded.ok) return refuse(o.config, loaded.problems);
  else out.puts(loaded.fromFile ? `${file}: ok\n` : `${file}: not there; the defaults are used\n`);
  return loaded.ok ? 0 : 2;
}

/** Says on stderr what is wrong with the config. @returns the exit code */
export function refuse(path: string | undefined, problems: readonly ConfigProblem[]): number {
  err.puts(`${describeProblems(path, problems)}\n`);
  return 2;
}

/** The hidden command `read-config`: the config as JSON, for the resident program. @returns the exit code */
export function readConfigForRun(path: string | undefined): number {
  const loaded = loadConfig(path);
  const answer: ConfigAnswer = loaded.ok
    ? { ok: true, config: loaded.config }
    : { ok: false, problems: describeProblems(path, loaded.problems).split('\n') };
  out.puts(JSON.stringify(answer));
  return 0;
}
