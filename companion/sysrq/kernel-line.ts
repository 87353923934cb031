/** A line of a console as far as it is the kernel's. */
export interface KernelLine {
  readonly text: string;
  /** printk's time as it stands there. */
  readonly stamp?: string;
}

/** More than any answer has; what is beyond is not looked at. */
const LINES_MAX = 200_000;

/** printk's time, and its caller with CONFIG_PRINTK_CALLER: `[   12.345678][    T1] `. */
const STAMP = /\[ {0,8}(\d{1,10}\.\d{6})\](?: ?\[ {0,8}[CT]\d{1,10}\])? ?/u;

/** Levels of printk: `<4>`. */
const LEVEL = /^<\d{1,3}>/u;

/** A copy that syslog brought to the console, `Nov 24 02:11:00 host kernel: …`: the line itself came before. */
const SYSLOG = /^[^[\]]{0,80}\bkernel: ?\[ {0,8}\d/u;

/** printk says so without a time of its own. */
const DROPPED = /^\*\* (\d{1,10}) printk messages dropped \*\*/u;

/**
 * Takes the prefixes away; undefined for a copy of syslog. What somebody else wrote on the same line before the kernel
 * interrupted goes too.
 */
export function kernelLine(line: string): KernelLine | undefined {
  if (SYSLOG.test(line)) return undefined;
  const stamp = STAMP.exec(line);
  if (stamp === null) return { text: line.replace(LEVEL, '') };
  return { text: line.slice(stamp.index + stamp[0].length), stamp: stamp[1] ?? '' };
}

/** How many messages the kernel says to have dropped by this line; 0 for any other. */
export function droppedMessages(line: string): number {
  return Number(DROPPED.exec(line)?.[1] ?? 0);
}

export interface KernelText {
  /** Without times, levels and callers. */
  readonly lines: readonly string[];
  /** Lines that are not the kernel's: somebody else wrote in between. */
  readonly foreign: number;
  /** Messages that the kernel dropped because the console was too slow. */
  readonly dropped: number;
}

/** The kernel's lines of a text. Where lines have printk's time, those without it are somebody else's. */
export function kernelText(text: string): KernelText {
  const all: KernelLine[] = [];
  let dropped = 0;
  let foreign = 0;
  let hasStamps = false;
  let start = 0;
  while (start < text.length && all.length < LINES_MAX) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    const raw = text.slice(start, end);
    start = end + 1;
    const lost = droppedMessages(raw);
    dropped += lost;
    const line = lost > 0 ? undefined : kernelLine(raw);
    if (line === undefined) continue;
    if (line.stamp !== undefined) hasStamps = true;
    all.push(line);
  }
  const lines: string[] = [];
  for (const line of all) {
    if (hasStamps && line.stamp === undefined) {
      if (line.text !== '') foreign += 1;
    } else lines.push(line.text.trimEnd());
  }
  return { lines, foreign, dropped };
}
