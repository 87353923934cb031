import fc from 'fast-check';
import type { Label } from '#protocol/label/label.ts';
import { LABEL_STATES, LABEL_VIAS } from '#protocol/label/label.ts';

/** App names as people and attackers choose them: any UTF-16, very long, with the keys that EVE reacts to. */
export const anyAppName: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom('a', '-', '.', '~', '%', '\ud800', '\udc00', 'é', '🙂'),
    maxLength: 120,
  }),
  fc
    .array(
      fc.constantFrom('level=', 'TIME=', 'msg="', 'source=', 'AppUUID=', '{"', ' ', '\n', '\x1b[2J', 'x'),
    )
    .map((parts) => parts.join('')),
);

const decimals = (max: number, digits: number): fc.Arbitrary<number> =>
  fc.nat(Math.min(max * 10 ** digits, 2 ** 31 - 1)).map((value) => value / 10 ** digits);

/** Labels whose numbers have no more digits than a line carries. */
export const anyLabel: fc.Arbitrary<Label> = fc.record(
  {
    app: anyAppName,
    bootId: fc.stringMatching(/^[0-9a-f]{32}$/),
    sequence: fc.maxSafeNat(),
    uptimeSeconds: decimals(2 ** 20, 2),
    everySeconds: decimals(2 ** 20, 3),
    state: fc.constantFrom(...LABEL_STATES),
    load1: decimals(10_000, 2),
    memoryAvailablePercent: fc.nat(100),
    pressure: fc.record(
      { cpu: decimals(100, 1), memory: decimals(100, 1), io: decimals(100, 1) },
      { noNullPrototype: true },
    ),
    via: fc.constantFrom(...LABEL_VIAS),
  },
  { requiredKeys: ['app', 'bootId', 'sequence', 'uptimeSeconds', 'everySeconds', 'state', 'via'] },
);
