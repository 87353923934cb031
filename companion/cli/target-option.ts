import { safeJson, safeText } from '../output/safe-text.ts';
import { CliError } from './cli-error.ts';
import type { CliIo } from './io.ts';
import { type ControlOptions, openControl, translated } from './open-control.ts';

/** The option of commands that mean one VM by name, or many by label: flags and description. */
export const LABEL_OPTION = ['-l, --label <label>', 'VMs with this label: name, or name=value'] as const;

export interface TargetOptions extends ControlOptions {
  readonly label?: string;
  readonly json?: boolean;
}

/** Which VMs a command means, as the control socket wants it. */
export function targetParameters(vm: string | undefined, label: string | undefined): Record<string, string> {
  if ((vm === undefined) === (label === undefined)) {
    throw new CliError('name either a VM or a --label, not both', 2);
  }
  return label === undefined ? { app: vm ?? '' } : { label };
}

/** Makes a change and tells which VMs it reached. */
export async function changeAndTell(
  action: 'bind' | 'unbind' | 'pause' | 'resume',
  parameters: Readonly<Record<string, string>>,
  o: TargetOptions,
  io: CliIo,
  describe: (vms: string, done: { readonly untilWallMs?: number }) => string,
): Promise<void> {
  const done = await translated(openControl(o, io).changeScenarios(action, parameters));
  if (done.warning !== undefined) io.err(`warning: ${safeText(done.warning)}\n`);
  const vms = done.vms.length === 0 ? 'no VM yet' : done.vms.map(safeText).join(', ');
  io.out(o.json ? `${safeJson(done)}\n` : `${describe(vms, done)}\n`);
}
