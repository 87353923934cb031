/** Where the zeros that begin at `from` end. Four bytes a step: for an interpreter the number of steps is the cost. */
export function skipZeros(bytes: Uint8Array, from: number): number {
  const end = bytes.length;
  let at = from;
  for (; at < end && ((bytes.byteOffset + at) & 3) !== 0; at += 1) if (bytes[at] !== 0) return at;
  if (at === end) return end;
  const words = new Uint32Array(bytes.buffer, bytes.byteOffset + at, (end - at) >>> 2);
  const count = words.length;
  let word = 0;
  while (word < count && words[word] === 0) word += 1;
  at += word * 4;
  while (at < end && bytes[at] === 0) at += 1;
  return at;
}
