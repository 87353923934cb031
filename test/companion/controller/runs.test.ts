import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { toRuns } from '#companion/controller/page-api/runs.ts';

const o = { fromMs: 0, untilMs: 1000, gapMs: 100, previousMs: undefined };

test('signs within the promised distance make one run', () => {
  assert.deepEqual(toRuns([910, 950, 1000], o), { runs: [{ fromMs: 910, toMs: 1000, beats: 3 }], gaps: [] });
});

test('a longer silence is a gap, also at the end and at the start of the window', () => {
  assert.deepEqual(toRuns([200, 400], { ...o, previousMs: -500 }), {
    runs: [
      { fromMs: 200, toMs: 200, beats: 1 },
      { fromMs: 400, toMs: 400, beats: 1 },
    ],
    gaps: [
      { fromMs: 0, toMs: 200 },
      { fromMs: 200, toMs: 400 },
      { fromMs: 400, toMs: 1000 },
    ],
  });
});

test('a run that began before the window begins at its edge', () => {
  assert.deepEqual(toRuns([50], { ...o, untilMs: 100, previousMs: -10 }).runs, [
    { fromMs: 0, toMs: 50, beats: 1 },
  ]);
});

test('nothing before and nothing within is no gap: there was never a promise', () => {
  assert.deepEqual(toRuns([], o), { runs: [], gaps: [] });
});

test('a window without any sign after one before is one gap', () => {
  assert.deepEqual(toRuns([], { ...o, previousMs: -5000 }).gaps, [{ fromMs: 0, toMs: 1000 }]);
});

test('runs hold every sign, and gaps are never shorter than allowed within the window', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 })), (times) => {
      const beats = [...times].sort((a, b) => a - b);
      const { runs, gaps } = toRuns(beats, o);
      assert.equal(
        runs.reduce((sum, run) => sum + run.beats, 0),
        beats.length,
      );
      for (const gap of gaps) assert.ok(gap.toMs - gap.fromMs > o.gapMs);
    }),
  );
});
