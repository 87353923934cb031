import { kernelText } from '../kernel-line.ts';
import type { SysrqKey } from '../sysrq-key.ts';
import { parseCpus } from './parse-cpus.ts';
import { parseFtrace } from './parse-ftrace.ts';
import { parseMemory } from './parse-memory.ts';
import { parseRegisters } from './parse-registers.ts';
import { parseTasks } from './parse-tasks.ts';
import { parseTimers } from './parse-timers.ts';
import type { SysrqParsed, SysrqStructure } from './parsed.ts';

/**
 * Reads the text of an answer, with or without printk's times, whatever else stands in between. Kernels 5.10 to 6.12,
 * x86-64; stacks and registers of arm64 too. Never throws: what cannot be understood is not there, and `problems` says so.
 */
export function parseSysrq(key: SysrqKey, text: string): SysrqParsed {
  const { lines, foreign, dropped } = kernelText(text);
  const { shown, problems } = parse(key, lines);
  const all = [...problems];
  if (dropped > 0) all.push(`the kernel dropped ${dropped} messages: the console was too slow`);
  const isPartial = all.length > 0;
  if (foreign > 0) all.push(`${foreign} lines of somebody else stand in between`);
  return { key, shown, isPartial, problems: all };
}

function parse(key: SysrqKey, lines: readonly string[]): { shown: SysrqStructure; problems: string[] } {
  switch (key) {
    case 't':
      return parseTasks(lines, true);
    case 'w':
      return parseTasks(lines, false);
    case 'l':
      return parseCpus(lines);
    case 'z':
      return parseFtrace(lines);
    case 'm':
      return parseMemory(lines);
    case 'q':
      return parseTimers(lines);
    case 'p':
      return parseRegisters(lines);
  }
}
