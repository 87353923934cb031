import * as z from 'zod/mini';
import { LEVELS, type Level } from '../../incidents/incident.ts';
import { runProgram } from '../../sources/network/run-program.ts';
import type { Step, StepContext } from '../step.ts';
import { type StepFields, stepFields } from '../step-fields.ts';

export const execShape = z.strictObject({
  step: z.literal('exec'),
  ...stepFields,
  /** Names its parts. */
  name: z.string().check(
    z.regex(/^[a-z0-9](?:[a-z0-9-]{0,22}[a-z0-9])?$/u, {
      error: 'must be a name of a-z, 0-9 and -, at most 24 characters',
    }),
  ),
  /** The program and its arguments, one text each. There is no shell unless it names one. */
  command: z.array(z.string().check(z.maxLength(4096))).check(z.minLength(1), z.maxLength(64)),
  /** What the program does to the guest: only who wrote it knows. */
  level: z.enum(LEVELS),
});

interface ExecOptions extends StepFields {
  readonly name: string;
  readonly command: readonly string[];
  readonly level: Level;
}

const OUTPUT_BYTES_MAX = 16 * 1024 * 1024;

/** A program of this host, with the facts of the VM in its environment. It runs as the companion, and is killed at its deadline. */
export const exec: Step<ExecOptions> = {
  level: ({ level }) => level,
  timeoutMs: 30_000,
  bytesMax: 1024 * 1024,
  path: ({ name }) => `exec/${name}.txt`,
  unavailable: () => undefined,
  run: async (context, { name, command, level }) => {
    const [program = '', ...args] = command;
    // The deadline is the step's own, so what the program wrote until then is kept.
    const deadlineMs = Math.max(1, context.leftMs() - 100);
    // One byte more than may be kept: so it is known that there was more.
    const bytesMax = Math.min(OUTPUT_BYTES_MAX, context.bytesLeft() + 1);
    const result = await runProgram(program, args, {
      deadlineMs,
      signal: context.signal,
      outputBytesMax: bytesMax,
      environment: environmentOf(context, level, deadlineMs),
    });
    if (result.kind === 'missing') throw new Error(result.reason);
    const { stdout, stderr } = result;
    const end = result.kind === 'deadline' ? 'was killed at its deadline' : `ended with ${result.code}`;
    const isCut = result.kind === 'deadline';
    const text = { mediaType: 'text/plain', source: `exec ${name}: ${program}` };
    await context.add({ path: `exec/${name}.txt`, ...text, ...(isCut && { cut: true }) }, stdout);
    if (stderr !== '') await context.add({ path: `exec/${name}-errors.txt`, ...text }, stderr);
    if (end !== 'ended with 0') await context.evidence({ notes: [`exec ${name}: ${program} ${end}`] });
  },
};

function environmentOf(
  { target, incident, wallMs }: StepContext,
  level: Level,
  deadlineMs: number,
): Readonly<Record<string, string>> {
  const { vm, qmpSocket, recorder } = target;
  const verdict = target.verdict();
  const pid = target.host?.process()?.pid;
  return {
    CHERUB_VM: vm.name,
    CHERUB_APP: vm.appId,
    CHERUB_INCIDENT: incident,
    CHERUB_LEVEL: level,
    CHERUB_VERDICT: verdict.state,
    CHERUB_RUNG: verdict.rung ?? '',
    CHERUB_SINCE_SECONDS: String(Math.max(0, Math.round((wallMs() - verdict.sinceMs) / 1000))),
    CHERUB_DEADLINE_SECONDS: String(Math.floor(deadlineMs / 1000)),
    CHERUB_QMP_SOCKET: qmpSocket ?? '',
    CHERUB_QEMU_PID: pid === undefined ? '' : String(pid),
    CHERUB_RECORDER_DISK: recorder?.disk ?? '',
  };
}
