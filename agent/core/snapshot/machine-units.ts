import type { SystemFiles } from './system-files.ts';

/** Units in which the kernel of this machine counts. */
export interface MachineUnits {
  readonly pageBytes: number;
  readonly ticksPerSecond: number;
}

/** include/uapi/linux/auxvec.h */
const AT_PAGESZ = 6n;
const AT_CLKTCK = 17n;

const PAIR_BYTES = 16;

/**
 * Page size (arm64 kernels come with 4, 16 and 64 KiB) and clock tick from `/proc/self/auxv`: pairs of 64-bit
 * numbers, little endian on both machines that we build for. 4096 and 100 when it cannot be read.
 */
export function readMachineUnits(files: SystemFiles): MachineUnits {
  const found = new Map<bigint, number>();
  const auxv = files.readBytes('/proc/self/auxv', 4096);
  if (auxv.ok) {
    const view = new DataView(auxv.bytes.buffer, auxv.bytes.byteOffset, auxv.bytes.byteLength);
    for (let at = 0; at + PAIR_BYTES <= view.byteLength; at += PAIR_BYTES) {
      found.set(view.getBigUint64(at, true), Number(view.getBigUint64(at + 8, true)));
    }
  }
  return { pageBytes: found.get(AT_PAGESZ) || 4096, ticksPerSecond: found.get(AT_CLKTCK) || 100 };
}
