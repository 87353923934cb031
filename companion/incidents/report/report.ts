import type { IncidentState } from '../journal.ts';

/** All that a report is made of; every text in it may come from a guest. */
export interface Report extends IncidentState {
  readonly sealedAtMs: number;
  /** The companion ended while evidence was being taken. */
  readonly interrupted: boolean;
}
