/*
 * Golden files are text, so that a change of the format shows in a review: the length, then every row of 16 bytes
 * that is not all zero, with its offset.
 */

export function formatDump(bytes: Uint8Array): string {
  const lines = [`length ${bytes.length}`];
  for (let at = 0; at < bytes.length; at += 16) {
    const row = Buffer.from(bytes.subarray(at, at + 16));
    if (row.some((byte) => byte !== 0))
      lines.push(`${at.toString(16).padStart(8, '0')} ${row.toString('hex')}`);
  }
  return `${lines.join('\n')}\n`;
}

export function parseDump(text: string): Uint8Array {
  const [head = '', ...rows] = text.trimEnd().split('\n');
  const bytes = new Uint8Array(Number(head.replace('length ', '')));
  for (const row of rows) {
    const [offset = '', hex = ''] = row.split(' ');
    bytes.set(Buffer.from(hex, 'hex'), Number.parseInt(offset, 16));
  }
  return bytes;
}
