import * as z from 'zod/mini';
import { networkProbeShape } from '../sources/network/options.ts';
import { TRANSPORTS } from './engine/scenario.ts';

/** More would not be looked at by a person, and each is a probe on every VM that it is bound to. */
export const SCENARIOS_MAX = 100;
export const BINDINGS_MAX = 1000;

/** What a dialogue may look for is short: it stands in the last few kilobytes of what came. */
const EXPECT_CHARACTERS_MAX = 256;
const STEPS_MAX = 50;

const scenarioName = z.string().check(
  z.regex(/^[A-Za-z0-9](?:[A-Za-z0-9._-]{0,62}[A-Za-z0-9])?$/u, {
    error: 'must be a name of letters, digits, dot, - and _, at most 64 characters',
  }),
);

const labelPart = /^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,62}[A-Za-z0-9])?$/u;
const LABEL_ERROR = 'must be letters, digits, dot, /, - and _, at most 64 characters';

/** `vms[].labels`: what bindings may select VMs by. */
export const labelsShape = z.record(
  z.string().check(z.regex(labelPart, { error: LABEL_ERROR })),
  z.string().check(z.regex(labelPart, { error: LABEL_ERROR })),
);

/** `vms[].qga`: the socket of qemu-guest-agent's port. */
export const qgaOptionsShape = z.strictObject({ socket: z.string().check(z.minLength(1)) });

const line = z.string().check(z.maxLength(1024), z.regex(/^[^\r\n\0]*$/u, { error: 'must be one line' }));
const path = z.string().check(z.minLength(1));
const text = z.string().check(z.minLength(1), z.maxLength(EXPECT_CHARACTERS_MAX));
const texts = z.union([text, z.array(text).check(z.minLength(1), z.maxLength(16))]);

export const dialogueStepShape = z
  .strictObject({
    /** Any of these texts; left out, the step only types. */
    expect: z.optional(texts),
    /** The step may be passed over when the text of a later one comes first. */
    optional: z._default(z.boolean(), false),
    /** Typed with Enter at its end. */
    send: z.optional(line),
    /** The content of a file, typed with Enter at its end and never shown. */
    sendFile: z.optional(path),
    /** Any of these texts while the step is waited for: the probe failed. */
    failed: z.optional(texts),
  })
  .check(
    z.refine((step) => step.send === undefined || step.sendFile === undefined, {
      error: 'has either send or sendFile, not both',
    }),
  );

export type DialogueStepOptions = z.infer<typeof dialogueStepShape>;

export const consoleProbeShape = z
  .strictObject({
    user: z.optional(line.check(z.minLength(1))),
    passwordFile: z.optional(path),
    /** Run by the guest's shell; its exit code decides. */
    command: z.optional(line.check(z.minLength(1))),
    /** Must stand in what the command writes. */
    contains: z.optional(text),
    /** Whether the probe logs out when it was the one that logged in. */
    logout: z.optional(z.boolean()),
    /** The login is on the device of the mux that has not the focus at first: ttyS0 on EVE. */
    otherDevice: z._default(z.boolean(), false),
    /** Instead of the stock login and command. */
    dialogue: z.optional(
      z.array(dialogueStepShape).check(
        z.minLength(1),
        z.maxLength(STEPS_MAX),
        z.refine((steps) => steps.at(-1)?.optional !== true, { error: 'must not end with an optional step' }),
      ),
    ),
  })
  .check(
    z.refine(
      (probe) =>
        probe.dialogue === undefined ||
        [probe.user, probe.passwordFile, probe.command, probe.contains, probe.logout].every(
          (value) => value === undefined,
        ),
      {
        error: 'has either a dialogue of its own or user, passwordFile, command, contains, logout, not both',
      },
    ),
  );

export type ConsoleProbeOptions = z.infer<typeof consoleProbeShape>;

const agentProbeShape = z.strictObject({
  /** A check of the agent's own config; left out, a ping. */
  check: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
});

const diskProbeShape = z.strictObject({
  /** Whether the agent is asked through the mailbox, beside looking how old the newest record is. */
  ask: z._default(z.boolean(), true),
  /** How old the newest record may be; left out, two of the intervals that the agent promises and 4 s. */
  freshSeconds: z.optional(z.number().check(z.minimum(1), z.maximum(86_400))),
});

const seconds = (least: number, most: number) => z.number().check(z.minimum(least), z.maximum(most));
const threshold = z.int().check(z.minimum(1), z.maximum(1000));

/** One scenario, as the config writes it; docs/specs/scenarios.md explains it. */
export const scenarioShape = z.strictObject({
  name: scenarioName,
  initialDelaySeconds: z._default(seconds(0, 86_400), 0),
  periodSeconds: z._default(seconds(1, 86_400), 10),
  timeoutSeconds: z._default(seconds(0.5, 300), 5),
  successThreshold: z._default(threshold, 1),
  failureThreshold: z._default(threshold, 3),
  transports: z.optional(
    z.array(z.enum(TRANSPORTS)).check(
      z.minLength(1),
      z.refine((list) => new Set(list).size === list.length, { error: 'names a transport twice' }),
    ),
  ),
  rung: z.optional(z.enum(['userspace', 'application'])),
  /** The diagnostic script that runs when the scenario fails. */
  diagnosis: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
  console: z.optional(consoleProbeShape),
  agent: z.optional(agentProbeShape),
  disk: z.optional(diskProbeShape),
  network: z.optional(networkProbeShape),
  qga: z.optional(z.strictObject({})),
});

export type ScenarioOptions = z.infer<typeof scenarioShape>;

/** `name` or `name=value`. */
export const LABEL_SELECTOR =
  /^[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,62}[A-Za-z0-9])?(?:=[A-Za-z0-9](?:[A-Za-z0-9._/-]{0,62}[A-Za-z0-9])?)?$/u;

/** One binding of a scenario, as the config writes it. */
export const bindingShape = z
  .strictObject({
    scenario: z.string().check(z.minLength(1)),
    /** Name or app UUID of a VM. */
    app: z.optional(z.string().check(z.minLength(1), z.maxLength(128))),
    label: z.optional(z.string().check(z.regex(LABEL_SELECTOR, { error: 'must be name or name=value' }))),
  })
  .check(
    z.refine((binding) => (binding.app === undefined) !== (binding.label === undefined), {
      error: 'must have either app or label, not both',
      when: () => true,
    }),
  );

export type BindingOptions = z.infer<typeof bindingShape>;
