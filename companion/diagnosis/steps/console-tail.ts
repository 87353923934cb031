import { ConsolePatterns } from '../../ladder/console-patterns/console-patterns.ts';
import { consoleText } from '../../sources/console/console-text.ts';
import type { Step } from '../step.ts';
import { plainShape } from '../step-fields.ts';

export const consoleTailShape = plainShape('console-tail');

const TAIL = 'console/tail.log';
const LINES_SHOWN = 200;

/** The last bytes of the console as they came, and what the kernel said in them. */
export const consoleTail: Step = {
  level: () => 'observe',
  timeoutMs: 5000,
  bytesMax: 4 * 1024 * 1024,
  path: () => TAIL,
  unavailable: ({ console }) => (console === undefined ? 'no console is configured for this VM' : undefined),
  run: async ({ target: { console }, findings, bytesLeft, add, evidence }) => {
    if (console === undefined) return;
    const captured = console.captured();
    if (captured.length === 0) throw new Error('nothing came from the console since the companion started');
    // Its end tells more than its beginning.
    const tail = captured.subarray(Math.max(0, captured.length - bytesLeft()));
    const isCut = tail.length < captured.length;
    await add({ path: TAIL, mediaType: 'text/plain' }, tail);
    const patterns = new ConsolePatterns();
    findings.console = [...patterns.push(tail), ...patterns.flush()];
    const lines = Buffer.from(tail)
      .toString('latin1')
      .split(/\r?\n/u)
      .slice(-LINES_SHOWN)
      .map((line) => consoleText(Buffer.from(line, 'latin1')));
    await evidence({
      texts: [{ title: 'Console', lines }],
      ...(isCut && { notes: [`console/tail.log holds the last ${tail.length} of ${captured.length} bytes`] }),
    });
  },
};
