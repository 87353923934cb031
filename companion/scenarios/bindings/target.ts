import type { BindingOptions } from '../options.ts';
import type { ScenarioVm } from '../scenario-vm.ts';

/** Which VMs a binding or a command means. */
export type Target =
  /** Name or app UUID of one VM. */
  | { readonly kind: 'app'; readonly app: string }
  /** `name` or `name=value`. */
  | { readonly kind: 'label'; readonly label: string };

export type Labelled = Pick<ScenarioVm, 'name' | 'appId' | 'labels'>;

export function targetOf({ app, label }: Pick<BindingOptions, 'app' | 'label'>): Target {
  return label === undefined ? { kind: 'app', app: app ?? '' } : { kind: 'label', label };
}

export function matches(target: Target, vm: Labelled): boolean {
  if (target.kind === 'app') return vm.name === target.app || vm.appId === target.app.toLowerCase();
  const [name = '', value] = target.label.split('=', 2);
  return Object.hasOwn(vm.labels, name) && (value === undefined || vm.labels[name] === value);
}

/** For people: `web`, `label role=db`. */
export function describeTarget(target: Target): string {
  return target.kind === 'app' ? target.app : `label ${target.label}`;
}
