/** What a vCPU was doing when gdb looked, with the way that it came there. */
export interface CpuStack {
  readonly cpu: number;
  readonly instructionPointer: bigint;
  readonly takesInterrupts: boolean;
  readonly isInKernel: boolean;
  /** Innermost first: the instruction itself, then who called. */
  readonly frames: readonly StackFrame[];
  /** The part of the stack that was seen ends before the stack does, or could not be read. */
  readonly problem?: string;
}

export interface StackFrame {
  readonly address: bigint;
  /** False: the word on the stack may be a left-over; the kernel marks such with `?`. */
  readonly isSure: boolean;
  /** `function+0x12/0x40`, or the address. */
  readonly text: string;
}

export function formatFrame({ isSure, text }: StackFrame): string {
  return isSure ? text : `? ${text}`;
}
