import type { SymbolSource } from '../../diagnosis/symbols/symbol-source.ts';
import type { DiagnosisTarget } from '../../diagnosis/target.ts';
import type { IncidentVerdict } from '../../incidents/incident.ts';
import type { VmWatch } from '../vm-watch.ts';

/** What a diagnosis can use of a VM that is watched. */
export function diagnosisTarget(
  watch: VmWatch,
  o: {
    /** The one that the incident is about; the watch has gone on since. */
    readonly verdict: IncidentVerdict;
    readonly symbols: SymbolSource;
    /** On the file system of the incidents. */
    readonly dumpFolder: string;
  },
): DiagnosisTarget {
  const { vm, outside } = watch;
  return {
    vm: { name: vm.name, appId: vm.appId },
    qmp: outside.qmp?.port,
    qmpSocket: vm.qmp?.socket,
    ...(vm.gdb?.folder !== undefined && {
      qemuFolder: { folder: vm.gdb.folder, folderInQemu: vm.gdb.folderInQemu },
    }),
    dumpFolder: { folder: o.dumpFolder },
    gdb: outside.gdb,
    host: outside.host,
    console: watch.console,
    link: watch.link,
    mailbox: watch.recorder?.mailbox,
    recorder: vm.recorder,
    symbols: o.symbols,
    inventory: () => watch.inventory(),
    snapshots: () => watch.timedSnapshots(),
    tracks: () => watch.tracks(),
    verdict: () => o.verdict,
  };
}
