import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { percentile } from '../../bench/measure/percentile.ts';
import { formatTable } from '../../bench/report/format-table.ts';
import { makeRow } from '../../bench/report/row.ts';

test('a row says by how much it differs from its peer and whether it keeps its target', () => {
  const row = makeRow({
    name: 'resident memory',
    unit: 'MB',
    value: 45.123456,
    peer: { name: 'qemu-ga', value: 3.9 },
    target: { atMost: 50 },
  });
  assert.deepEqual(row, {
    name: 'resident memory',
    unit: 'MB',
    value: 45.12,
    peer: 'qemu-ga',
    peerValue: 3.9,
    ratio: 11.57,
    target: '≤ 50',
    ok: true,
  });
});

test('a peer may be the target', () => {
  const peer = { name: 'qemu-ga', value: 2 };
  assert.equal(makeRow({ name: 'ping', unit: 'ms', value: 1.9, peer, target: 'peer' }).ok, true);
  assert.equal(makeRow({ name: 'ping', unit: 'ms', value: 2.1, peer, target: 'peer' }).ok, false);
});

test('a peer of zero gives no ratio, and no target no verdict', () => {
  const row = makeRow({ name: 'CPU', unit: '%', value: 0.1, peer: { name: 'qemu-ga', value: 0 } });
  assert.equal(row.ratio, null);
  assert.equal(row.ok, null);
  assert.equal(row.target, null);
});

test('a target is judged on the figure as measured, not as rounded', () => {
  assert.equal(makeRow({ name: 'x', unit: 'MB', value: 50.0004, target: { atMost: 50 } }).ok, false);
});

test('the table has a line for each row, and columns that stand below each other', () => {
  const rows = [
    makeRow({ name: 'short', unit: 'MB', value: 1 }),
    makeRow({ name: 'a longer name', unit: 'ms', value: 1234, target: { atMost: 5 } }),
  ];
  const lines = formatTable(rows).trimEnd().split('\n');
  assert.equal(lines.length, 4);
  assert.equal(lines[2]?.indexOf('MB'), lines[3]?.indexOf('ms'));
  assert.match(lines[3] ?? '', /MISSED$/);
});

test('a percentile is always one of the samples, and no sample below it is as good', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer(), { minLength: 1 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (samples, share) => {
        const value = percentile(samples, share);
        assert.ok(samples.includes(value));
        const notAbove = samples.filter((sample) => sample <= value).length;
        assert.ok(notAbove >= share * samples.length);
      },
    ),
  );
  assert.equal(percentile([4, 1, 3, 2], 0.5), 2);
  assert.throws(() => percentile([], 0.5), RangeError);
});
