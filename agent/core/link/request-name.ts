import type { cherub } from '#protocol/messages/generated/cherub.js';

/** Everything that a host can ask for, by the names that `allow` in the config and `Hello.requests` use. */
export const REQUEST_NAMES = [
  'ping',
  'hello',
  'snapshot',
  'inventory',
  'counters',
  'sysrq',
  'check',
] as const;

/** One of the names. */
export type RequestName = (typeof REQUEST_NAMES)[number];

/** What a config allows that says nothing: all but what makes the kernel tell of every task. */
export const REQUEST_NAMES_DEFAULT: readonly RequestName[] = REQUEST_NAMES.filter((name) => name !== 'sysrq');

/** What a request asks for, or `undefined` when this agent does not know its kind. */
export function requestNameOf(request: cherub.Request.$Properties): RequestName | undefined {
  return REQUEST_NAMES.find((name) => request[name] !== undefined && request[name] !== null);
}
