import type { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from './safe-text.ts';
import { eachLine, fieldsOf } from './scan-text.ts';

/** Units that are named; a guest in which more have failed has one cause for most of them. */
export const UNITS_MAX = 16;

const LINES_MAX = 4096;

/** systemd's own limit is 255. */
const NAME_BYTES_MAX = 128;

/**
 * Output of `systemctl list-units --failed --plain --no-legend`: `name load active sub description`, in some
 * versions behind a mark (`●`, `*`, `×`) even with `--plain`.
 */
export function parseFailedUnits(text: string): {
  readonly units: cherub.FailedUnit.$Properties[];
  readonly left: number;
} {
  const units: cherub.FailedUnit.$Properties[] = [];
  let left = 0;
  eachLine(text, LINES_MAX, (line) => {
    const [first, second] = fieldsOf(line);
    // A unit's name ends in its type, so it has a dot; a mark has none.
    const name = first?.includes('.') ? first : second;
    if (name === undefined || !name.includes('.')) return;
    if (units.length < UNITS_MAX) units.push({ name: safeText(name, NAME_BYTES_MAX) });
    else left++;
  });
  return { units, left };
}
