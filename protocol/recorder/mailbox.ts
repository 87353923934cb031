import { crc32c } from '../bytes/crc32c.ts';
import { isAllZero } from '../bytes/is-all-zero.ts';
import { uuidCheck } from './block.ts';
import { BLOCK_BYTES, type Geometry, SEQUENCE_END } from './layout.ts';

/*
 * Mailbox slot, offsets in bytes:
 *    0  4  magic "CHM1"                 16  8  sequence
 *    4  1  version, 1                   24  4  length of the request
 *    5  3  reserved, 0                  28  4  reserved, 0
 *    8  8  last 8 bytes of disk uuid
 *   32 4060  request (protobuf cherub.Request), then zeros
 * 4092  4  CRC32C of bytes 0 to 4091
 *
 * Only the host writes it. A request that the agent finds there when it starts is old for it: it may have been
 * answered by the run before, and the host asks again with a new sequence when no answer comes.
 */

const HEADER_BYTES = 32;
const MAGIC = 0x314d4843; // "CHM1"
const VERSION = 1;
const CHECKSUM_OFFSET = BLOCK_BYTES - 4;

/** Longest request that the mailbox holds. */
export const MAILBOX_REQUEST_BYTES_MAX = CHECKSUM_OFFSET - HEADER_BYTES;

export type MailboxDecoded =
  | { kind: 'empty' }
  | { kind: 'request'; sequence: bigint; request: Uint8Array }
  | { kind: 'invalid'; problem: MailboxProblem };

/** - `stale`: written for an earlier life of this disk; - `fields`: a good checksum over impossible values. */
export type MailboxProblem = 'too-short' | 'no-magic' | 'checksum' | 'stale' | 'fields';

/**
 * The 4,096 bytes of the slot. The host takes a sequence above the one that stands there (1 when there is none).
 * Throws RangeError for a request above MAILBOX_REQUEST_BYTES_MAX or a sequence out of range, which is a bug of the
 * caller.
 */
export function encodeMailbox(o: { diskUuid: string; sequence: bigint; request: Uint8Array }): Uint8Array {
  if (o.request.length > MAILBOX_REQUEST_BYTES_MAX)
    throw new RangeError('the request is too long for the mailbox');
  if (o.sequence < 1n || o.sequence >= SEQUENCE_END) throw new RangeError('the sequence is out of range');
  const block = new Uint8Array(BLOCK_BYTES);
  const view = new DataView(block.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint8(4, VERSION);
  block.set(uuidCheck(o), 8);
  view.setBigUint64(16, o.sequence, true);
  view.setUint32(24, o.request.length, true);
  block.set(o.request, HEADER_BYTES);
  view.setUint32(CHECKSUM_OFFSET, crc32c(block.subarray(0, CHECKSUM_OFFSET)), true);
  return block;
}

/** Reads the slot. Takes any bytes, never throws. `request` is a copy. */
export function decodeMailbox(block: Uint8Array, geometry: Pick<Geometry, 'diskUuid'>): MailboxDecoded {
  if (block.length < BLOCK_BYTES) return { kind: 'invalid', problem: 'too-short' };
  const view = new DataView(block.buffer, block.byteOffset, BLOCK_BYTES);
  if (view.getUint32(0, true) !== MAGIC) {
    return isAllZero(block.subarray(0, BLOCK_BYTES))
      ? { kind: 'empty' }
      : { kind: 'invalid', problem: 'no-magic' };
  }
  if (view.getUint32(CHECKSUM_OFFSET, true) !== crc32c(block.subarray(0, CHECKSUM_OFFSET))) {
    return { kind: 'invalid', problem: 'checksum' };
  }
  if (!uuidCheck(geometry).every((byte, i) => block[8 + i] === byte))
    return { kind: 'invalid', problem: 'stale' };
  const sequence = view.getBigUint64(16, true);
  const length = view.getUint32(24, true);
  const sound = view.getUint8(4) === VERSION && sequence >= 1n && sequence < SEQUENCE_END;
  if (!sound || length > MAILBOX_REQUEST_BYTES_MAX) return { kind: 'invalid', problem: 'fields' };
  return { kind: 'request', sequence, request: block.slice(HEADER_BYTES, HEADER_BYTES + length) };
}
