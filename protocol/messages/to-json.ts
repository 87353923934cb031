import { toHex } from '#protocol/bytes/hex.ts';
import { cherub } from './generated/cherub.js';

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue };

/** Our messages nest four deep; anything deeper is no message. */
const DEPTH_MAX = 16;

/**
 * The fields that hold an enum, by name: static code knows no field types at run time. A name means the same enum in
 * every message; a text under such a name (the state letter of a process) stays a text.
 */
const ENUM_FIELDS: Readonly<Record<string, { names: object; prefix: string }>> = {
  available: { names: cherub.Outcome, prefix: 'OUTCOME_' },
  build: { names: cherub.Build, prefix: 'BUILD_' },
  code: { names: cherub.Code, prefix: 'CODE_' },
  outcome: { names: cherub.Outcome, prefix: 'OUTCOME_' },
  state: { names: cherub.State, prefix: 'STATE_' },
};

/**
 * A message, decoded or about to be encoded, as plain JSON for people and other programs: camelCase names, enums by
 * short lower-case name (`ok`; a number that we do not know stays a number), bytes as hex. Fields at their proto3
 * default (0, '', false, no entries) are left out, so that both ends of the wire give the same. A number that is
 * none (NaN, infinite) becomes null.
 */
export function messageToJson(message: object): { [key: string]: JsonValue } {
  return objectToJson(message, 0);
}

function objectToJson(message: object, depth: number): { [key: string]: JsonValue } {
  if (depth > DEPTH_MAX) throw new RangeError('a message may not contain itself');
  const json: { [key: string]: JsonValue } = {};
  for (const [key, value] of Object.entries(message)) {
    if (key.startsWith('$') || isDefault(value)) continue;
    json[key] = valueToJson(key, value, depth);
  }
  return json;
}

function valueToJson(key: string, value: unknown, depth: number): JsonValue {
  if (typeof value === 'number') return numberToJson(key, value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof Uint8Array) return toHex(value);
  if (Array.isArray(value)) return value.map((item: unknown) => valueToJson(key, item, depth));
  return typeof value === 'object' && value !== null ? objectToJson(value, depth + 1) : null;
}

function numberToJson(key: string, value: number): JsonValue {
  if (!Number.isFinite(value)) return null;
  const field = Object.hasOwn(ENUM_FIELDS, key) ? ENUM_FIELDS[key] : undefined;
  const name = field === undefined ? undefined : enumName(field.names, value);
  if (field !== undefined && name !== undefined) return name.slice(field.prefix.length).toLowerCase();
  return Number.isInteger(value) ? value : shortestFloat(value);
}

function enumName(names: object, value: number): string | undefined {
  return Object.entries(names).find(([name, number]) => number === value && Number.isNaN(Number(name)))?.[0];
}

/** 0.12 has no exact float32: without this it would read 0.11999999731779099. */
function shortestFloat(value: number): number {
  if (Math.fround(value) !== value) return value;
  for (let digits = 1; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return short;
  }
  return value;
}

function isDefault(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === 0 ||
    value === '' ||
    value === false ||
    typeof value === 'function' ||
    ((Array.isArray(value) || value instanceof Uint8Array) && value.length === 0)
  );
}
