import { resolve } from 'node:path';
import type { ConsoleOptions } from '../sources/console/options.ts';
import type { LinkOptions } from '../sources/link/options.ts';
import type { RecorderOptions } from '../sources/recorder/options.ts';
import type { ConfigFile } from './schema.ts';
import { type SinkConfig, toSink } from './sink-config.ts';

/** The companion's config with every path absolute and every unit in milliseconds or bytes. */
export interface CompanionConfig {
  readonly stateDir: string;
  readonly nodeName: string;
  readonly vms: readonly VmConfig[];
  readonly sinks: readonly SinkConfig[];
  readonly spoolBytesMax: number;
}

export interface VmConfig {
  readonly name: string;
  /** Lower case. */
  readonly appId: string;
  readonly console?: ConsoleOptions;
  readonly recorder?: RecorderOptions;
  readonly link?: LinkOptions;
}

/**
 * Makes the config of what the file says.
 * @param directory what relative paths are relative to: where the file stands
 */
export function toCompanionConfig(file: ConfigFile, directory: string): CompanionConfig {
  const absolute = (path: string): string => resolve(directory, path);
  return {
    stateDir: absolute(file.state),
    nodeName: file.node.name,
    vms: file.vms.map((vm) => toVm(vm, absolute)),
    sinks: file.sinks.map((sink) => toSink(sink, absolute, file.node.name)),
    spoolBytesMax: file.spool.bytesMax,
  };
}

type Absolute = (path: string) => string;

function toVm(vm: ConfigFile['vms'][number], absolute: Absolute): VmConfig {
  const { console, recorder, link } = vm;
  return {
    name: vm.name,
    appId: vm.app.toLowerCase(),
    ...(console && { console: toConsole(console, absolute) }),
    ...(recorder && {
      recorder: {
        disk: absolute(recorder.disk),
        pollMs: recorder.pollSeconds * 1000,
        cache: recorder.cache,
      },
    }),
    ...(link && { link: { socket: absolute(link.socket), pingMs: link.pingSeconds * 1000 } }),
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
