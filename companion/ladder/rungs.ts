import { RUNGS, type Rung, type Signal } from './signal.ts';

/**
 * The rungs whose life proves the life of each rung: itself and what stands on it. The application stands on userspace
 * and not on the agent: a web server that answers says nothing about the agent.
 */
const PROVEN_BY: Readonly<Record<Rung, readonly Rung[]>> = {
  process: RUNGS,
  vcpu: RUNGS.slice(1),
  kernel: RUNGS.slice(2),
  userspace: RUNGS.slice(3),
  agent: ['agent'],
  application: ['application'],
};

/** Whether life seen on `upper` proves that `rung` lives. */
export function provesLife(upper: Rung, rung: Rung): boolean {
  return PROVEN_BY[rung].includes(upper);
}

/** Whether the death of `rung` would bring `upper` down with it. */
export function standsOn(upper: Rung, rung: Rung): boolean {
  return upper !== rung && provesLife(upper, rung);
}

export function isBelow(rung: Rung, other: Rung): boolean {
  return RUNGS.indexOf(rung) < RUNGS.indexOf(other);
}

/** What a rung is called in a sentence. */
export const RUNG_NAMES: Readonly<Record<Rung, string>> = {
  process: 'the QEMU process',
  vcpu: 'the virtual CPUs',
  kernel: "the guest's kernel",
  userspace: "the guest's userspace",
  agent: 'the agent',
  application: 'the application',
};

/** Two signals of one source are one vote. */
export function countSources(signals: readonly Signal[]): number {
  return new Set(signals.map((signal) => signal.source)).size;
}
