import type { Source, SourceContext } from '../observation.ts';
import { ConsoleLines } from './console-lines.ts';
import { LogInput } from './log-input.ts';
import type { ConsoleOptions } from './options.ts';
import { readConsoleSocket } from './socket-input.ts';

/** A guest's console as a source; it also keeps the last bytes as they came. */
export interface ConsoleSource extends Source {
  captured(): Uint8Array;
}

export function createConsoleSource(options: ConsoleOptions, context: SourceContext): ConsoleSource {
  const lines = new ConsoleLines(context.appId, options);
  const { kind, path } = options.input;
  const log = kind === 'log' ? new LogInput(path, lines, context) : undefined;
  return {
    channel: 'console',
    run: (signal) => log?.run(signal) ?? readConsoleSocket(path, lines, context, signal),
    counters: () => ({
      ...lines.counters,
      ...(log && { rotations: log.rotations, truncations: log.truncations }),
    }),
    remark: () => '',
    captured: () => lines.captured(),
  };
}
