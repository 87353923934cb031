import { FRAMES_MAX, parseFrame, type StackFrame } from './stack-frame.ts';

/** The answer to `t` and to `w`. */
export interface TasksShown {
  readonly kind: 'tasks';
  readonly tasks: readonly ShownTask[];
  /** Lines on busy workqueues, as they came. */
  readonly workqueues: readonly string[];
}

export interface ShownTask {
  readonly comm: string;
  /** One letter: R, S, D, I, Z, … */
  readonly state: string;
  readonly pid: number;
  readonly tgid?: number;
  readonly ppid?: number;
  /** Thread flags. */
  readonly flags?: number;
  /** `Workqueue:` of a kworker. */
  readonly workqueue?: string;
  /** Innermost first; empty for a task that runs on another processor. */
  readonly frames: readonly StackFrame[];
  /** Where it left its program, when it is no thread of the kernel. */
  readonly userInstruction?: string;
}

const TASKS_MAX = 50_000;
const WORKQUEUE_LINES_MAX = 2000;

/** sched_show_task, kernel/sched/core.c: 5.10 has blanks after the colons, 6.x a tgid, 6.15 task_flags. */
const TASK =
  /^task:(.{1,40}?) +state:(\S)(?: {2}running task {4})? +stack: *\d{1,10} +pid: *(\d{1,10}) *(.{0,200})$/u;
const TGID = /\btgid: *(\d{1,10})/u;
const PPID = /\bppid: *(-?\d{1,10})/u;
const FLAGS = /(?:^| )flags:0x([0-9a-f]{1,16})/u;
const USER = /^(?:RIP: 0033:|pc : )(0x[0-9a-f]{1,16})/u;
const WORKQUEUE = /^Workqueue: (.{1,200})$/u;
const BUSY = /^Showing busy workqueues/u;
/** What follows the tasks and is none of them. */
const AFTER = /^(?:Sched Debug Version:|Showing all locks held)/u;

type Open = { -readonly [Name in keyof ShownTask]: ShownTask[Name] } & { frames: StackFrame[] };

/** @param isWhole `t`, which ends with the workqueues; `w` ends with its last task */
export function parseTasks(
  lines: readonly string[],
  isWhole: boolean,
): { shown: TasksShown; problems: string[] } {
  const tasks: Open[] = [];
  const workqueues: string[] = [];
  let open: Open | undefined;
  let isAtWorkqueues = false;
  for (const line of lines) {
    const text = line.trim();
    const task = tasks.length < TASKS_MAX ? parseTask(text) : undefined;
    if (task !== undefined) {
      open = task;
      tasks.push(task);
    } else if (BUSY.test(text)) isAtWorkqueues = true;
    else if (isAtWorkqueues) {
      if (workqueues.length < WORKQUEUE_LINES_MAX && text !== '') workqueues.push(line);
    } else if (AFTER.test(text)) open = undefined;
    else if (open !== undefined) addTo(open, text);
  }
  const problems: string[] = [];
  if (isWhole && !isAtWorkqueues) problems.push('the end (busy workqueues) did not come');
  if (isWhole && tasks.length === 0) problems.push('no task was shown');
  return { shown: { kind: 'tasks', tasks, workqueues }, problems };
}

function parseTask(text: string): Open | undefined {
  const match = TASK.exec(text);
  if (match === null) return undefined;
  const rest = match[4] ?? '';
  const tgid = TGID.exec(rest)?.[1];
  const ppid = PPID.exec(rest)?.[1];
  const flags = FLAGS.exec(rest)?.[1];
  return {
    comm: match[1] ?? '',
    state: match[2] ?? '',
    pid: Number(match[3]),
    ...(tgid !== undefined && { tgid: Number(tgid) }),
    ...(ppid !== undefined && { ppid: Number(ppid) }),
    ...(flags !== undefined && { flags: Number.parseInt(flags, 16) }),
    frames: [],
  };
}

function addTo(task: Open, text: string): void {
  const frame = parseFrame(text);
  if (frame !== undefined) {
    if (task.frames.length < FRAMES_MAX) task.frames.push(frame);
    return;
  }
  const user = USER.exec(text)?.[1];
  if (user !== undefined) task.userInstruction ??= user;
  const workqueue = WORKQUEUE.exec(text)?.[1];
  if (workqueue !== undefined) task.workqueue ??= workqueue;
}
