import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { ConsoleEvent } from '#companion/ladder/console-patterns/console-event.ts';
import { ConsolePatterns } from '#companion/ladder/console-patterns/console-patterns.ts';
import { encodeUtf8 } from '#protocol/bytes/utf8.ts';
import { KERNEL_TEXTS } from './kernel-texts.ts';

function read(chunks: readonly Uint8Array[]): ConsoleEvent[] {
  const patterns = new ConsolePatterns();
  return [...chunks.flatMap((chunk) => patterns.push(chunk)), ...patterns.flush()];
}

function readText(text: string): ConsoleEvent[] {
  return read([encodeUtf8(text)]);
}

/** Cuts at the given places, taken modulo the length. */
function cutAt(bytes: Uint8Array, places: readonly number[]): Uint8Array[] {
  const sorted = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  const borders = [0, ...sorted, bytes.length];
  return borders.slice(1).map((end, i) => bytes.subarray(borders[i] ?? 0, end));
}

describe('what kernels print is read as events with facts', () => {
  for (const { name, bytes, events } of KERNEL_TEXTS) {
    it(name, () => {
      const found = readText(bytes);
      assert.deepEqual(
        found.map(({ kind }) => kind),
        events.map(({ kind }) => kind),
      );
      found.forEach((event, i) => {
        assert.deepEqual({ ...event, ...events[i] }, event);
      });
    });
  }
});

describe('a stream may be split anywhere', () => {
  const all = encodeUtf8(KERNEL_TEXTS.map(({ bytes }) => bytes).join('\n'));
  const whole = read([all]);

  it('one byte at a time', () => {
    assert.deepEqual(read([...all].map((byte) => Uint8Array.of(byte))), whole);
  });

  it('at any places', () => {
    const places = fc.array(fc.nat(all.length), { maxLength: 40 });
    fc.assert(fc.property(places, (at) => assert.deepEqual(read(cutAt(all, at)), whole)));
  });
});

describe('a hostile console is bounded', () => {
  it('any bytes give safe, bounded events and no exception, however they are split', () => {
    const word = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.constantFrom(...KERNEL_TEXTS.map(({ bytes }) => encodeUtf8(bytes))),
      fc
        .constantFrom('\u001b[', '\u001b]0;', '\u0007', '\r', '\n', 'Kernel panic - not syncing: ')
        .map(encodeUtf8),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const joined = Uint8Array.from(words.flatMap((each) => [...each]));
        const events = read(words);
        assert.deepEqual(events, read([joined]));
        for (const event of events) {
          assert.ok(event.text.length <= 512);
          assert.doesNotMatch(JSON.stringify(event), /\\u00[01]/u);
        }
      }),
    );
  });

  it('a line of a megabyte is read in pieces and holds nothing back', () => {
    const line = encodeUtf8(`Kernel panic - not syncing: ${'x'.repeat(1_000_000)}\nreboot: Power down\n`);
    const events = read([line]);
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['panic', 'going-down'],
    );
    assert.equal(events[0]?.kind === 'panic' && events[0].reason.length, 200);
  });

  it('a stack without an end is given out in pieces', () => {
    const frames = ' some_function+0x1/0x2\n'.repeat(1000);
    const events = readText(`Call Trace:\n${frames}`);
    assert.ok(events.every((event) => event.kind === 'trace' && event.frames.length <= 64));
  });

  it('lines made to match slowly are read in time that grows with their length', () => {
    const lines = [
      `oom-kill:constraint=CONSTRAINT_NONE,${',task='.repeat(1300)}`,
      `BTRFS (device ${'('.repeat(8000)}`,
      `general protection fault${'['.repeat(8000)}`,
      `${' kernel:'.repeat(1000)}`,
      `\u001b]${'\u001b'.repeat(8000)}`,
      `INFO: task ${':1'.repeat(4000)} blocked`,
      `BUG: workqueue lockup - pool ${'stuck for 1'.repeat(700)}`,
    ];
    for (const line of lines) assert.deepEqual(readText(`${line}\n`), []);
  });
});
