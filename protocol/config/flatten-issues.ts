import type { $ZodIssue } from 'zod/v4/core';

/** The issues with those inside a union, a map key or a map value brought to the top, with their whole paths. */
export function flattenIssues(issues: readonly $ZodIssue[]): $ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code === 'invalid_key') return [{ ...issue, message: keyMessage(issue.issues) }];
    if (issue.code !== 'invalid_union') return [issue];
    const branch = likeliest(issue.errors);
    if (branch === undefined) return [issue];
    return flattenIssues(branch.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function keyMessage(issues: readonly $ZodIssue[]): string {
  return `wrong name: ${issues[0]?.message ?? 'it has not the form that is asked for here'}`;
}

/**
 * The option of a union that was probably meant: one whose own type fits, with the fewest problems. `undefined` when
 * none fits: then the union's own message says what it takes.
 */
function likeliest(branches: readonly (readonly $ZodIssue[])[]): readonly $ZodIssue[] | undefined {
  return branches
    .filter(
      (branch) =>
        !branch.some(
          ({ path, code }) => path.length === 0 && code !== 'unrecognized_keys' && code !== 'custom',
        ),
    )
    .toSorted((a, b) => a.length - b.length)[0];
}
