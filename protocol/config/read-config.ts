import { type $ZodIssue, type $ZodType, type output, safeParse } from 'zod/v4/core';
import { describeIssue } from './describe-issue.ts';
import { flattenIssues } from './flatten-issues.ts';
import { knownKeys } from './known-keys.ts';
import { nearestName } from './nearest-name.ts';
import { type ConfigProblem, formatPath } from './problem.ts';
import { readYaml, type YamlText } from './read-yaml.ts';

export type ConfigResult<T> = { ok: true; value: T } | { ok: false; problems: ConfigProblem[] };

/** Nobody mends more at once, and a file of another kind would give thousands. */
export const PROBLEMS_MAX = 100;

/**
 * Reads a configuration: YAML 1.2 text of at most 1 MiB, held against a schema of `zod` or `zod/mini` whose maps are
 * `strictObject`. Gives the value with its defaults, or all problems in the order of the file. Never throws on any text,
 * and quotes no value of it.
 */
export function readConfig<S extends $ZodType>(text: string, schema: S): ConfigResult<output<S>> {
  const { yaml, problems } = readYaml(text);
  if (yaml === undefined) return { ok: false, problems: inOrder(problems) };
  const parsed = safeParse(schema, yaml.value, { error: describeIssue });
  if (!parsed.success) {
    for (const issue of flattenIssues(parsed.error.issues)) {
      if (problems.length > PROBLEMS_MAX) break;
      problems.push(...toProblems(issue, schema, yaml));
    }
  }
  if (parsed.success && problems.length === 0) return { ok: true, value: parsed.data };
  return { ok: false, problems: inOrder(problems) };
}

function toProblems(issue: $ZodIssue, schema: $ZodType, yaml: YamlText): ConfigProblem[] {
  if (issue.code !== 'unrecognized_keys') {
    return [{ path: formatPath(issue.path), ...yaml.locate(issue.path), message: issue.message }];
  }
  const known = knownKeys(schema, issue.path);
  return issue.keys.slice(0, PROBLEMS_MAX + 1).map((key) => {
    const near = nearestName(key, known);
    const hint = near === undefined ? listKeys(known) : `did you mean "${near}"?`;
    const path = [...issue.path, key];
    return { path: formatPath(path), ...yaml.locate(path, 'key'), message: `unknown key; ${hint}` };
  });
}

function listKeys(known: readonly string[]): string {
  return known.length === 0 ? 'no key is known here' : `known here: ${known.join(', ')}`;
}

function inOrder(problems: readonly ConfigProblem[]): ConfigProblem[] {
  const sorted = problems.toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (sorted.length <= PROBLEMS_MAX) return sorted;
  const kept = sorted.slice(0, PROBLEMS_MAX);
  const last = kept.at(-1);
  const { line, column } = last ?? { line: 1, column: 1 };
  return [...kept, { path: '', line, column, message: 'and more problems; mend these first' }];
}
