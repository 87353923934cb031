import { nearestName } from '#protocol/config/nearest-name.ts';
import { describeTarget, matches, type Target } from './bindings/target.ts';
import type { ScenarioVm } from './scenario-vm.ts';

/** What became of a command. `reason` is one line for people. */
export type Done<T = object> = ({ readonly ok: true } & T) | { readonly ok: false; readonly reason: string };

/** The VMs that a target means; a name that nobody has is told with the nearest. */
export function findMeant(
  all: readonly ScenarioVm[],
  target: Target,
): Done<{ readonly vms: readonly ScenarioVm[] }> {
  const vms = all.filter((vm) => matches(target, vm));
  if (vms.length > 0) return { ok: true, vms };
  if (target.kind === 'label') {
    return { ok: false, reason: `no VM has the ${describeTarget(target)}; see: cherub scenarios` };
  }
  const names = all.map((vm) => vm.name);
  return { ok: false, reason: `there is no VM ${target.app}${hint(target.app, names)}; see: cherub status` };
}

/** `; did you mean X?`, or nothing. */
export function hint(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? '' : `; did you mean ${near}?`;
}
