import { type CpuDump, parseCpuDump } from './cpu-dump.ts';

/** The answer to `l`. */
export interface CpusShown {
  readonly kind: 'cpus';
  readonly cpus: readonly CpuShown[];
}

export interface CpuShown extends CpuDump {
  readonly cpu: number;
  /** Where it idles, when the kernel did not print its stack for that. */
  readonly idleAt?: string;
}

const CPUS_MAX = 1024;

/** lib/nmi_backtrace.c; the second one is of kernels without an NMI for it (drivers/tty/sysrq.c). */
const BEGIN =
  /^(?:NMI backtrace for cpu (\d{1,5})(?: skipped: idling at (.{1,200}))?|(?:sysrq: )?CPU(\d{1,5}):)/u;

/** Who shall answer: a list as `1-3,5`. */
const ASKED = /^Sending NMI from CPU (\d{1,5}) to CPUs ([\d,-]{1,2000}):/u;

export function parseCpus(lines: readonly string[]): { shown: CpusShown; problems: string[] } {
  const cpus: CpuShown[] = [];
  const asked = new Set<number>();
  let block: { cpu: number; idleAt: string | undefined; lines: string[] } | undefined;
  const end = (): void => {
    if (block === undefined || cpus.length >= CPUS_MAX) return;
    const { cpu, idleAt } = block;
    cpus.push({ ...parseCpuDump(block.lines), cpu, ...(idleAt !== undefined && { idleAt }) });
    block = undefined;
  };
  for (const line of lines) {
    const text = line.trim();
    const begin = BEGIN.exec(text);
    const request = ASKED.exec(text);
    if (begin !== null) {
      end();
      block = { cpu: Number(begin[1] ?? begin[3]), idleAt: begin[2], lines: [] };
    } else if (request === null) block?.lines.push(text);
    else {
      end();
      asked.add(Number(request[1]));
      for (const cpu of readList(request[2] ?? '')) asked.add(cpu);
    }
  }
  end();
  const seen = new Set(cpus.map(({ cpu }) => cpu));
  const silent = [...asked].filter((cpu) => !seen.has(cpu));
  const problems = cpus.length === 0 ? ['no processor was shown'] : [];
  if (silent.length > 0) problems.push(`no answer of CPU ${silent.slice(0, 16).join(', ')}`);
  return { shown: { kind: 'cpus', cpus }, problems };
}

function readList(list: string): number[] {
  const cpus: number[] = [];
  for (const part of list.split(',')) {
    const [first, last] = part.split('-').map(Number);
    if (first === undefined || !Number.isInteger(first)) continue;
    const end = Math.min(last ?? first, first + CPUS_MAX);
    for (let cpu = first; cpu <= end && cpus.length < CPUS_MAX; cpu += 1) cpus.push(cpu);
  }
  return cpus;
}
