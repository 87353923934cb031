import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { encodePacket, GdbDecoder, type GdbItem, PACKET_BYTES_MAX } from '#companion/sources/gdb/packet.ts';
import { packetOf } from '#test/support/fake-gdb.ts';

function decode(text: string, sizes: readonly number[] = [text.length]): GdbItem[] {
  const bytes = Buffer.from(text, 'latin1');
  const decoder = new GdbDecoder();
  const items: GdbItem[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = Math.max(1, sizes[turn % sizes.length] ?? 1);
    items.push(...decoder.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return items;
}

const texts = (items: readonly GdbItem[]): string[] =>
  items.map((item) => (item.kind === 'packet' ? Buffer.from(item.bytes).toString('latin1') : item.kind));

test('a question has the checksum of the manual', () => {
  assert.equal(Buffer.from(encodePacket('g')).toString(), '$g#67');
  assert.equal(Buffer.from(encodePacket('')).toString(), '$#00');
  assert.throws(() => encodePacket('a#b'));
});

test('packets come out the same however the stream is cut', () => {
  const stream = `+${packetOf('OK')}-${packetOf('')}${packetOf('0* ')}${packetOf('a}\x03b')}+`;
  const whole = ['acknowledged', 'OK', 'rejected', '', '0000', 'a#b', 'acknowledged'];
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }), (sizes) => {
      assert.deepEqual(texts(decode(stream, sizes)), whole);
    }),
  );
});

test('a wrong checksum is a discarded packet, and the next one is read', () => {
  const items = decode(`$OK#9b${packetOf('E14')}`);
  assert.deepEqual(items[0], { kind: 'discarded', problem: 'checksum' });
  assert.deepEqual(texts(items.slice(1)), ['E14']);
});

test('a checksum that is no hex is wrong', () => {
  assert.deepEqual(decode('$OK#zz'), [{ kind: 'discarded', problem: 'checksum' }]);
});

test('a run without a byte before it, or shorter than any, is discarded', () => {
  for (const payload of ['* ', '0*\x1d', '0*\x7f']) {
    assert.deepEqual(decode(packetOf(payload)), [{ kind: 'discarded', problem: 'run-length' }], payload);
  }
});

test('a packet of run lengths does not grow beyond the limit', () => {
  const items = decode(packetOf(`0${'*~'.repeat(200_000)}`));
  assert.deepEqual(items, [{ kind: 'discarded', problem: 'too-long' }]);
});

test('a packet that never ends holds no more than the limit', () => {
  const decoder = new GdbDecoder();
  decoder.push(Buffer.from('$'));
  for (let i = 0; i < 40; i += 1) assert.deepEqual(decoder.push(Buffer.alloc(PACKET_BYTES_MAX, 0x61)), []);
  assert.deepEqual(decoder.push(Buffer.from(`#00${packetOf('OK')}`)).length, 2);
});

test('garbage between packets is told once for a piece', () => {
  assert.deepEqual(texts(decode(`xyz${packetOf('OK')}`)), ['discarded', 'OK']);
});

test('notifications are left out', () => {
  assert.deepEqual(texts(decode(packetOf('Stop:T05').replace('$', '%') + packetOf('OK'))), ['OK']);
});

test('a packet that begins within another one is read', () => {
  assert.deepEqual(texts(decode(`$12345${packetOf('OK')}`)), ['discarded', 'OK']);
});

test('what was encoded is decoded', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9:;,.+-]{0,200}$/u), (payload) => {
      assert.deepEqual(texts(decode(Buffer.from(encodePacket(payload)).toString('latin1'))), [payload]);
    }),
  );
});

test('no bytes make the decoder throw', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void new GdbDecoder().push(bytes)));
});
