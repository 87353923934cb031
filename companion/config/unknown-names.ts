import { nearestName } from '#protocol/config/nearest-name.ts';
import type { Conflict } from './conflicts.ts';
import { BUILT_IN_SCRIPT } from './diagnosis-options.ts';

/**
 * Finds names in `scenarios`, `bindings` and `diagnosis` that nothing in the config has, each with the nearest one that it has. Like
 * findConflicts it takes a config of which other parts may be wrong or missing.
 */
export function findUnknownNames(config: unknown): Conflict[] {
  const scenarios = listOf(config, 'scenarios');
  const bindings = listOf(config, 'bindings');
  const names = scenarios.flatMap((scenario) => textsOf(scenario, 'name'));
  const scripts = [
    BUILT_IN_SCRIPT,
    ...listOf(config, 'scripts').flatMap((script) => textsOf(script, 'name')),
  ];
  const vms = listOf(config, 'vms');
  const apps = vms.flatMap((vm) => [...textsOf(vm, 'name'), ...textsOf(vm, 'app').map(lower)]);
  const labels = vms.flatMap((vm) => Object.entries(mapOf(at(vm, 'labels'))));
  const selectors = labels.flatMap(([name, value]) => [name, `${name}=${String(value)}`]);
  return [
    ...unknown(['diagnosis', 'script'], at(at(config, 'diagnosis'), 'script'), scripts, 'diagnostic script'),
    ...scenarios.flatMap((scenario, i) =>
      unknown(['scenarios', i, 'diagnosis'], at(scenario, 'diagnosis'), scripts, 'diagnostic script'),
    ),
    ...bindings.flatMap((binding, i) => [
      ...unknown(['bindings', i, 'scenario'], at(binding, 'scenario'), names, 'scenario'),
      ...unknown(['bindings', i, 'app'], at(binding, 'app'), apps, 'VM', lower),
      ...unknown(['bindings', i, 'label'], at(binding, 'label'), selectors, 'VM with this label'),
    ]),
  ];
}

function unknown(
  path: Conflict['path'],
  name: unknown,
  known: readonly string[],
  what: string,
  folded: (name: string) => string = (each) => each,
): Conflict[] {
  if (typeof name !== 'string' || known.includes(name) || known.includes(folded(name))) return [];
  const near = nearestName(name, known);
  return [
    { path, message: `there is no such ${what}${near === undefined ? '' : `; did you mean "${near}"?`}` },
  ];
}

function lower(name: string): string {
  return name.toLowerCase();
}

function at(value: unknown, key: string): unknown {
  return mapOf(value)[key];
}

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function listOf(value: unknown, key: string): readonly unknown[] {
  const list = at(value, key);
  return Array.isArray(list) ? list : [];
}

function textsOf(value: unknown, key: string): string[] {
  const text = at(value, key);
  return typeof text === 'string' ? [text] : [];
}
