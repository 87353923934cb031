import type { Evidence, EvidenceStack, EvidenceTable } from '../incidents/evidence.ts';
import { formatBytes } from '../output/quantities.ts';
import type { SysrqAnswer } from '../sysrq/ask-sysrq.ts';
import type { CpuShown } from '../sysrq/parse/parse-cpus.ts';
import type { MemoryShown } from '../sysrq/parse/parse-memory.ts';
import type { ShownTask } from '../sysrq/parse/parse-tasks.ts';
import type { StackFrame } from '../sysrq/parse/stack-frame.ts';
import type { CpuStack } from './backtrace/cpu-stack.ts';

const TASKS_SHOWN = 32;
const EVENTS_SHOWN = 100;

/** What the report shows of the answers: CPUs, tasks that wait, memory, the last events of ftrace, and what is missing. Pure. */
export function sysrqEvidence(answers: readonly SysrqAnswer[]): Partial<Evidence> {
  return {
    stacks: answers.flatMap(stacksOf),
    tables: answers.flatMap(tablesOf),
    texts: answers.flatMap(eventsOf),
    notes: [...new Set(answers.flatMap(notesOf))],
  };
}

/** The CPUs that the kernel itself showed, for the search for the culprit. Pure. */
export function cpuStacksOf(answer: SysrqAnswer): CpuStack[] {
  return cpusOf(answer).flatMap((cpu) => {
    const inner = cpu.contexts.at(-1);
    if (inner === undefined) return [];
    const frame = (text: string, isSure: boolean): CpuStack['frames'][number] => ({
      address: 0n,
      isSure,
      text,
    });
    return [
      {
        cpu: cpu.cpu,
        instructionPointer: 0n,
        takesInterrupts: true,
        isInKernel: !inner.isUser,
        frames: [
          frame(inner.instruction, true),
          ...cpu.frames.map((each) => frame(formatFrame({ ...each, isReliable: true }), each.isReliable)),
        ],
      },
    ];
  });
}

function cpusOf({ parsed }: SysrqAnswer): readonly CpuShown[] {
  return parsed?.shown.kind === 'cpus' ? parsed.shown.cpus : [];
}

function stacksOf(answer: SysrqAnswer): EvidenceStack[] {
  const source = sourceOf(answer);
  const cpus = cpusOf(answer).map((cpu): EvidenceStack => {
    const { comm, pid, contexts, idleAt, frames } = cpu;
    const instruction = contexts.at(-1)?.instruction ?? idleAt;
    return {
      title: `CPU ${cpu.cpu}${comm === undefined ? '' : `: ${comm}`}`,
      cpu: cpu.cpu,
      ...(comm !== undefined && { task: comm }),
      ...(pid !== undefined && { pid }),
      frames: [...(instruction === undefined ? [] : [instruction]), ...frames.map(formatFrame)],
      source,
    };
  });
  // `t` shows the same tasks again, among all others.
  const { parsed, key } = answer;
  const waiting = parsed?.shown.kind === 'tasks' && key === 'w' ? parsed.shown.tasks : [];
  const tasks = waiting.slice(0, TASKS_SHOWN).map(({ comm, pid, state, frames }) => ({
    title: comm,
    task: comm,
    pid,
    state,
    frames: frames.map(formatFrame),
    source,
  }));
  return [...cpus, ...tasks];
}

function tablesOf({ parsed, key }: SysrqAnswer): EvidenceTable[] {
  if (parsed?.shown.kind === 'tasks' && key === 't') return [statesTable(parsed.shown.tasks)];
  return parsed?.shown.kind === 'memory' ? [zonesTable(parsed.shown)] : [];
}

function statesTable(tasks: readonly ShownTask[]): EvidenceTable {
  const byState = new Map<string, ShownTask[]>();
  for (const task of tasks) byState.set(task.state, [...(byState.get(task.state) ?? []), task]);
  return {
    title: `The guest's ${tasks.length} tasks, as its kernel says`,
    heading: ['State', 'Tasks', 'Among them'],
    rows: [...byState].map(([state, own]) => [
      state,
      String(own.length),
      own
        .slice(0, 8)
        .map(({ comm, pid }) => `${comm} (${pid})`)
        .join(', '),
    ]),
  };
}

function zonesTable({ zones }: MemoryShown): EvidenceTable {
  const size = (kb: number | undefined): string => (kb === undefined ? '-' : formatBytes(kb * 1024));
  return {
    title: "The guest's memory, as its kernel says",
    heading: ['Zone', 'Free', 'Min', 'Low', 'High', 'Present'],
    rows: zones.map(({ node, zone, kb }) => [
      `${node} ${zone}`,
      size(kb['free']),
      size(kb['min']),
      size(kb['low']),
      size(kb['high']),
      size(kb['present']),
    ]),
  };
}

function eventsOf({ parsed }: SysrqAnswer): Evidence['texts'] {
  if (parsed?.shown.kind !== 'ftrace' || parsed.shown.events.length === 0) return [];
  const lines = parsed.shown.events
    .slice(-EVENTS_SHOWN)
    .map(({ comm, pid, cpu, atUs, text }) => `${(atUs / 1e6).toFixed(6)} CPU ${cpu} ${comm}-${pid}: ${text}`);
  return [{ title: 'ftrace, the last events', lines }];
}

function notesOf({ key, route, missing, notes }: SysrqAnswer): string[] {
  const incomplete = route === undefined || missing === undefined ? [] : [`sysrq ${key}: ${missing}`];
  return [...notes, ...incomplete];
}

function sourceOf({ key, route }: SysrqAnswer): string {
  return `sysrq ${key} by ${route ?? 'no route'}`;
}

function formatFrame({ function: name, offset, size, module, isReliable }: StackFrame): string {
  const place = `${name}+0x${offset.toString(16)}/0x${size.toString(16)}`;
  return `${isReliable ? '' : '? '}${place}${module === undefined ? '' : ` [${module}]`}`;
}
