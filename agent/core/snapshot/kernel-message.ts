import type { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from './safe-text.ts';
import { toCount, toUint32 } from './scan-text.ts';

/** Longer lines are cut: a snapshot has to fit one block. */
const TEXT_BYTES_MAX = 240;

/**
 * One record as a read of `/dev/kmsg` gives it (Documentation/ABI/testing/dev-kmsg):
 * `6,339,5140900,-;NET: Registered protocol family 10` and then, each after a line feed and a blank,
 * ` KEY=value` lines, which are left out. The kernel has escaped what cannot be printed as `\x1b`.
 * @param textBytesMax a longer line is cut
 * @returns undefined when the text is not of this shape
 */
export function parseKernelMessage(
  record: string,
  textBytesMax: number = TEXT_BYTES_MAX,
): cherub.KernelMessage.$Properties | undefined {
  const semicolon = record.indexOf(';');
  if (semicolon < 0) return undefined;
  const [priority, sequence, monotonicUs] = record.slice(0, semicolon).split(',', 3).map(toCount);
  if (priority === undefined || sequence === undefined || monotonicUs === undefined) return undefined;
  const end = record.indexOf('\n', semicolon);
  const text = record.slice(semicolon + 1, end < 0 ? record.length : end);
  return { sequence, monotonicUs, priority: toUint32(priority), text: safeText(text, textBytesMax) };
}

/** 0 (emergency) … 7 (debug); the facility is left out. */
export function severityOf(message: cherub.KernelMessage.$Properties): number {
  return (message.priority ?? 0) % 8;
}
