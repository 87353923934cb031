import { ControlClient, ControlError } from '../control/client.ts';
import { controlPath } from '../control/control-path.ts';
import { CliError } from './cli-error.ts';
import { requireConfig } from './config-option.ts';
import type { CliIo } from './io.ts';

/** A client for the companion that serves this config. */
export function openControl(configFile: string, io: CliIo): ControlClient {
  return new ControlClient(controlPath(requireConfig(configFile, io).stateDir), io.signal);
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
