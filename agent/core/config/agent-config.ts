import * as z from 'zod/mini';
import { type CheckProblem, checksSchema } from '../checks/check-config.ts';
import { REQUEST_NAMES, REQUEST_NAMES_DEFAULT } from '../link/request-name.ts';

/** Longest distance between two snapshots or labels that a config may ask for. */
const PERIOD_SECONDS_MAX = 86_400;
const TEXT_CHARACTERS_MAX = 4096;
const TAG_CHARACTERS_MAX = 32;

/** How a heartbeat schedule is judged: `undefined` when it can be used, else what is wrong with it. */
export type ScheduleProblem = (pattern: string) => string | undefined;

/**
 * The agent's configuration file: all keys are optional, all have defaults. `app` is `''` when it is not set: the
 * platform puts the host name there.
 * @param scheduleProblem a build without cron answers every pattern with what to use instead
 * @param checkProblem a build that lacks a kind of check says so; default: none is lacking
 */
export function agentConfigSchema(
  scheduleProblem: ScheduleProblem,
  checkProblem: CheckProblem = () => undefined,
) {
  return z.strictObject({
    app: z._default(text(TEXT_CHARACTERS_MAX), ''),
    heartbeat: z.prefault(heartbeatSchema(scheduleProblem), {}),
    snapshot: z.prefault(
      z.strictObject({
        periodSeconds: z._default(z.int().check(z.minimum(1), z.maximum(PERIOD_SECONDS_MAX)), 10),
      }),
      {},
    ),
    recorder: z.prefault(
      z.strictObject({
        disk: z._default(pathOr(['auto', 'none']), 'auto'),
        adopt: z._default(z.boolean(), false),
      }),
      {},
    ),
    link: z.prefault(z.strictObject({ port: z._default(portName(), 'org.cherub.agent.0') }), {}),
    checks: z._default(checksSchema(checkProblem), []),
    allow: z._default(z.array(z.enum(REQUEST_NAMES)).check(z.maxLength(REQUEST_NAMES.length)), [
      ...REQUEST_NAMES_DEFAULT,
    ]),
  });
}

/** What `agentConfigSchema` gives. */
export type AgentConfig = z.output<ReturnType<typeof agentConfigSchema>>;

function heartbeatSchema(scheduleProblem: ScheduleProblem) {
  return z
    .strictObject({
      schedule: z.optional(
        z.string().check(z.maxLength(256), (context) => checkSchedule(context, scheduleProblem)),
      ),
      periodSeconds: z.optional(z.number().check(z.minimum(1), z.maximum(PERIOD_SECONDS_MAX))),
      console: z._default(pathOr(['auto', 'none']), 'auto'),
      logger: z._default(pathOr(['auto', 'none']), 'auto'),
      tag: z._default(
        z
          .string()
          .check(
            z.regex(/^[A-Za-z0-9._-]+$/, 'must be letters, digits, ".", "_" or "-"'),
            z.maxLength(TAG_CHARACTERS_MAX),
          ),
        'cherub',
      ),
    })
    .check((context) => {
      if (context.value.schedule === undefined || context.value.periodSeconds === undefined) return;
      context.issues.push({
        code: 'custom',
        input: context.value,
        path: ['periodSeconds'],
        message: 'cannot stand beside schedule; keep one of the two',
      });
    });
}

function checkSchedule(context: z.core.ParsePayload<string>, scheduleProblem: ScheduleProblem): void {
  const problem = scheduleProblem(context.value);
  if (problem === undefined) return;
  context.issues.push({ code: 'custom', input: context.value, message: problem });
}

function text(charactersMax: number) {
  return z.string().check(z.maxLength(charactersMax));
}

function pathOr(words: readonly string[]) {
  const choices = words.map((word) => `"${word}"`).join(', ');
  return text(TEXT_CHARACTERS_MAX).check(
    z.refine(
      (value) => words.includes(value) || /^\/[^\0]+$/.test(value),
      `must be ${choices} or an absolute path`,
    ),
  );
}

/** As the kernel shows it in /sys/class/virtio-ports/\*\/name; no path separator, because it is compared, not opened. */
function portName() {
  return text(64).check(
    z.regex(/^[A-Za-z0-9._-]+$/, 'must be "none" or a port name of letters, digits, ".", "_" and "-"'),
  );
}
