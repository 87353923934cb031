import type { CheckConfig } from '#agent/core/checks/check-config.ts';
import { type Finding, unknown } from '#agent/core/checks/finding.ts';
import { runCheck } from '#agent/core/checks/run-check.ts';
import { nearestName } from '#protocol/config/nearest-name.ts';
import { createNodeChecks } from '../checks/node-checks.ts';
import { describeProblems, loadConfig } from '../config/load-config.ts';
import { endProcess } from '../process/end-process.ts';
import type { Output } from './output.ts';

/** Behind the check's own time: a program is killed by then. */
const MARGIN_MS = 2000;

/** The monitoring plugins' codes, but for 2, which is usage here. */
const EXIT_CODES: Readonly<Record<Finding['outcome'], number>> = { ok: 0, failed: 1, unknown: 3 };

/** Runs one check of the config now and prints what it comes to. @returns the exit code */
export async function checkOnce(
  o: { config: string | undefined; name: string; json: boolean },
  output: Output,
): Promise<number> {
  const loaded = loadConfig(o.config);
  if (!loaded.ok) {
    output.err(`${describeProblems(o.config, loaded.problems)}\n`);
    return 2;
  }
  const { checks } = loaded.config;
  const check = checks.find(({ name }) => name === o.name);
  if (check === undefined) {
    output.err(`cherub-agent: ${noSuchCheck(o.name, checks)}\n`);
    return 2;
  }
  const { finding, hangs } = await runOnce(check);
  const { outcome, message } = finding;
  output.out(
    o.json
      ? `${JSON.stringify({ name: check.name, outcome, message })}\n`
      : `${check.name}: ${outcome}: ${message}\n`,
  );
  if (hangs) endProcess(EXIT_CODES[outcome], true);
  return EXIT_CODES[outcome];
}

async function runOnce(check: CheckConfig): Promise<{ finding: Finding; hangs: boolean }> {
  const timeoutMs = check.timeoutSeconds * 1000;
  const tools = { port: createNodeChecks(), wallUs: () => Date.now() * 1000, timeoutMs };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), timeoutMs + MARGIN_MS);
  });
  const finding = await Promise.race([runCheck(check, tools), late]);
  clearTimeout(timer);
  if (finding !== undefined) return { finding, hangs: false };
  return { finding: unknown(`has not ended for ${(timeoutMs + MARGIN_MS) / 1000} s`), hangs: true };
}

function noSuchCheck(name: string, checks: readonly CheckConfig[]): string {
  const names = checks.map((check) => check.name);
  if (names.length === 0) return 'the config has no checks';
  const near = nearestName(name, names);
  return near === undefined
    ? `the config has no check "${name}"; there are ${names.join(', ')}`
    : `the config has no check "${name}"; did you mean ${near}?`;
}
