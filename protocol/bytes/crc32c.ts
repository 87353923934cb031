const POLYNOMIAL_REVERSED = 0x82f63b78;

/** Eight tables of 256 words in one array: table k tells what a byte does to the CRC k bytes later. */
const TABLES = buildTables();

/**
 * CRC32C (Castagnoli), as used by iSCSI, ext4 and btrfs: reflected, initial value and final xor 0xFFFFFFFF.
 *
 * `seed` is the result for the bytes before these, so that a CRC can be taken piece by piece:
 * `crc32c(b, crc32c(a))` equals the CRC of a followed by b. The result is an unsigned 32-bit number.
 * Source: RFC 3720, section 12.1 and appendix B.4. Check value: "123456789" gives 0xE3069283.
 */
export function crc32c(bytes: Uint8Array, seed = 0): number {
  const t = TABLES;
  const end = bytes.length;
  const wordsEnd = end - (end & 7);
  let crc = ~seed;
  let i = 0;
  // Eight bytes in one expression: the agent runs without a JIT, where the number of bytecodes is the cost.
  // The casts only undo noUncheckedIndexedAccess; every index is below the length by construction.
  for (; i < wordsEnd; i += 8) {
    crc =
      (t[1792 + ((crc ^ (bytes[i] as number)) & 0xff)] as number) ^
      (t[1536 + (((crc >>> 8) ^ (bytes[i + 1] as number)) & 0xff)] as number) ^
      (t[1280 + (((crc >>> 16) ^ (bytes[i + 2] as number)) & 0xff)] as number) ^
      (t[1024 + ((crc >>> 24) ^ (bytes[i + 3] as number))] as number) ^
      (t[768 + (bytes[i + 4] as number)] as number) ^
      (t[512 + (bytes[i + 5] as number)] as number) ^
      (t[256 + (bytes[i + 6] as number)] as number) ^
      (t[bytes[i + 7] as number] as number);
  }
  for (; i < end; i += 1) crc = (t[(crc ^ (bytes[i] as number)) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

function buildTables(): Uint32Array {
  const tables = new Uint32Array(8 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte;
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ POLYNOMIAL_REVERSED : crc >>> 1;
    tables[byte] = crc;
  }
  for (let i = 256; i < tables.length; i += 1) {
    const previous = tables[i - 256] as number;
    tables[i] = (tables[previous & 0xff] as number) ^ (previous >>> 8);
  }
  return tables;
}
