import { resolve } from 'node:path';
import { type HostPort, parseHostPort } from '../controller/parse-host-port.ts';
import type { DiagnosticScript } from '../diagnosis/script.ts';
import type { Binding } from '../scenarios/bindings/bindings.ts';
import { targetOf } from '../scenarios/bindings/target.ts';
import { type Scenario, toScenario } from '../scenarios/scenario.ts';
import type { ConsoleOptions } from '../sources/console/options.ts';
import type { GdbOptions } from '../sources/gdb/options.ts';
import { HOST_POLL_SECONDS, type HostOptions } from '../sources/host/options.ts';
import type { LinkOptions } from '../sources/link/options.ts';
import { absoluteProbe, type NetworkOptions } from '../sources/network/options.ts';
import type { QmpOptions } from '../sources/qmp/options.ts';
import type { RecorderOptions } from '../sources/recorder/options.ts';
import type { DiagnosisOptions } from './diagnosis-options.ts';
import type { ConfigFile } from './schema.ts';
import { type SinkConfig, toSink } from './sink-config.ts';

/** The companion's config with every path absolute and every unit in milliseconds or bytes. */
export interface CompanionConfig {
  readonly stateDir: string;
  readonly nodeName: string;
  readonly vms: readonly VmConfig[];
  readonly sinks: readonly SinkConfig[];
  readonly spoolBytesMax: number;
  readonly diagnosis: DiagnosisOptions;
  readonly scenarios: readonly Scenario[];
  readonly bindings: readonly Binding[];
  readonly spoolAgeMsMax: number;
  /** Where Prometheus may ask; absent: nowhere. */
  readonly metrics?: HostPort;
  readonly scripts: readonly DiagnosticScript[];
  readonly symbolPaths: readonly string[];
}

export interface VmConfig {
  readonly name: string;
  /** Lower case. */
  readonly appId: string;
  readonly console?: ConsoleOptions;
  readonly recorder?: RecorderOptions;
  readonly link?: LinkOptions;
  readonly qmp?: QmpOptions;
  readonly gdb?: GdbOptions;
  readonly host?: HostOptions;
  readonly network?: NetworkOptions;
  /** What bindings may select it by. */
  readonly labels: Readonly<Record<string, string>>;
  /** The socket of qemu-guest-agent's port. */
  readonly qga?: { readonly socket: string };
}

/**
 * Makes the config of what the file says.
 * @param directory what relative paths are relative to: where the file stands
 */
export function toCompanionConfig(file: ConfigFile, directory: string): CompanionConfig {
  const absolute = (path: string): string => resolve(directory, path);
  const metrics = file.metrics && parseHostPort(file.metrics.listen);
  return {
    stateDir: absolute(file.state),
    nodeName: file.node.name,
    vms: file.vms.map((vm) => toVm(vm, absolute)),
    sinks: file.sinks.map((sink) => toSink(sink, absolute, file.node.name)),
    spoolBytesMax: file.spool.bytesMax,
    diagnosis: file.diagnosis,
    scenarios: file.scenarios.map((scenario) => toScenario(scenario, absolute)),
    bindings: file.bindings.map((binding) => ({ scenario: binding.scenario, target: targetOf(binding) })),
    spoolAgeMsMax: file.spool.daysMax * 24 * 3600 * 1000,
    ...(metrics && { metrics }),
    scripts: file.scripts,
    symbolPaths: file.symbols.map(absolute),
  };
}

type Absolute = (path: string) => string;

function toVm(vm: ConfigFile['vms'][number], absolute: Absolute): VmConfig {
  const { console, recorder, link } = vm;
  return {
    name: vm.name,
    appId: vm.app.toLowerCase(),
    labels: vm.labels ?? {},
    ...(vm.qga && { qga: { socket: absolute(vm.qga.socket) } }),
    ...(console && { console: toConsole(console, absolute) }),
    ...(recorder && {
      recorder: {
        disk: absolute(recorder.disk),
        pollMs: recorder.pollSeconds * 1000,
        cache: recorder.cache,
      },
    }),
    ...(link && { link: { socket: absolute(link.socket), pingMs: link.pingSeconds * 1000 } }),
    ...toOutside(vm, absolute),
    ...(vm.network && {
      network: {
        periodMs: vm.network.periodSeconds * 1000,
        timeoutMs: vm.network.timeoutSeconds * 1000,
        probes: vm.network.probes.map((probe) => absoluteProbe(probe, absolute)),
      },
    }),
  };
}

/** Who gives QMP gets the host's side and gdb with their defaults: they need no more than its socket. */
function toOutside(
  { qmp, gdb, host }: ConfigFile['vms'][number],
  absolute: Absolute,
): Pick<VmConfig, 'qmp' | 'gdb' | 'host'> {
  const socket = qmp && absolute(qmp.socket);
  const pidFile = host?.pidFile;
  const isHostSeen = host !== undefined || qmp !== undefined;
  return {
    ...(qmp && socket && { qmp: { socket, manner: qmp.manner, pollMs: qmp.pollSeconds * 1000 } }),
    ...(qmp && {
      gdb: {
        ...(gdb?.folder !== undefined && { folder: absolute(gdb.folder) }),
        ...(gdb?.folderInQemu !== undefined && { folderInQemu: gdb.folderInQemu }),
      },
    }),
    ...(isHostSeen && {
      host: {
        pollMs: (host?.pollSeconds ?? HOST_POLL_SECONDS) * 1000,
        ...(pidFile !== undefined && { pidFile: absolute(pidFile) }),
        ...(socket !== undefined && { qmpSocket: socket }),
      },
    }),
  };
}

function toConsole(
  console: NonNullable<ConfigFile['vms'][number]['console']>,
  absolute: Absolute,
): ConsoleOptions {
  const { forward, captureBytes, bytesPerSecondMax } = console;
  const kind = console.socket === undefined ? 'log' : 'socket';
  const path = absolute(console.socket ?? console.log ?? '');
  return { input: { kind, path }, isMux: console.mux, forward, captureBytes, bytesPerSecondMax };
}
