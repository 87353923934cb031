import type { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from './safe-text.ts';
import { eachLine, toUint32 } from './scan-text.ts';
import type { SystemFiles } from './system-files.ts';
import { COMM_BYTES_MAX } from './top-processes.ts';

/** Tasks that are described; the rest are only counted. */
export const BLOCKED_MAX = 8;

/** Innermost frames of a stack: enough to see who waits for what. */
const FRAMES_MAX = 10;
const FRAME_BYTES_MAX = 64;
const SYMBOL_BYTES_MAX = 64;
const STACK_FILE_BYTES_MAX = 4096;

/** A task in state D: a process's main thread (tid = pid) or another thread of it. */
export interface BlockedTask {
  readonly pid: number;
  readonly tid: number;
  readonly comm: string;
  readonly startTicks: number;
  readonly firstSeenUs: number;
}

/**
 * Where a task waits and its kernel stack, as far as this kernel and our rights give them; the symbols may be
 * empty. Two small files of the kernel; neither touches the task's memory map.
 */
export function describeBlocked(
  files: SystemFiles,
  task: BlockedTask,
  nowUs: number,
): cherub.BlockedTask.$Properties {
  const folder = `/proc/${task.pid}/task/${task.tid}`;
  const wchanFile = files.read(`${folder}/wchan`, 256);
  const wchan = wchanFile.ok ? parseWchan(wchanFile.text) : '';
  const stackFile = holdsExecLock(wchan)
    ? { ok: false as const }
    : files.read(`${folder}/stack`, STACK_FILE_BYTES_MAX);
  return {
    pid: task.tid,
    comm: safeText(task.comm, COMM_BYTES_MAX),
    wchan,
    stack: stackFile.ok ? parseStack(stackFile.text) : [],
    seenMs: toUint32((nowUs - task.firstSeenUs) / 1000),
  };
}

/** `/proc/PID/wchan`: a symbol without a line feed, or `0` when it is hidden or the task runs. */
export function parseWchan(text: string): string {
  const symbol = text.trim();
  return symbol === '0' ? '' : safeText(symbol, SYMBOL_BYTES_MAX);
}

/** `/proc/PID/stack`: lines such as `[<0>] io_schedule+0x42/0x70`; the function's size is left out. */
export function parseStack(text: string): string[] {
  const frames: string[] = [];
  eachLine(text, FRAMES_MAX, (line) => {
    const close = line.indexOf('] ');
    if (!line.startsWith('[<') || close < 0) return;
    const frame = line.slice(close + 2);
    const plus = frame.indexOf('+');
    const slash = plus < 0 ? -1 : frame.indexOf('/', plus);
    const rest = slash < 0 ? '' : moduleOf(frame, slash);
    frames.push(safeText(slash < 0 ? frame : frame.slice(0, slash) + rest, FRAME_BYTES_MAX));
  });
  return frames;
}

/** ` [nfs]` behind a frame that is not in the kernel itself. */
function moduleOf(frame: string, from: number): string {
  const at = frame.indexOf(' [', from);
  return at < 0 ? '' : frame.slice(at);
}

/**
 * /proc/PID/stack takes the task's exec_update_lock (fs/proc/base.c, lock_trace). A task that waits in the
 * middle of an execve holds it, and reading would hang the agent with it.
 */
function holdsExecLock(wchan: string): boolean {
  return wchan.includes('exec') || wchan === 'de_thread' || wchan.startsWith('load_elf');
}
