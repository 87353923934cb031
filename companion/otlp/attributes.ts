import type { otlp } from './generated/otlp.js';

/** The semantic conventions that names and units follow; receivers use it to translate between versions. */
export const SCHEMA_URL = 'https://opentelemetry.io/schemas/1.37.0';

/** Attributes of texts; empty ones are left out. */
export function attributes(values: Readonly<Record<string, string>>): otlp.KeyValue.$Properties[] {
  return Object.entries(values)
    .filter(([, value]) => value !== '')
    .map(([key, stringValue]) => ({ key, value: { stringValue } }));
}

/** Whose signals they are: the guest, which is a host and a service to OpenTelemetry, on its node. */
export function guestResource(
  app: { readonly appId: string; readonly appName: string },
  nodeName: string,
): otlp.Resource.$Properties {
  return {
    attributes: attributes({
      'service.name': app.appName,
      'service.instance.id': app.appId,
      'host.name': app.appName,
      'host.id': app.appId,
      'cherub.node.name': nodeName,
    }),
  };
}

/**
 * Nanoseconds since 1970 as the nearest number that is not before the millisecond: numbers of that size stand 256 apart,
 * and one that is too small would be the millisecond before to whoever rounds down.
 */
export function unixNanos(ms: number): number {
  const exact = BigInt(Math.max(0, Math.trunc(ms))) * 1_000_000n;
  const near = Number(exact);
  return BigInt(near) < exact ? near + SPACING : near;
}

const SPACING = 256;
