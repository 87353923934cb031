import * as z from 'zod/mini';

/** A sink `otlp` as the config writes it. */
export const otlpOptionsShape = z.strictObject({
  type: z.literal('otlp'),
  /** Base address of the receiver; `/v1/logs` and `/v1/metrics` are added to it. */
  endpoint: z.string().check(
    z.refine(isHttpAddress, {
      error: 'must be an http or https address, such as http://127.0.0.1:4318',
    }),
  ),
  /** Which signals are sent; a snapshot goes out as metrics, and as a log record only where there are no metrics. */
  logs: z._default(z.boolean(), true),
  metrics: z._default(z.boolean(), true),
  /** PEM file with the authority of the receiver's certificate; without it the machine's authorities count. */
  ca: z.optional(z.string().check(z.minLength(1))),
  /** PEM files for mutual TLS. */
  certificate: z.optional(z.string().check(z.minLength(1))),
  key: z.optional(z.string().check(z.minLength(1))),
  /** File with one token, sent as `Authorization: Bearer …`. */
  tokenFile: z.optional(z.string().check(z.minLength(1))),
  timeoutSeconds: z._default(z.number().check(z.minimum(1), z.maximum(300)), 30),
});

function isHttpAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isHttp = url.protocol === 'https:' || url.protocol === 'http:';
  return isHttp && url.search === '' && url.hash === '' && url.username === '';
}

/** What the sink needs to know; every file by its absolute path. */
export interface OtlpSinkOptions {
  readonly name: string;
  readonly endpoint: string;
  readonly logs: boolean;
  readonly metrics: boolean;
  readonly ca?: string;
  readonly certificate?: string;
  readonly key?: string;
  readonly tokenFile?: string;
  /** The node that the VMs run on, for people. */
  readonly nodeName: string;
  /** Of this program. */
  readonly version: string;
  readonly timeoutMs: number;
}
