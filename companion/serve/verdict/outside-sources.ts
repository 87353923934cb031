import type { VmConfig } from '../../config/config.ts';
import { createGdbSource, type GdbSource } from '../../sources/gdb/source.ts';
import { ProcFiles } from '../../sources/host/proc-files.ts';
import { createHostSource, type HostSource } from '../../sources/host/source.ts';
import { createNetworkSource, type NetworkSource } from '../../sources/network/source.ts';
import type { QmpObservation } from '../../sources/qmp/observation.ts';
import { createQmpSource, type QmpSource } from '../../sources/qmp/source.ts';
import type { Host } from '../host.ts';

/** The sources that need nothing of the guest. */
export interface OutsideSources {
  readonly qmp?: QmpSource;
  readonly gdb?: GdbSource;
  readonly host?: HostSource;
  readonly network?: NetworkSource;
}

/** @param observeQmp what QEMU tells, as it comes */
export function createOutsideSources(
  vm: VmConfig,
  host: Host,
  observeQmp: (observation: QmpObservation) => void,
): OutsideSources {
  const { monotonicUs, random, wallMs } = host;
  const qmp = vm.qmp && createQmpSource(vm.qmp, { observe: observeQmp, monotonicUs, random });
  // The run state is QEMU's word; without QMP the vCPUs are not looked at anyway.
  const hostSource =
    vm.host &&
    createHostSource(vm.host, {
      files: new ProcFiles(),
      ...(qmp && { qmp: qmp.port }),
      runState: () => qmp?.runState(),
      monotonicUs,
    });
  return {
    ...(qmp && { qmp }),
    ...(qmp &&
      vm.qmp &&
      vm.gdb && { gdb: createGdbSource(vm.gdb, { qmp: qmp.port, qmpSocket: vm.qmp.socket, wallMs }) }),
    ...(hostSource && { host: hostSource }),
    ...(vm.network && {
      network: createNetworkSource(vm.network, { observe: () => undefined, monotonicUs, random }),
    }),
  };
}
