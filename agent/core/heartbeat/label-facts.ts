import type { Label } from '#protocol/label/label.ts';

/** The numbers of a label that come from the kernel. */
export type LabelFacts = Pick<Label, 'load1' | 'memoryAvailablePercent' | 'pressure'>;

/**
 * Reads what a label says about the machine. What cannot be read is left out; nothing here can fail.
 * @param read the text of a file under /proc, or `undefined`
 */
export function readLabelFacts(read: (path: string) => string | undefined): LabelFacts {
  const facts: LabelFacts = {};
  const load1 = firstNumber(read('/proc/loadavg'), /^(\d+(?:\.\d+)?)\s/);
  if (load1 !== undefined) facts.load1 = load1;
  const memory = read('/proc/meminfo');
  const total = firstNumber(memory, /^MemTotal:\s*(\d+)/m);
  const available = firstNumber(memory, /^MemAvailable:\s*(\d+)/m);
  if (total !== undefined && total > 0 && available !== undefined) {
    facts.memoryAvailablePercent = (100 * available) / total;
  }
  const [cpu, memoryPressure, io] = ['cpu', 'memory', 'io'].map((part) =>
    firstNumber(read(`/proc/pressure/${part}`), /^some avg10=(\d+(?:\.\d+)?)/m),
  );
  if (cpu !== undefined && memoryPressure !== undefined && io !== undefined) {
    facts.pressure = { cpu, memory: memoryPressure, io };
  }
  return facts;
}

function firstNumber(text: string | undefined, pattern: RegExp): number | undefined {
  const digits = text === undefined ? undefined : pattern.exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
