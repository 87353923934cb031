import { InvalidArgumentError } from 'commander';

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** Reads `90s`, `30m`, `2h`, `1d` of a command line as seconds, and holds it to its bounds. */
export function durationOption(o: {
  readonly leastSeconds: number;
  readonly mostSeconds: number;
}): (text: string) => number {
  return (text) => {
    const match = /^(\d{1,9})([smhd])$/u.exec(text.trim());
    const seconds = Number(match?.[1] ?? Number.NaN) * (UNIT_SECONDS[match?.[2] ?? ''] ?? Number.NaN);
    if (seconds >= o.leastSeconds && seconds <= o.mostSeconds) return seconds;
    throw new InvalidArgumentError(
      `It must be such as 90s, 30m, 2h or 1d, at most ${o.mostSeconds / 86_400}d.`,
    );
  };
}
