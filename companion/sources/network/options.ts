import * as z from 'zod/mini';

const host = z.string().check(z.minLength(1), z.maxLength(253));
const port = z.int().check(z.minimum(1), z.maximum(65_535));
const status = z.int().check(z.minimum(100), z.maximum(599));
const path = z.string().check(z.minLength(1));

export const tcpProbeShape = z.strictObject({
  type: z.literal('tcp'),
  host,
  port,
  /** A proxy on the host answers in the guest's place (user networking, docker-proxy): a connection proves nothing. */
  throughProxy: z._default(z.boolean(), false),
});

export const httpProbeShape = z.strictObject({
  type: z.literal('http'),
  url: z.string().check(z.regex(/^https?:\/\/[^\s]+$/iu, { error: 'must be an http or https address' })),
  headers: z.optional(z.record(z.string(), z.string())),
  statusMin: z.optional(status),
  statusMax: z.optional(status),
  bodyContains: z.optional(z.string().check(z.minLength(1), z.maxLength(4096))),
  /** A file with the authority of the guest's certificate. */
  caFile: z.optional(path),
  insecure: z._default(z.boolean(), false),
});

export const icmpProbeShape = z.strictObject({ type: z.literal('icmp'), host });

export const sshProbeShape = z.strictObject({
  type: z.literal('ssh'),
  host,
  port: z._default(port, 22),
  user: z.string().check(z.minLength(1), z.maxLength(64)),
  keyFile: path,
  knownHostsFile: z.optional(path),
  command: z.string().check(z.minLength(1), z.maxLength(4096)),
});

/** One probe of the guest over the network, as the config writes it. */
export const networkProbeShape = z.discriminatedUnion('type', [
  tcpProbeShape,
  httpProbeShape,
  icmpProbeShape,
  sshProbeShape,
]);

/** Probes that run all the time, beside those of scenarios. */
export const networkOptionsShape = z.strictObject({
  periodSeconds: z._default(z.number().check(z.minimum(1), z.maximum(3600)), 10),
  timeoutSeconds: z._default(z.number().check(z.minimum(0.1), z.maximum(300)), 5),
  probes: z.array(networkProbeShape).check(z.minLength(1), z.maxLength(16)),
});

export type NetworkProbe = z.infer<typeof networkProbeShape>;

/** The probe with the files that it names made absolute. */
export function absoluteProbe(probe: NetworkProbe, absolute: (path: string) => string): NetworkProbe {
  switch (probe.type) {
    case 'http':
      return { ...probe, ...(probe.caFile !== undefined && { caFile: absolute(probe.caFile) }) };
    case 'ssh':
      return {
        ...probe,
        keyFile: absolute(probe.keyFile),
        ...(probe.knownHostsFile !== undefined && { knownHostsFile: absolute(probe.knownHostsFile) }),
      };
    case 'tcp':
    case 'icmp':
      return probe;
  }
}

/** What the source needs to know; file paths in the probes are absolute. */
export interface NetworkOptions {
  readonly periodMs: number;
  readonly timeoutMs: number;
  readonly probes: readonly NetworkProbe[];
}
