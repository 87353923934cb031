/** Lines of a name and a number, as cgroup and /proc files have them: `usage_usec 5`, `MemTotal:  8 kB`. */
export function parseKeyValues(text: string): ReadonlyMap<string, number> {
  const values = new Map<string, number>();
  for (const line of text.split('\n')) {
    const match = /^([A-Za-z0-9_().]+):?\s+(\d+)(?: kB)?$/u.exec(line.trim());
    if (match?.[1] !== undefined) values.set(match[1], Number(match[2]));
  }
  return values;
}
