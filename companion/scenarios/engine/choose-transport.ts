import type { Availability, Transport } from './scenario.ts';

export interface PassedOver {
  readonly transport: Transport;
  readonly reason: string;
}

export interface TransportChoice {
  /** undefined: none is available. */
  readonly transport: Transport | undefined;
  /** Those of a higher rank, in their order. */
  readonly passedOver: readonly PassedOver[];
}

/** The first transport that is available, and why each one before it is not. */
export function chooseTransport(
  ranked: readonly Transport[],
  availability: (transport: Transport) => Availability,
): TransportChoice {
  const passedOver: PassedOver[] = [];
  for (const transport of ranked) {
    const known = availability(transport);
    if (known.ok) return { transport, passedOver };
    passedOver.push({ transport, reason: known.reason });
  }
  return { transport: undefined, passedOver };
}
