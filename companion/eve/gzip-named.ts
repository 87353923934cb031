import { crc32, deflateRawSync } from 'node:zlib';

/**
 * Gzip with a file name and a time in its header (RFC 1952), which node:zlib cannot write. EVE puts the
 * app's name there.
 * @param name characters outside printable ASCII become `?`: the field is Latin-1 and ends with a zero byte
 * @param modifiedMs milliseconds since 1970
 */
export function gzipNamed(content: Uint8Array, name: string, modifiedMs: number): Uint8Array {
  const header = new Uint8Array(10);
  header.set([0x1f, 0x8b, METHOD_DEFLATE, FLAG_NAME]);
  new DataView(header.buffer).setUint32(4, Math.max(0, Math.floor(modifiedMs / 1000)) % 2 ** 32, true);
  header[9] = OS_UNIX;
  const trailer = new Uint8Array(8);
  const view = new DataView(trailer.buffer);
  view.setUint32(0, crc32(content), true);
  view.setUint32(4, content.length % 2 ** 32, true);
  const safeName = Buffer.from(`${name.replace(/[^\x20-\x7e]/gu, '?').slice(0, 255)}\0`, 'latin1');
  return Buffer.concat([header, safeName, deflateRawSync(content), trailer]);
}

const METHOD_DEFLATE = 8;
const FLAG_NAME = 0x08;
const OS_UNIX = 3;
