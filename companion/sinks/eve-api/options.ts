import * as z from 'zod/mini';

/**
 * A sink `eve-api` as the config writes it. Paths are relative to the config file until the config's reader
 * has made them absolute.
 */
export const eveApiOptionsShape = z
  .strictObject({
    type: z.literal('eve-api'),
    /** Base address of the controller; `/api/v1/edgedevice/…` or `/api/v2/…` is added to it. */
    url: z.string().check(
      z.refine(isHttpsBase, {
        error: 'must be an https address without a path, such as https://controller.example:8443',
      }),
    ),
    /** 1: mutual TLS. 2: every body signed in an AuthContainer. */
    apiVersion: z._default(z.literal([1, 2]), 1),
    /** UUID of this device at the controller; needed for version 2, whose paths name it. */
    device: z.optional(
      z
        .string()
        .check(z.regex(/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/iu, { error: 'must be a UUID' })),
    ),
    /** Which of the two app-log routes: protobuf bundles, or gzip of JSON lines. */
    route: z._default(z.enum(['logs', 'newlogs']), 'logs'),
    /** PEM file with the authority that signed the controller's certificate. */
    ca: z.string().check(z.minLength(1)),
    /** PEM file with this device's certificate. */
    certificate: z.string().check(z.minLength(1)),
    /** PEM file with its key. */
    key: z.string().check(z.minLength(1)),
    timeoutSeconds: z._default(z.number().check(z.minimum(1), z.maximum(300)), 30),
  })
  .check(
    z.refine((sink) => sink.apiVersion === 1 || sink.device !== undefined, {
      error: 'needs device, the UUID of this device at the controller, because apiVersion is 2',
      when: ({ value }) => typeof value === 'object' && value !== null,
    }),
  );

function isHttpsBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return url.protocol === 'https:' && url.pathname === '/' && url.search === '' && url.username === '';
}

/** What the sink needs to know; every file by its absolute path. */
export interface EveApiSinkOptions {
  readonly name: string;
  readonly url: string;
  readonly apiVersion: 1 | 2;
  /** Needed for version 2. */
  readonly device?: string;
  readonly route?: 'logs' | 'newlogs';
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
  /** For one request from connect to answer; default 30,000. */
  readonly timeoutMs?: number;
  /** Distance of pings, by which the controller knows that this companion lives; default 20,000; 0: none. */
  readonly pingEveryMs?: number;
}
