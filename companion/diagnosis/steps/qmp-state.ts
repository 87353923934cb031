import type { JsonValue } from '#protocol/messages/to-json.ts';
import type { Step } from '../step.ts';
import { plainShape } from '../step-fields.ts';

export const qmpStateShape = plainShape('qmp-state');

const STATE = 'qmp/state.json';

/**
 * Questions that QEMU answers from its own memory, without a look at the guest. The run state comes first: it matters most when
 * the rest has no time. Old versions refuse some; that is an answer too.
 */
const QUESTIONS = [
  'query-status',
  'query-version',
  'query-name',
  'query-kvm',
  'query-cpus-fast',
  'query-memory-size-summary',
  'query-block',
  'query-blockstats',
  'query-chardev',
  'query-iothreads',
  'query-migrate',
  'query-block-jobs',
] as const;

/** What QEMU says of the machine. */
export const qmpState: Step = {
  level: () => 'observe',
  timeoutMs: 10_000,
  bytesMax: 1024 * 1024,
  path: () => STATE,
  unavailable: ({ qmp }) => (qmp === undefined ? 'no QMP socket is configured for this VM' : undefined),
  run: async ({ target: { qmp }, signal, leftMs, add, evidence }) => {
    if (qmp === undefined) return;
    const answers: Record<string, JsonValue> = {};
    let answered = 0;
    for (const question of QUESTIONS) {
      if (signal.aborted) break;
      const result = await qmp.execute(question, undefined, { signal, deadlineMs: Math.min(3000, leftMs()) });
      answers[question] = result.ok ? result.value : { problem: result.problem, detail: result.detail };
      if (result.ok) answered += 1;
      // Where nobody answers each further question would cost its whole deadline.
      else if (result.problem !== 'refused') break;
    }
    await add({ path: STATE, mediaType: 'application/json' }, JSON.stringify(answers, undefined, 2));
    if (answered === 0)
      await evidence({ notes: ['QEMU answered no question on its QMP socket: see qmp/state.json'] });
  },
};
