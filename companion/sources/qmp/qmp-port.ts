import type { JsonValue } from '#protocol/messages/to-json.ts';

/** Why a command has no result. */
export type QmpProblem =
  /** QEMU answered with an error. */
  | 'refused'
  /** No answer in time, or the caller gave up. */
  | 'deadline'
  /** There is no connection, or it ended before the answer. */
  | 'gone'
  /** What came is no QMP. */
  | 'invalid';

export type QmpResult = { readonly ok: true; readonly value: JsonValue } | QmpFailure;

/** `detail` is one line for people; words of QEMU in it are safe to print. */
export interface QmpFailure {
  readonly ok: false;
  readonly problem: QmpProblem;
  readonly detail: string;
  /** Set when QEMU did not even greet: somebody else may hold the socket. */
  readonly isGreeted?: false;
}

export type QmpArguments = Readonly<Record<string, unknown>>;

export interface QmpExecuteOptions {
  /** Milliseconds for the whole command. Default: the manner's own. */
  readonly deadlineMs?: number;
  readonly signal?: AbortSignal;
}

/** Something that runs QMP commands. Never rejects, and ends within its deadline. */
export interface QmpPort {
  execute(command: string, args?: QmpArguments, o?: QmpExecuteOptions): Promise<QmpResult>;
}
