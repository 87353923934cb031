import type { Rung } from '../ladder/signal.ts';
import { absoluteProbe, type NetworkProbe } from '../sources/network/options.ts';
import type { EngineScenario, Transport } from './engine/scenario.ts';
import type { ConsoleProbeOptions, ScenarioOptions } from './options.ts';

/** A scenario ready to run: paths absolute, units in milliseconds. */
export interface Scenario extends EngineScenario {
  /** What its failure speaks for; undefined: what each probe can speak for by itself. */
  readonly rung?: Rung;
  readonly console: ConsoleProbeOptions;
  /** The config says something of the console, so that there must be somebody behind it. */
  readonly isConsoleDescribed: boolean;
  readonly agent: { readonly check?: string };
  readonly disk: { readonly ask: boolean; readonly freshMs?: number };
  readonly network?: NetworkProbe;
}

/** Without any probe of its own a scenario asks whether the guest lives, by what every guest may have. */
const STOCK: readonly Transport[] = ['console', 'link', 'disk'];

export function toScenario(options: ScenarioOptions, absolute: (path: string) => string): Scenario {
  const { name, rung, diagnosis, agent, disk, network } = options;
  return {
    name,
    timing: {
      initialDelayMs: options.initialDelaySeconds * 1000,
      periodMs: options.periodSeconds * 1000,
      timeoutMs: options.timeoutSeconds * 1000,
      successThreshold: options.successThreshold,
      failureThreshold: options.failureThreshold,
    },
    transports: options.transports ?? defaultTransports(options),
    ...(rung && { rung }),
    ...(diagnosis !== undefined && { diagnosis }),
    console: toConsole(options.console, absolute),
    isConsoleDescribed: options.console !== undefined,
    agent: agent?.check === undefined ? {} : { check: agent.check },
    disk: {
      ask: disk?.ask ?? true,
      ...(disk?.freshSeconds !== undefined && { freshMs: disk.freshSeconds * 1000 }),
    },
    ...(network && { network: absoluteProbe(network, absolute) }),
  };
}

/** Those whose probes it describes, in the order console, link, disk, network, qga. */
function defaultTransports(options: ScenarioOptions): readonly Transport[] {
  const described: Transport[] = [];
  if (options.console) described.push('console');
  if (options.agent) described.push('link');
  if (options.agent || options.disk) described.push('disk');
  if (options.network) described.push('network');
  if (options.qga) described.push('qga');
  return described.length === 0 ? STOCK : described;
}

function toConsole(
  probe: ConsoleProbeOptions | undefined,
  absolute: (path: string) => string,
): ConsoleProbeOptions {
  if (probe === undefined) return { otherDevice: false };
  const { passwordFile, dialogue, ...rest } = probe;
  return {
    ...rest,
    ...(passwordFile !== undefined && { passwordFile: absolute(passwordFile) }),
    ...(dialogue && {
      dialogue: dialogue.map(({ sendFile, ...step }) => ({
        ...step,
        ...(sendFile !== undefined && { sendFile: absolute(sendFile) }),
      })),
    }),
  };
}
