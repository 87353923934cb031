import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import type { FollowEvent } from '#protocol/recorder/follow.ts';
import { identifyRecord } from '../../entries/entry-factory.ts';
import type { Observation } from '../observation.ts';

const BLOCKS_OVERTAKEN = 'blocks overwritten before they could be read';
const RECORDS_LOST = 'records overwritten or damaged before they could be read';

/** What was found on a recorder disk. The first group counts since the start, the second is what the last scan saw. */
export interface RecorderCounters {
  records: number;
  recordsInvalid: number;
  recordsLost: number;
  blocksOvertaken: number;
  wentBack: number;
  scans: number;
  tornBlocks: number;
  invalidBlocks: number;
  misplacedBlocks: number;
  staleBlocks: number;
}

/** Turns what the follower says into observations, and counts: pure. */
export class RingEvents {
  readonly counters: RecorderCounters = {
    records: 0,
    recordsInvalid: 0,
    recordsLost: 0,
    blocksOvertaken: 0,
    wentBack: 0,
    scans: 0,
    tornBlocks: 0,
    invalidBlocks: 0,
    misplacedBlocks: 0,
    staleBlocks: 0,
  };

  /** @param history the record was written before anybody followed the disk */
  take(event: FollowEvent, history: boolean): Observation | undefined {
    const { counters } = this;
    switch (event.kind) {
      case 'record':
        return this.#record(event.bytes, history);
      case 'scanned':
        counters.scans += 1;
        counters.tornBlocks = event.scan.torn;
        counters.invalidBlocks = event.scan.invalid;
        counters.misplacedBlocks = event.scan.misplaced;
        counters.staleBlocks = event.scan.stale;
        return undefined;
      case 'overtaken': {
        counters.blocksOvertaken += Number(event.blocks);
        return { kind: 'loss', count: Number(event.blocks), what: BLOCKS_OVERTAKEN };
      }
      case 'went-back':
        counters.wentBack += 1;
        return {
          kind: 'event',
          text: `recorder: the disk was set back from block ${event.from} to ${event.to}`,
        };
      case 'lost':
        counters.recordsLost += 1;
        return { kind: 'loss', count: 1, what: RECORDS_LOST };
    }
  }

  #record(bytes: Uint8Array, history: boolean): Observation | undefined {
    const decoded = decodeMessage(cherub.Record, bytes);
    const identity = decoded.ok ? identifyRecord(decoded.message) : undefined;
    if (!decoded.ok || identity === undefined) {
      this.counters.recordsInvalid += 1;
      return undefined;
    }
    this.counters.records += 1;
    return { kind: 'record', record: decoded.message, identity, history };
  }
}
