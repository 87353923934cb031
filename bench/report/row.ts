/** An upper bound that a figure must keep. */
export interface Target {
  readonly atMost: number;
}

/** One figure, beside that of a peer where there is one. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly peer: string | null;
  readonly peerValue: number | null;
  /** value / peerValue */
  readonly ratio: number | null;
  readonly target: string | null;
  /** Whether the target is met; null without a target. */
  readonly ok: boolean | null;
}

/** What a row is made from. */
export interface RowInput {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly peer?: { readonly name: string; readonly value: number };
  /** A bound, or `peer`: no more than the peer has. */
  readonly target?: Target | 'peer';
}

/** Compares a figure with its peer and its target. */
export function makeRow(input: RowInput): Row {
  const { name, unit, peer, target } = input;
  const value = rounded(input.value);
  const peerValue = peer === undefined ? null : rounded(peer.value);
  const bound = target === 'peer' ? peer?.value : target?.atMost;
  return {
    name,
    unit,
    value,
    peer: peer?.name ?? null,
    peerValue,
    ratio: peerValue === null || peerValue === 0 ? null : rounded(value / peerValue),
    target: bound === undefined ? null : `≤ ${rounded(bound)}`,
    ok: bound === undefined ? null : input.value <= bound,
  };
}

/** Four significant digits: more would be noise. */
function rounded(value: number): number {
  return Number(value.toPrecision(4));
}
