import { CONFIG_PATH_DEFAULT, describeProblems, loadConfig } from '../config/load-config.ts';
import type { Output } from './output.ts';

/** Prints every problem of the config. @returns the exit code */
export function checkConfig(o: { config: string | undefined; json: boolean }, output: Output): number {
  const file = o.config ?? CONFIG_PATH_DEFAULT;
  const loaded = loadConfig(o.config);
  if (o.json) {
    const problems = loaded.ok ? [] : loaded.problems;
    output.out(`${JSON.stringify({ file, ok: loaded.ok, problems })}\n`);
  } else if (!loaded.ok) output.err(`${describeProblems(o.config, loaded.problems)}\n`);
  else output.out(loaded.fromFile ? `${file}: ok\n` : `${file}: not there; the defaults are used\n`);
  return loaded.ok ? 0 : 2;
}
