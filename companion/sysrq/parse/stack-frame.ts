/** A line of a kernel stack: `function+0x12/0x40 [module]`. */
export interface StackFrame {
  readonly function: string;
  /** Bytes from the function's start, and its size. */
  readonly offset: number;
  readonly size: number;
  readonly module?: string;
  /** False: `? ` before it, a word on the stack that the unwinder did not follow. */
  readonly isReliable: boolean;
}

/** More than the kernel prints of a sane stack. */
export const FRAMES_MAX = 128;

/** arch/x86/kernel/dumpstack.c and arch/arm64/kernel/stacktrace.c; `[<…>]` before 4.x. */
const FRAME =
  /^(\? )?(?:\[<[0-9a-f]{1,16}>\] )?([\w.$]{1,160})\+0x([0-9a-f]{1,8})\/0x([0-9a-f]{1,8})(?: \[([\w-]{1,64})[^\]]{0,80}\])?(?: \([A-Z]{1,4}\))?$/u;

/** @param text a line without its time; leading blanks do not matter */
export function parseFrame(text: string): StackFrame | undefined {
  const match = FRAME.exec(text.trim());
  if (match === null) return undefined;
  return {
    function: match[2] ?? '',
    offset: Number.parseInt(match[3] ?? '', 16),
    size: Number.parseInt(match[4] ?? '', 16),
    ...(match[5] !== undefined && { module: match[5] }),
    isReliable: match[1] === undefined,
  };
}
