import { type Labelled, matches, type Target } from './target.ts';

export interface Binding {
  readonly scenario: string;
  readonly target: Target;
}

/** A word of a person at run time. */
export interface BindingChange extends Binding {
  readonly action: 'bind' | 'unbind';
}

/** More than a person says; a script that goes wild is refused. */
export const CHANGES_MAX = 1000;

/**
 * Which scenario is bound to which VM: what the config says, and then the changes made at run time in their order. Of those that
 * mean a VM the last one holds, so that one VM can be taken out of a binding by label.
 */
export class Bindings {
  #config: readonly Binding[];
  #changes: BindingChange[];

  constructor(config: readonly Binding[], changes: readonly BindingChange[]) {
    this.#config = config;
    this.#changes = changes.slice(-CHANGES_MAX);
  }

  get changes(): readonly BindingChange[] {
    return this.#changes;
  }

  setConfig(config: readonly Binding[]): void {
    this.#config = config;
  }

  /** Names of the scenarios that are bound to a VM, each once. */
  of(vm: Labelled): string[] {
    const bound = new Set<string>();
    for (const { scenario, target } of this.#config) if (matches(target, vm)) bound.add(scenario);
    for (const { action, scenario, target } of this.#changes) {
      if (!matches(target, vm)) continue;
      if (action === 'bind') bound.add(scenario);
      else bound.delete(scenario);
    }
    return [...bound];
  }

  /** Whether somebody said something of exactly this at run time. */
  has(binding: Binding): boolean {
    return this.#without(binding).length < this.#changes.length;
  }

  /** False: there are too many changes already. */
  bind(binding: Binding): boolean {
    return this.#change({ action: 'bind', ...binding });
  }

  /** Leaves no trace when there is nothing left that it would have to hold against. */
  unbind(binding: Binding): boolean {
    const rest = this.#without(binding);
    const isHeld = [...this.#config, ...rest.filter(({ action }) => action === 'bind')].some(
      ({ scenario }) => scenario === binding.scenario,
    );
    if (isHeld) return this.#change({ action: 'unbind', ...binding });
    this.#changes = rest;
    return true;
  }

  #change(change: BindingChange): boolean {
    const rest = this.#without(change);
    if (rest.length >= CHANGES_MAX) return false;
    this.#changes = [...rest, change];
    return true;
  }

  #without(binding: Binding): BindingChange[] {
    const key = keyOf(binding);
    return this.#changes.filter((each) => keyOf(each) !== key);
  }
}

function keyOf({ scenario, target }: Binding): string {
  return JSON.stringify([scenario, target.kind, target.kind === 'app' ? target.app : target.label]);
}
