import type { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from './safe-text.ts';
import { eachLine, fieldsOf, toCount, toUint32, toUint53 } from './scan-text.ts';

/** Enough for a guest with many volumes; a snapshot has to fit one block. */
export const DISKS_MAX = 16;

/** Lines that are looked at: loop and ram devices may come by the hundred. */
const LINES_MAX = 1024;

const NAME_BYTES_MAX = 32;

/** /proc/diskstats counts 512-byte sectors whatever the disk's own sector size is (block/genhd.c). */
const SECTOR_BYTES = 512;

/**
 * `/proc/diskstats` (Documentation/admin-guide/iostats.rst): whole disks that were ever used.
 * @param isWholeDisk says of a name whether it is a disk and not a partition of one
 */
export function parseDisks(
  text: string,
  isWholeDisk: (name: string) => boolean,
): { readonly disks: cherub.Disk.$Properties[]; readonly left: number } {
  const disks: cherub.Disk.$Properties[] = [];
  let left = 0;
  eachLine(text, LINES_MAX, (line) => {
    const f = fieldsOf(line);
    const name = f[2];
    if (f.length < 14 || name === undefined || isVirtual(name)) return;
    const reads = toCount(f[3]) ?? 0;
    const writes = toCount(f[7]) ?? 0;
    if (reads + writes === 0 || !isWholeDisk(name)) return;
    if (disks.length >= DISKS_MAX) {
      left++;
      return;
    }
    disks.push({
      name: safeText(name, NAME_BYTES_MAX),
      reads,
      readBytes: toUint53((toCount(f[5]) ?? 0) * SECTOR_BYTES),
      writes,
      writtenBytes: toUint53((toCount(f[9]) ?? 0) * SECTOR_BYTES),
      inFlight: toUint32(toCount(f[11]) ?? 0),
      busyMs: toCount(f[12]) ?? 0,
      weightedMs: toCount(f[13]) ?? 0,
    });
  });
  return { disks, left };
}

/** Loop and RAM devices repeat what other disks or the memory part say already. */
function isVirtual(name: string): boolean {
  return name.startsWith('loop') || name.startsWith('ram');
}
