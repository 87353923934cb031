/** Two places of a config that cannot both be meant; the later one is named. */
export interface Conflict {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Path = readonly (string | number)[];

/**
 * Finds values that must differ and do not. Takes what the schema made of the file, of which other parts may be wrong
 * or missing, so that these problems are told together with all others.
 */
export function findConflicts(config: unknown): Conflict[] {
  const vms = listOf(at(config, 'vms'));
  const sinks = listOf(at(config, 'sinks'));
  const scenarios = listOf(at(config, 'scenarios'));
  const scripts = listOf(at(config, 'scripts'));
  return [
    ...repeated(vms.map((vm, i) => [['vms', i, 'name'], at(vm, 'name')])),
    ...repeated(vms.map((vm, i) => [['vms', i, 'app'], lower(at(vm, 'app'))])),
    // One reader each: a second connection to a socket of QEMU waits for ever, and two tails double every line.
    ...repeated(
      vms.flatMap((vm, i): [Path, unknown][] => [
        [['vms', i, 'console', 'socket'], at(at(vm, 'console'), 'socket')],
        [['vms', i, 'console', 'log'], at(at(vm, 'console'), 'log')],
        [['vms', i, 'recorder', 'disk'], at(at(vm, 'recorder'), 'disk')],
        [['vms', i, 'link', 'socket'], at(at(vm, 'link'), 'socket')],
        [['vms', i, 'qmp', 'socket'], at(at(vm, 'qmp'), 'socket')],
        [['vms', i, 'qga', 'socket'], at(at(vm, 'qga'), 'socket')],
      ]),
    ),
    ...repeated(scenarios.map((scenario, i) => [['scenarios', i, 'name'], at(scenario, 'name')])),
    ...repeated(scripts.map((script, i) => [['scripts', i, 'name'], at(script, 'name')])),
    ...repeated(sinks.map((sink, i) => [['sinks', i, 'path'], at(sink, 'path')])),
    ...repeated(sinks.map((sink, i) => [['sinks', i, 'url'], addressOf(sink)])),
    ...repeated(sinks.map((sink, i) => [['sinks', i, 'folder'], at(sink, 'folder')])),
    ...repeated(sinks.map((sink, i) => [['sinks', i, 'endpoint'], at(sink, 'endpoint')])),
  ];
}

/** A controller may be reached by both versions of its API: two ways, and each has a cursor of its own. */
function addressOf(sink: unknown): unknown {
  const url = at(sink, 'url');
  return at(sink, 'apiVersion') === 2 && typeof url === 'string' ? `${url} v2` : url;
}

function repeated(values: readonly (readonly [Path, unknown])[]): Conflict[] {
  const seen = new Map<string, Path>();
  return values.flatMap(([path, value]) => {
    if (typeof value !== 'string') return [];
    const first = seen.get(value);
    if (first !== undefined)
      return [{ path, message: `is the same as ${describe(first)}; each needs its own` }];
    seen.set(value, path);
    return [];
  });
}

function describe(path: Path): string {
  return path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function lower(value: unknown): unknown {
  return typeof value === 'string' ? value.toLowerCase() : value;
}
