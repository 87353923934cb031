import { resolve } from 'node:path';
import { ControlClient, ControlError } from '../control/client.ts';
import { controlPath } from '../control/control-path.ts';
import { CliError } from './cli-error.ts';
import { requireConfig } from './config-option.ts';
import type { CliIo } from './io.ts';

/** Where a running companion is found. */
export interface ControlOptions {
  readonly config: string;
  /** Its state directory, for when the config cannot be read or is not good any more. */
  readonly state?: string;
}

/** The option besides that of the config: flags and description. */
export const STATE_OPTION = [
  '--state <dir>',
  'state directory of cherub serve, instead of a config',
] as const;

/** A client for the companion that serves this config or state directory. */
export function openControl(o: ControlOptions, io: CliIo): ControlClient {
  const stateDir = o.state === undefined ? requireConfig(o.config, io).stateDir : resolve(o.state);
  return new ControlClient(controlPath(stateDir), io.signal);
}

/** The result of a call to the companion; its ControlError as a CliError. */
export async function translated<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof ControlError) throw new CliError(error.message, 1);
    throw error;
  }
}
