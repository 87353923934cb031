/** True when no bit is set; also for no bytes at all. */
export function isAllZero(bytes: Uint8Array): boolean {
  const end = bytes.length;
  const stepsEnd = end - (end & 7);
  let i = 0;
  // Eight bytes a step, because an adoption looks at the whole disk, without a JIT. The casts only undo
  // noUncheckedIndexedAccess.
  for (; i < stepsEnd; i += 8) {
    const any =
      (bytes[i] as number) |
      (bytes[i + 1] as number) |
      (bytes[i + 2] as number) |
      (bytes[i + 3] as number) |
      (bytes[i + 4] as number) |
      (bytes[i + 5] as number) |
      (bytes[i + 6] as number) |
      (bytes[i + 7] as number);
    if (any !== 0) return false;
  }
  for (; i < end; i += 1) if (bytes[i] !== 0) return false;
  return true;
}
