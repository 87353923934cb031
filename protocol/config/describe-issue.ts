import type { $ZodIssue, $ZodRawIssue, util } from 'zod/v4/core';
import { nearestName } from './nearest-name.ts';

/**
 * Says in words what is wrong with a value, without ever quoting it. Used for every issue whose schema brings no message
 * of its own.
 */
export function describeIssue(issue: $ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return wrongType(issue.expected, issue.input);
    case 'too_small':
      return `must be ${issue.inclusive === false ? 'more than' : 'at least'} ${amount(issue.minimum, issue.origin)}`;
    case 'too_big':
      return `must be ${issue.inclusive === false ? 'less than' : 'at most'} ${amount(issue.maximum, issue.origin)}`;
    case 'invalid_value':
      return oneOf(issue.values, issue.input);
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`;
    case 'invalid_format':
      return `must be ${FORMATS[issue.format] ?? `a text in the form ${issue.pattern ?? issue.format}`}`;
    case 'invalid_union':
      return unionMessage(issue);
    case 'unrecognized_keys':
      return 'unknown key';
    default:
      return 'is not valid here';
  }
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  tuple: 'a list',
  object: 'a map (key: value)',
  record: 'a map (key: value)',
  null: 'nothing',
  undefined: 'left out',
  never: 'left out',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'a UUID (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)',
  guid: 'a UUID (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)',
  url: 'a URL (https://host:port/path)',
  ipv4: 'an IPv4 address',
  ipv6: 'an IPv6 address',
  safeint: 'a whole number',
  int32: 'a whole number',
  uint32: 'a whole number, 0 or more',
};

function wrongType(expected: string, input: unknown): string {
  const wanted = TYPES[expected] ?? expected;
  if (input === undefined) return `is missing; it must be ${wanted}`;
  if (expected === 'int' || (expected === 'number' && typeof input === 'number')) {
    return expected === 'int' && typeof input === 'number'
      ? 'must be a whole number'
      : `must be ${wanted}, not ${typeName(input)}`;
  }
  const hint =
    expected === 'string' && (typeof input === 'number' || typeof input === 'boolean')
      ? ': put it in quotes'
      : '';
  return `must be ${wanted}, not ${typeName(input)}${hint}`;
}

function typeName(input: unknown): string {
  if (input === null) return 'empty';
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'number' && !Number.isFinite(input)) return 'an infinite number';
  return TYPES[typeof input] ?? typeof input;
}

function amount(limit: number | bigint, origin: string): string {
  if (origin === 'string') return `${limit} ${limit === 1 || limit === 1n ? 'character' : 'characters'} long`;
  if (origin === 'array' || origin === 'set')
    return `${limit} ${limit === 1 || limit === 1n ? 'entry' : 'entries'} long`;
  return `${limit}`;
}

function oneOf(values: readonly util.Primitive[], input: unknown): string {
  if (input === undefined) return `is missing; it must be ${list(values)}`;
  const near = typeof input === 'string' ? nearestName(input, values.map(String)) : undefined;
  return `must be ${list(values)}${near === undefined ? '' : `; did you mean ${near}?`}`;
}

function list(values: readonly util.Primitive[]): string {
  const [only] = values;
  return values.length === 1 ? String(only) : `one of ${values.map(String).join(', ')}`;
}

/** What each option of a union takes, when the value has the type of none. */
function unionMessage(issue: Extract<$ZodRawIssue, { code: 'invalid_union' }>): string {
  const { discriminator, options, input } = issue as {
    discriminator?: string;
    options?: util.Primitive[];
    input?: unknown;
  };
  if (discriminator !== undefined) {
    return oneOf(options ?? [], (input as Readonly<Record<string, unknown>> | undefined)?.[discriminator]);
  }
  const accepted = new Set(issue.errors.flatMap((branch) => branch.flatMap(accepts)));
  if (accepted.size === 0) return 'is not valid here';
  const text = [...accepted].join(', or ');
  return input === undefined ? `is missing; it must be ${text}` : `must be ${text}`;
}

function accepts(issue: $ZodIssue): string[] {
  if (issue.path.length > 0) return [];
  if (issue.code === 'invalid_type') return [TYPES[issue.expected] ?? issue.expected];
  return issue.code === 'invalid_value' ? issue.values.map(String) : [];
}
