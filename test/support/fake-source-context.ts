import type { Observation, SourceContext } from '#companion/sources/observation.ts';

/** A context whose source can be looked at: everything that was observed, in order. */
export interface FakeContext extends SourceContext {
  readonly seen: Observation[];
}

/** @param position kept by the caller when a second source shall go on from it */
export function createSourceContext(position: { value: unknown } = { value: undefined }): FakeContext {
  const seen: Observation[] = [];
  let count = 0;
  return {
    appId: 'app',
    seen,
    observe: (observation) => void seen.push(observation),
    position: {
      read: () => position.value,
      write: (value) => {
        position.value = value;
      },
      save: () => undefined,
    },
    monotonicUs: () => Number(process.hrtime.bigint() / 1000n),
    isCongested: () => false,
    random: () => 0,
    uniqueId: () => {
      count += 1;
      return `u${count}`;
    },
  };
}
