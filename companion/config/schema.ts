import * as z from 'zod/mini';
import { parseHostPort } from '../controller/parse-host-port.ts';
import { diagnosticScriptShape } from '../diagnosis/script.ts';
import {
  BINDINGS_MAX,
  bindingShape,
  labelsShape,
  qgaOptionsShape,
  SCENARIOS_MAX,
  scenarioShape,
} from '../scenarios/options.ts';
import { eveApiOptionsShape } from '../sinks/eve-api/options.ts';
import { eveNewlogOptionsShape } from '../sinks/eve-newlog/options.ts';
import { fileOptionsShape } from '../sinks/file/options.ts';
import { otlpOptionsShape } from '../sinks/otlp/options.ts';
import { consoleOptionsShape } from '../sources/console/options.ts';
import { gdbOptionsShape } from '../sources/gdb/options.ts';
import { hostOptionsShape } from '../sources/host/options.ts';
import { linkOptionsShape } from '../sources/link/options.ts';
import { networkOptionsShape } from '../sources/network/options.ts';
import { qmpOptionsShape } from '../sources/qmp/options.ts';
import { recorderOptionsShape } from '../sources/recorder/options.ts';
import { findConflicts } from './conflicts.ts';
import { DIAGNOSIS_DEFAULTS, diagnosisOptionsShape } from './diagnosis-options.ts';
import { findUnknownNames } from './unknown-names.ts';

/** More would not fit one core; the limit also keeps a wrong file from starting a flood of connections. */
const VMS_MAX = 1000;
const SINKS_MAX = 16;
const SCRIPTS_MAX = 100;

const name = z
  .string()
  .check(
    z.minLength(1),
    z.maxLength(128),
    z.regex(/^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}/]*$/u, { error: 'must not hold control characters or a slash' }),
  );

const vmShape = z
  .strictObject({
    name,
    app: z.string().check(
      z.regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu, {
        error: 'must be a UUID (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)',
      }),
    ),
    console: z.optional(consoleOptionsShape),
    recorder: z.optional(recorderOptionsShape),
    link: z.optional(linkOptionsShape),
    qmp: z.optional(qmpOptionsShape),
    gdb: z.optional(gdbOptionsShape),
    host: z.optional(hostOptionsShape),
    network: z.optional(networkOptionsShape),
    labels: z.optional(labelsShape),
    qga: z.optional(qgaOptionsShape),
  })
  .check(
    z.refine((vm) => ['console', 'recorder', 'link', 'qmp', 'network'].some((key) => key in vm), {
      error:
        'needs at least one of console, recorder, link, qmp, network: without one nothing is seen of the VM',
      when: ({ value }) => typeof value === 'object' && value !== null,
    }),
  );

/** The companion's config file, as a person writes it; docs/cli.md explains it. */
export const configShape = z
  .strictObject({
    state: z._default(z.string().check(z.minLength(1)), '/var/lib/cherub'),
    node: z._default(z.strictObject({ name: z._default(name, 'node') }), { name: 'node' }),
    vms: z._default(z.array(vmShape).check(z.maxLength(VMS_MAX)), []),
    /** What is asked of a VM, and how often; and which VMs it is asked of. */
    scenarios: z._default(z.array(scenarioShape).check(z.maxLength(SCENARIOS_MAX)), []),
    bindings: z._default(z.array(bindingShape).check(z.maxLength(BINDINGS_MAX)), []),
    sinks: z._default(
      z
        .array(
          z.discriminatedUnion('type', [
            fileOptionsShape,
            eveApiOptionsShape,
            eveNewlogOptionsShape,
            otlpOptionsShape,
          ]),
        )
        .check(z.maxLength(SINKS_MAX)),
      [],
    ),
    /** What happens when something died. */
    diagnosis: z._default(diagnosisOptionsShape, DIAGNOSIS_DEFAULTS),
    metrics: z.optional(
      z.strictObject({
        listen: z.string().check(
          z.refine((text) => parseHostPort(text) !== undefined, {
            error: 'must be HOST:PORT, such as 127.0.0.1:9475',
          }),
        ),
      }),
    ),
    scripts: z._default(z.array(diagnosticScriptShape).check(z.maxLength(SCRIPTS_MAX)), []),
    /** Files or folders with the System.map of guest kernels. */
    symbols: z._default(z.array(z.string().check(z.minLength(1))).check(z.maxLength(64)), []),
    spool: z._default(
      z.strictObject({
        bytesMax: z._default(z.int().check(z.minimum(1024 * 1024)), 268_435_456),
        daysMax: z._default(z.number().check(z.minimum(1), z.maximum(3650)), 60),
      }),
      { bytesMax: 268_435_456, daysMax: 60 },
    ),
  })
  .check(
    z.superRefine(
      (value, context) => {
        for (const { path, message } of [...findConflicts(value), ...findUnknownNames(value)]) {
          context.addIssue({ code: 'custom', path: [...path], message });
        }
      },
      { when: () => true },
    ),
  );

export type ConfigFile = z.infer<typeof configShape>;
