/** One line of a PSI file: shares of the last time in percent, and the whole stall time. */
export interface PressureLine {
  readonly avg10: number;
  readonly avg60: number;
  readonly avg300: number;
  readonly totalUs: number;
}

export interface Pressure {
  readonly some?: PressureLine;
  readonly full?: PressureLine;
}

/** Reads /proc/pressure/NAME or a cgroup's NAME.pressure (Linux Documentation/accounting/psi.rst). */
export function parsePressure(text: string): Pressure {
  const found: { some?: PressureLine; full?: PressureLine } = {};
  const pattern = /^(some|full) avg10=([\d.]+) avg60=([\d.]+) avg300=([\d.]+) total=(\d+)$/gmu;
  for (const [, name, avg10, avg60, avg300, total] of text.matchAll(pattern)) {
    const line = {
      avg10: Number(avg10),
      avg60: Number(avg60),
      avg300: Number(avg300),
      totalUs: Number(total),
    };
    if (name === 'some') found.some = line;
    else found.full = line;
  }
  return found;
}
