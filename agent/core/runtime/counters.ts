import type { cherub } from '#protocol/messages/generated/cherub.js';

/** What the agent did and lost since it started; see AgentCounters in cherub.proto. Each lane counts its own up in place. */
export type Counters = Required<Omit<cherub.AgentCounters, '$unknowns' | 'residentBytes' | 'cpuMs'>>;

export function newCounters(): Counters {
  return {
    beats: 0,
    beatsFailed: 0,
    beatsDirect: 0,
    snapshots: 0,
    recordsWritten: 0,
    recordsDropped: 0,
    recorderErrors: 0,
    framesReceived: 0,
    framesSent: 0,
    framesInvalid: 0,
    framesDropped: 0,
    requests: 0,
    mailboxRequests: 0,
    mailboxInvalid: 0,
    configRejected: 0,
    missedSnapshots: 0,
  };
}
