/** A stretch of time, milliseconds since 1970. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Joins stretches that touch or overlap; ascending. */
export function union(stretches: readonly Stretch[]): Stretch[] {
  const joined: { fromMs: number; toMs: number }[] = [];
  for (const { fromMs, toMs } of [...stretches].sort((a, b) => a.fromMs - b.fromMs)) {
    const last = joined.at(-1);
    if (last !== undefined && fromMs <= last.toMs) last.toMs = Math.max(last.toMs, toMs);
    else if (toMs >= fromMs) joined.push({ fromMs, toMs });
  }
  return joined;
}

/** What two sets have in common. Both ascending and disjoint. */
export function intersect(a: readonly Stretch[], b: readonly Stretch[]): Stretch[] {
  const common: Stretch[] = [];
  let j = 0;
  for (const one of a) {
    while ((b[j]?.toMs ?? Infinity) <= one.fromMs) j += 1;
    for (let k = j; k < b.length; k += 1) {
      const other = b[k];
      if (other === undefined || other.fromMs >= one.toMs) break;
      common.push({ fromMs: Math.max(one.fromMs, other.fromMs), toMs: Math.min(one.toMs, other.toMs) });
    }
  }
  return common;
}

/** What is left of one stretch without the others. These ascending and disjoint. */
export function without(stretch: Stretch, others: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  let fromMs = stretch.fromMs;
  for (const other of others) {
    if (other.toMs <= fromMs) continue;
    if (other.fromMs >= stretch.toMs) break;
    if (other.fromMs > fromMs) left.push({ fromMs, toMs: other.fromMs });
    fromMs = other.toMs;
  }
  if (fromMs < stretch.toMs) left.push({ fromMs, toMs: stretch.toMs });
  return left;
}
