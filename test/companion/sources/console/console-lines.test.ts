import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ConsoleLines } from '#companion/sources/console/console-lines.ts';
import { consoleText } from '#companion/sources/console/console-text.ts';
import type { ConsoleOptions } from '#companion/sources/console/options.ts';
import { RateLimit } from '#companion/sources/console/rate-limit.ts';
import { formatLabel } from '#protocol/label/format-label.ts';

const options: ConsoleOptions = {
  input: { kind: 'socket', path: '/x' },
  isMux: false,
  forward: 'all',
  captureBytes: 65_536,
  bytesPerSecondMax: 1024,
};
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const label = formatLabel({
  app: 'web',
  bootId: '0123456789abcdef0123456789abcdef',
  sequence: 1,
  uptimeSeconds: 5,
  everySeconds: 10,
  state: 'ok',
  via: 'logger',
});

function started(): ConsoleLines {
  const lines = new ConsoleLines('app', options);
  lines.begin('s', 0);
  return lines;
}

test('a label is found behind whatever a syslog puts before it, and a broken one is counted and still a line', () => {
  const lines = started();
  const seen = lines.push(
    bytes(`<13>Nov 24 web cherub: ${label}\r\n${label.slice(0, -1)}!\nhello\n`),
    0,
    false,
  );
  assert.deepEqual(
    seen.map((each) => each.kind === 'line' && each.label?.sequence),
    [1, undefined, undefined],
  );
  const { labels, labelsInvalid } = lines.counters;
  assert.deepEqual(
    { labels, labelsInvalid, lines: lines.counters.lines },
    { labels: 1, labelsInvalid: 1, lines: 3 },
  );
});

test('ids are made of stream and offset, so that the same bytes have the same ids after a restart', () => {
  const ids = (parts: readonly string[]): unknown[] => {
    const lines = started();
    return parts
      .flatMap((part) => lines.push(bytes(part), 0, true))
      .map((each) => each.kind === 'line' && each.id);
  };
  assert.deepEqual(ids(['one\ntwo\n']), ['app/console/s/0', 'app/console/s/4']);
  assert.deepEqual(ids(['o', 'ne\nt', 'wo\n']), ids(['one\ntwo\n']));
});

test('a console that floods loses lines, which are counted and told, but never a label', () => {
  const lines = started();
  const flood = `${'x'.repeat(999)}\n`.repeat(50);
  const first = lines.push(bytes(flood), 0, false);
  assert.equal(lines.counters.linesDropped, 36);
  assert.deepEqual(first.at(-1), {
    kind: 'loss',
    count: 36,
    what: 'lines dropped, more than bytesPerSecondMax allows',
  });
  const then = lines.push(bytes(`${label}\n${'y'.repeat(999)}\n`), 0, false);
  assert.deepEqual(
    then.map((each) => each.kind),
    ['line', 'loss'],
  );
  assert.equal(lines.counters.labels, 1);
  assert.equal(lines.push(bytes('later\n'), 60_000_000, false)[0]?.kind, 'line');
});

test('a rate limit lets no more pass than its rate and one burst, and never runs back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(3000), fc.nat(2_000_000))), (takes) => {
      const limit = new RateLimit(100);
      let now = 0;
      let passed = 0;
      for (const [size, stepUs] of takes) {
        now += stepUs;
        if (limit.take(size, now)) passed += size;
      }
      assert.ok(passed <= 2000 + (now / 1_000_000) * 100 + 1);
    }),
  );
});

test('console text: colours go, invalid UTF-8 and controls are shown as bytes, valid UTF-8 stays', () => {
  const raw = Uint8Array.of(
    ...bytes('\u001b[0;32m OK \u001b[0m ü世\u0007 '),
    0xff,
    0xc3,
    0x28,
    0xed,
    0xa0,
    0x80,
    0xf0,
    0x9f,
    0x8e,
    0x89,
  );
  assert.equal(consoleText(raw), ' OK  ü世\\x07 \\xff\\xc3(\\xed\\xa0\\x80🎉');
});

test('console text of any bytes is safe and keeps every printable ASCII character that is in no control sequence', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (raw) => {
      const text = consoleText(raw);
      assert.doesNotMatch(text, /[\p{Cc}\p{Cf}\p{Cs}]/u);
      if (!raw.includes(0x1b)) {
        const kept = [...raw].filter((byte) => byte >= 0x21 && byte <= 0x7e).length;
        assert.ok(text.length >= kept);
      }
    }),
  );
});
