import * as z from 'zod/mini';

/** All their results must fit the snapshot's block beside everything else. */
const CHECKS_MAX = 32;
const TEXT_CHARACTERS_MAX = 4096;
const AGE_SECONDS_MAX = 366 * 86_400;

/** What can be checked; the key in the config that says so. */
export const CHECK_KINDS = ['process', 'unit', 'tcp', 'http', 'file', 'exec', 'agent'] as const;
export type CheckKind = (typeof CHECK_KINDS)[number];

/** Other agents whose health can be told. */
const AGENT_KINDS = ['qemu-ga', 'puppet', 'chef', 'salt', 'ansible-pull'] as const;

/** `undefined` when this build can run such checks, else what to use instead. */
export type CheckProblem = (kind: CheckKind) => string | undefined;

const path = z.string().check(
  z.maxLength(TEXT_CHARACTERS_MAX),
  z.refine((value) => /^\/[^\0]*$/.test(value), 'must be an absolute path'),
);
const text = z.string().check(z.minLength(1), z.maxLength(TEXT_CHARACTERS_MAX));
const maxAgeSeconds = z.optional(z.number().check(z.minimum(1), z.maximum(AGE_SECONDS_MAX)));

const processShape = z.strictObject({
  /** As `/proc/PID/stat` has it, at most 15 bytes; longer ones are cut as the kernel cuts them. */
  name: text,
  /** Part of one of its arguments. */
  argument: z.optional(text),
  min: z._default(z.int().check(z.minimum(1)), 1),
  max: z.optional(z.int().check(z.minimum(1))),
});

const unitShape = z.strictObject({
  name: z
    .string()
    .check(
      z.maxLength(255),
      z.regex(/^[A-Za-z0-9:_.@\\][A-Za-z0-9:_.@\\-]*$/, 'must be the name of a unit: nginx.service'),
    ),
});

const tcpShape = z.strictObject({
  port: z.int().check(z.minimum(1), z.maximum(65_535)),
  /** As it listens there; default: on any address. */
  address: z.optional(z.union([z.ipv4(), z.ipv6()])),
});

const httpShape = z.strictObject({
  url: z.string().check(
    z.maxLength(2048),
    z.refine((value) => /^https?:\/\/[^\s/]/.test(value), 'must be a URL: http://127.0.0.1:8080/health'),
  ),
  /** Any below 400 when it is left out. */
  status: z.optional(z.int().check(z.minimum(100), z.maximum(599))),
  contains: z.optional(text),
});

const fileShape = z.strictObject({
  path,
  maxAgeSeconds,
  minBytes: z.optional(z.int().check(z.minimum(0))),
});

const execShape = z.strictObject({
  /** The program by its path, then its arguments; no shell. */
  command: z.array(z.string().check(z.maxLength(TEXT_CHARACTERS_MAX))).check(
    z.minLength(1),
    z.maxLength(64),
    z.refine(
      (words) => words[0] === undefined || /^\/[^\0]*$/.test(words[0]),
      'must begin with an absolute path',
    ),
  ),
});

const agentShape = z.strictObject({
  kind: z.enum(AGENT_KINDS),
  /** Of the last run. */
  maxAgeSeconds,
  /** Where it keeps what its last run came to, when that is not the usual place. */
  path: z.optional(path),
});

export type ProcessWish = z.output<typeof processShape>;
export type UnitWish = z.output<typeof unitShape>;
export type TcpWish = z.output<typeof tcpShape>;
export type HttpWish = z.output<typeof httpShape>;
export type FileWish = z.output<typeof fileShape>;
export type ExecWish = z.output<typeof execShape>;
export type AgentWish = z.output<typeof agentShape>;

/** `checks` in the agent's config. */
export function checksSchema(checkProblem: CheckProblem) {
  return z
    .array(checkSchema(checkProblem))
    .check(z.maxLength(CHECKS_MAX), (context) => refuseDoubles(context));
}

function checkSchema(checkProblem: CheckProblem) {
  return z
    .strictObject({
      name: z
        .string()
        .check(z.maxLength(64), z.regex(/^[A-Za-z0-9._-]+$/, 'must be letters, digits, ".", "_" or "-"')),
      periodSeconds: z._default(z.int().check(z.minimum(1), z.maximum(86_400)), 30),
      timeoutSeconds: z._default(z.int().check(z.minimum(1), z.maximum(3600)), 10),
      process: z.optional(processShape),
      unit: z.optional(unitShape),
      tcp: z.optional(tcpShape),
      http: z.optional(httpShape),
      file: z.optional(fileShape),
      exec: z.optional(execShape),
      agent: z.optional(agentShape),
    })
    .check((context) => refuseKinds(context, checkProblem));
}

/** One check of the config; exactly one of the kinds is there. */
export type CheckConfig = z.output<ReturnType<typeof checkSchema>>;

function refuseKinds(
  context: z.core.ParsePayload<Partial<Record<CheckKind, unknown>>>,
  checkProblem: CheckProblem,
): void {
  const { value } = context;
  const there = CHECK_KINDS.filter((kind) => value[kind] !== undefined);
  const refuse = (message: string, at: CheckKind[]): void => {
    context.issues.push({ code: 'custom', input: value, path: at, message });
  };
  if (there.length === 0) refuse(`needs one of ${CHECK_KINDS.join(', ')}`, []);
  for (const kind of there.slice(1))
    refuse(`cannot stand beside ${there[0]}; make it a check of its own`, [kind]);
  for (const kind of there) {
    const problem = checkProblem(kind);
    if (problem !== undefined) refuse(problem, [kind]);
  }
}

function refuseDoubles(context: z.core.ParsePayload<readonly { name: string }[]>): void {
  const names = new Set<string>();
  for (const [index, { name }] of context.value.entries()) {
    if (names.has(name)) {
      const message = 'stands twice; every check needs a name of its own';
      context.issues.push({ code: 'custom', input: context.value, path: [index, 'name'], message });
    }
    names.add(name);
  }
}
