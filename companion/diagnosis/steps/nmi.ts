import * as z from 'zod/mini';
import { wait } from '../../delivery/wait.ts';
import { ConsolePatterns } from '../../ladder/console-patterns/console-patterns.ts';
import { injectNmi } from '../../sources/qmp/actions.ts';
import type { Step } from '../step.ts';
import { type StepFields, stepFields } from '../step-fields.ts';

export const nmiShape = z.strictObject({
  step: z.literal('nmi'),
  ...stepFields,
  /** How long the console is listened to after it. */
  waitSeconds: z._default(z.number().check(z.minimum(0), z.maximum(60)), 2),
});

interface NmiOptions extends StepFields {
  readonly waitSeconds: number;
}

const ANSWER = 'nmi/console.log';

/**
 * An interrupt that no code can hold off. A guest with `unknown_nmi_panic` dies of it, with a panic that tells where it was; one
 * without it notes the interrupt and goes on.
 */
export const nmi: Step<NmiOptions> = {
  level: () => 'harm',
  timeoutMs: 15_000,
  bytesMax: 1024 * 1024,
  path: () => ANSWER,
  unavailable: ({ qmp }) => (qmp === undefined ? 'no QMP socket is configured for this VM' : undefined),
  run: async ({ target: { qmp, console }, findings, signal, leftMs, bytesLeft, add, missing }, o) => {
    if (qmp === undefined) return;
    const before = console?.captured() ?? new Uint8Array(0);
    const injected = await injectNmi(qmp, { signal, deadlineMs: Math.max(1, leftMs()) });
    if (!injected.ok) throw new Error(injected.detail);
    await wait(Math.min(o.waitSeconds * 1000, leftMs()), signal);
    if (console === undefined) {
      return missing(
        ANSWER,
        'the interrupt was sent; no console is configured that would show what came of it',
      );
    }
    const said = newBytes(before, console.captured()).subarray(0, bytesLeft());
    if (said.length === 0)
      return missing(ANSWER, 'the interrupt was sent, and the console said nothing to it');
    await add({ path: ANSWER, mediaType: 'text/plain', source: 'console after the NMI' }, said);
    const patterns = new ConsolePatterns();
    findings.console = [...findings.console, ...patterns.push(said), ...patterns.flush()];
  },
};

/** The ring may have lost its beginning meanwhile: what is new begins behind the last bytes that were there before. */
function newBytes(before: Uint8Array, after: Uint8Array): Uint8Array {
  const mark = Buffer.from(before.subarray(Math.max(0, before.length - 256)));
  const at =
    mark.length === 0 ? 0 : Buffer.from(after.buffer, after.byteOffset, after.length).lastIndexOf(mark);
  return at === -1 ? after : after.subarray(at + mark.length);
}
