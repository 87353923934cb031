/** A ring takes one record of one block in this time when nothing else is known: the agent's default. */
const ASSUMED_SECONDS_PER_BLOCK = 10;

/** Below this a rate says nothing: an agent writes more when it starts. */
const MEASURED_SECONDS_MIN = 60;

/**
 * How many hours of records a ring holds, by the rate at which those that are on it were written. Only the time within
 * boots counts: while a guest is off it writes nothing.
 */
export function measureCapacity(
  ringBlocks: number,
  stamps: readonly { readonly blocks: number; readonly bootId: string; readonly monotonicUs: number }[],
): { readonly capacityHours: number; readonly isMeasured: boolean } {
  let seconds = 0;
  let blocks = 0;
  for (const [i, stamp] of stamps.entries()) {
    const before = stamps[i - 1];
    if (before?.bootId !== stamp.bootId || stamp.monotonicUs < before.monotonicUs) continue;
    seconds += (stamp.monotonicUs - before.monotonicUs) / 1_000_000;
    blocks += stamp.blocks;
  }
  const isMeasured = seconds >= MEASURED_SECONDS_MIN && blocks > 0;
  const secondsPerBlock = isMeasured ? seconds / blocks : ASSUMED_SECONDS_PER_BLOCK;
  return { capacityHours: (ringBlocks * secondsPerBlock) / 3600, isMeasured };
}
