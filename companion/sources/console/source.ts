import type { Source, SourceContext } from '../observation.ts';
import type { ConsoleAccess } from './console-access.ts';
import { ConsoleLines, type OnConsoleBytes } from './console-lines.ts';
import { LogInput } from './log-input.ts';
import type { ConsoleOptions } from './options.ts';
import { SocketAccess } from './socket-access.ts';
import { readConsoleSocket } from './socket-input.ts';

/** A guest's console as a source; it also keeps the last bytes as they came. */
export interface ConsoleSource extends Source {
  /** For typing; undefined when the console is read from a log file. */
  readonly access: ConsoleAccess | undefined;
  captured(): Uint8Array;
}

export function createConsoleSource(
  options: ConsoleOptions,
  context: SourceContext,
  onBytes?: OnConsoleBytes,
): ConsoleSource {
  const lines = new ConsoleLines(context.appId, options, onBytes);
  const { kind, path } = options.input;
  const log = kind === 'log' ? new LogInput(path, lines, context) : undefined;
  const access = new SocketAccess(options.isMux);
  return {
    channel: 'console',
    access: log === undefined ? access : undefined,
    run: (signal) => log?.run(signal) ?? readConsoleSocket(path, lines, access, context, signal),
    counters: () => ({
      ...lines.counters,
      ...(log && { rotations: log.rotations, truncations: log.truncations }),
    }),
    remark: () => '',
    captured: () => lines.captured(),
  };
}
