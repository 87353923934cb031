import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatLabel } from '#protocol/label/format-label.ts';
import { FORBIDDEN_KEYS, LABEL_BYTES_MAX, type Label } from '#protocol/label/label.ts';
import { anyLabel } from './arbitrary-label.ts';
import { readLabelVectors } from './label-vectors.ts';

const LABEL: Label = {
  app: 'web',
  bootId: '0123456789abcdef0123456789abcdef',
  sequence: 1,
  uptimeSeconds: 1,
  everySeconds: 10,
  state: 'ok',
  via: 'logger',
};

test('every golden label becomes its golden line', () => {
  for (const { name, label, line } of readLabelVectors()) assert.equal(formatLabel(label), line, name);
});

test('a line is printable ASCII, at most 480 bytes, and free of the keys that EVE reacts to, whatever the app is called', () => {
  fc.assert(
    fc.property(anyLabel, (label) => assertHarmless(formatLabel(label))),
    { numRuns: 2000 },
  );
});

test('a line is as harmless when every number is broken', () => {
  const broken = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Infinity, -Infinity, -1, 1e300, 5e-324));
  fc.assert(
    fc.property(broken, broken, broken, broken, (a, b, c, d) => {
      const line = formatLabel({
        ...LABEL,
        sequence: a,
        uptimeSeconds: b,
        everySeconds: c,
        load1: d,
        memoryAvailablePercent: a,
        pressure: { cpu: b, memory: c, io: d },
      });
      assertHarmless(line);
      assert.doesNotMatch(line, /NaN|Infinity|=-\d|e[+-]\d/);
    }),
  );
});

test('optional numbers that are missing or not finite are a dash', () => {
  assert.match(formatLabel(LABEL), / load=- mem=- psi=- /);
  const line = formatLabel({
    ...LABEL,
    load1: Number.NaN,
    memoryAvailablePercent: Infinity,
    pressure: { cpu: 1, memory: Number.NaN, io: 1 },
  });
  assert.match(line, / load=- mem=- psi=- /);
});

test('two long names with the same start give two different tokens', () => {
  const [a, b] = ['a', 'b'].map((end) => formatLabel({ ...LABEL, app: 'x'.repeat(300) + end }).split(' ')[1]);
  assert.notEqual(a, b);
});

test('a boot id that is none is a bug of the caller', () => {
  for (const bootId of [
    '',
    'x',
    '0123456789ABCDEF0123456789ABCDEF',
    '01234567-89ab-cdef-0123-456789abcdef',
  ]) {
    assert.throws(() => formatLabel({ ...LABEL, bootId }), RangeError);
  }
});

function assertHarmless(line: string): void {
  assert.match(line, /^[\x20-\x7e]+$/);
  assert.ok(line.length <= LABEL_BYTES_MAX, `${line.length} bytes`);
  // A brace would make EVE's memlogd look for JSON in the line, a quote would begin a value for newlogd.
  assert.doesNotMatch(line, /[{}"\\]/);
  for (const key of FORBIDDEN_KEYS) assert.ok(!line.toLowerCase().includes(key), key);
}
