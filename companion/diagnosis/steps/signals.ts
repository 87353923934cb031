import { snapshotEvidence } from '../../incidents/snapshot-evidence.ts';
import type { Step } from '../step.ts';
import { plainShape } from '../step-fields.ts';

export const signalsShape = plainShape('signals');

const VERDICT = 'signals/verdict.json';

/** What the companion knows already: the verdict with its votes, the history of all signals, and the last snapshots. */
export const signals: Step = {
  level: () => 'observe',
  timeoutMs: 5000,
  bytesMax: 4 * 1024 * 1024,
  path: () => VERDICT,
  unavailable: () => undefined,
  run: async ({ target, add, missing, evidence }) => {
    const tracks = target.tracks();
    const snapshots = target.snapshots();
    const json = { mediaType: 'application/json' };
    await add({ path: VERDICT, ...json }, JSON.stringify(target.verdict()));
    await add({ path: 'signals/tracks.json', ...json }, JSON.stringify(tracks));
    const inventory = target.inventory();
    if (inventory !== undefined)
      await add({ path: 'signals/inventory.json', ...json }, JSON.stringify(inventory));
    const last = 'signals/snapshots.jsonl';
    if (snapshots.length === 0) {
      await missing(last, 'no snapshot came: no agent in the guest, or no way to it');
    } else {
      const lines = snapshots.map(({ text }) => `${text}\n`).join('');
      await add({ path: last, mediaType: 'application/jsonl', source: 'snapshots of the agent' }, lines);
    }
    await evidence({ tracks, ...snapshotEvidence(snapshots) });
  },
};
