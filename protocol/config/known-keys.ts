import type { $ZodType, $ZodTypes } from 'zod/v4/core';

/**
 * Names of the keys that a schema knows in the map at `path`, through everything that wraps it. Of a union, the keys
 * of all its options.
 */
export function knownKeys(schema: $ZodType, path: readonly PropertyKey[]): string[] {
  let schemas = unwrap(schema);
  for (const part of path) schemas = schemas.flatMap((outer) => enter(outer, part)).flatMap(unwrap);
  const keys = schemas.flatMap((inner) => {
    const { def } = (inner as $ZodTypes)._zod;
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
  return [...new Set(keys)];
}

/** The schemas that a value is really held against. */
function unwrap(schema: $ZodType): $ZodType[] {
  const { def } = (schema as $ZodTypes)._zod;
  if (def.type === 'union') return def.options.flatMap(unwrap);
  if (def.type === 'pipe') return unwrap(def.in);
  if (def.type === 'lazy') return unwrap(def.getter());
  return 'innerType' in def ? unwrap(def.innerType) : [schema];
}

function enter(schema: $ZodType, part: PropertyKey): $ZodType[] {
  const { def } = (schema as $ZodTypes)._zod;
  if (def.type === 'array') return [def.element];
  if (def.type === 'record') return [def.valueType];
  if (def.type !== 'object') return [];
  const inner = def.shape[String(part)];
  return inner === undefined ? [] : [inner];
}
