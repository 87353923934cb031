import { decodeUtf8 } from '#protocol/bytes/utf8.ts';
import { safeText } from '../../output/safe-text.ts';

/** A console line as the patterns want it. */
export interface CleanLine {
  readonly text: string;
  readonly kernelSeconds?: number;
}

const ESC = String.fromCharCode(0x1b);
const BEL = String.fromCharCode(0x07);

/** ECMA-48: control sequences, strings up to their end, and every other escape of two characters. */
const ESCAPES = new RegExp(
  `${ESC}(?:\\[[0-?]*[ -/]*[@-~]|[\\]PX^_][^${ESC}${BEL}]*(?:${BEL}|${ESC}\\\\)?|[ -/]*[0-~])`,
  'gu',
);

/** Levels of printk as /dev/kmsg and early consoles show them: `<4>`. */
const LEVEL = /^<\d{1,3}>/u;

/** A line that syslog brought to the console: `Nov 24 02:11:00 host kernel: …`. */
const SYSLOG = /^[^[\]]{0,80}\bkernel: ?/u;

/** printk's time, and its caller with CONFIG_PRINTK_CALLER: `[   12.345678][    T1] `. */
const STAMP = /^\[ {0,8}(\d{1,10}\.\d{6})\](?:\[ {0,8}[CT]\d{1,10}\])? ?/u;

/** Takes escapes and prefixes away; what is left is safe for a terminal. */
export function cleanLine(bytes: Uint8Array): CleanLine {
  let text = safeText(decodeUtf8(bytes).replace(ESCAPES, ''));
  text = text.replace(LEVEL, '').replace(SYSLOG, '').replace(LEVEL, '');
  const stamp = STAMP.exec(text);
  if (stamp === null) return { text: text.trim() };
  return { text: text.slice(stamp[0].length).trim(), kernelSeconds: Number(stamp[1]) };
}
