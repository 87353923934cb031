import * as z from 'zod/mini';
import { wait } from '../../delivery/wait.ts';
import { askSysrq, type SysrqAnswer, type SysrqWays } from '../../sysrq/ask-sysrq.ts';
import { SYSRQ_KEYS, type SysrqKey } from '../../sysrq/sysrq-key.ts';
import type { Step, StepContext } from '../step.ts';
import { type StepFields, stepFields } from '../step-fields.ts';
import { cpuStacksOf, sysrqEvidence } from '../sysrq-evidence.ts';
import type { DiagnosisTarget } from '../target.ts';

export const sysrqShape = z.strictObject({
  step: z.literal('sysrq'),
  ...stepFields,
  /** Tasks, blocked tasks, CPUs, ftrace buffer, memory, timers, registers; default all. */
  keys: z._default(z.array(z.enum(SYSRQ_KEYS)).check(z.minLength(1), z.maxLength(SYSRQ_KEYS.length)), [
    ...SYSRQ_KEYS,
  ]),
});

interface SysrqOptions extends StepFields {
  readonly keys: readonly SysrqKey[];
}

/** What the guest's kernel says of itself when asked by the best way that there is: as text, and as structures. */
export const sysrq: Step<SysrqOptions> = {
  level: () => 'ask',
  timeoutMs: 60_000,
  bytesMax: 16 * 1024 * 1024,
  path: ({ keys }) => `sysrq/${keys[0] ?? 't'}.txt`,
  unavailable: ({ console, qmp, link, mailbox }) =>
    console?.access === undefined && qmp === undefined && link === undefined && mailbox === undefined
      ? 'there is no way to the kernel: no console socket, QMP, link or recorder disk is configured'
      : undefined,
  run: async (context, { keys }) => {
    const { signal, monotonicMs, findings } = context;
    const asked = [...new Set(keys)];
    const answers = await askSysrq(waysOf(context.target), asked, {
      deadlineMs: Math.max(1, context.leftMs() - 1000),
      // The structures come on top of the texts, and are about as long.
      bytesMax: context.bytesLeft() >> 1,
      signal,
      clock: { monotonicMs, wait },
    });
    for (const answer of answers) await addAnswer(context, answer);
    findings.stacks = [...findings.stacks, ...answers.flatMap(cpuStacksOf)];
    await context.evidence(sysrqEvidence(answers));
  },
};

function waysOf(target: DiagnosisTarget): SysrqWays {
  const { console, qmp, link, mailbox } = target;
  return {
    console: console?.access,
    qmp,
    request: link === undefined ? undefined : (body, deadlineMs) => link.request(body, deadlineMs),
    mailbox,
    inventory: target.inventory(),
  };
}

async function addAnswer({ add, missing }: StepContext, answer: SysrqAnswer): Promise<void> {
  const { key, route, text, isComplete, parsed } = answer;
  const path = `sysrq/${key}.txt`;
  if (route === undefined || text === '') {
    await missing(path, answer.missing ?? 'no answer came', `sysrq ${key}`);
    return;
  }
  const source = `sysrq ${key} by ${route}`;
  await add({ path, mediaType: 'text/plain', source, ...(!isComplete && { cut: true }) }, text);
  if (parsed === undefined) return;
  await add({ path: `sysrq/${key}.json`, mediaType: 'application/json', source }, JSON.stringify(parsed));
}
