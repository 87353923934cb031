import type { DiagnoseEvent } from '../../control/diagnose-event.ts';
import type { IncidentBundle } from '../../incidents/bundle.ts';
import type { Level } from '../../incidents/incident.ts';
import { snapshotEvidence } from '../../incidents/snapshot-evidence.ts';
import type { VmWatch } from '../vm-watch.ts';

/** Takes the evidence of one incident: what is known already first, since it costs nothing and is never lost. */
export async function collectEvidence(
  watch: VmWatch,
  bundle: IncidentBundle,
  o: {
    readonly level: Level;
    readonly wallMs: () => number;
    readonly onEvent: (event: DiagnoseEvent) => void;
    readonly signal: AbortSignal;
  },
): Promise<void> {
  await bundle.addEvidence({ tracks: watch.tracks(), ...snapshotEvidence(watch.timedSnapshots()) });
  const captured = watch.captured();
  if (captured === undefined) return;
  const path = 'console/tail.log';
  const takenAtMs = o.wallMs();
  const added = await bundle.add(
    { path, source: 'console', level: 'observe', takenAtMs, mediaType: 'text/plain' },
    captured,
  );
  if (added.ok) o.onEvent({ kind: 'part', path, bytes: added.part.bytes });
}
