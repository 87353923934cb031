import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Candidate, planDiagnosis, shareOf } from '#companion/diagnosis/plan.ts';
import { LEVELS, type Level } from '#companion/incidents/incident.ts';

function candidate(name: string, level: Level, o: Partial<Candidate<string>> = {}): Candidate<string> {
  return { name, options: name, level, path: `${name}/x.txt`, timeoutMs: 1000, bytesMax: 1024, ...o };
}

const HARM = { script: 'harm', policy: 'harm' } as const;

describe('the plan of a diagnosis', () => {
  it('goes from harmless to harmful, and within a level as the script has it', () => {
    const given = [
      candidate('nmi', 'harm'),
      candidate('gdb', 'disturb'),
      candidate('sysrq', 'ask'),
      candidate('b', 'observe'),
      candidate('a', 'observe'),
      candidate('look', 'disturb'),
    ];
    const { steps } = planDiagnosis(given, HARM);
    assert.deepEqual(
      steps.map(({ name }) => name),
      ['b', 'a', 'sysrq', 'gdb', 'look', 'nmi'],
    );
  });

  it('leaves out what policy or the script forbids, and says which of them', () => {
    const given = [candidate('gdb', 'disturb'), candidate('nmi', 'harm')];
    const { steps, leftOut } = planDiagnosis(given, { script: 'disturb', policy: 'ask' });
    assert.deepEqual(steps, []);
    assert.deepEqual(
      leftOut.map(({ reason }) => reason),
      ['level disturb is not allowed here (up to ask)', 'level harm is not allowed here (up to ask)'],
    );
    const byScript = planDiagnosis(given, { script: 'disturb', policy: 'harm' });
    assert.deepEqual(
      byScript.leftOut.map(({ reason }) => reason),
      ['the script stops at level disturb'],
    );
  });

  it('leaves out what this VM cannot do, with that reason before all others', () => {
    const given = [candidate('gdb', 'harm', { unavailable: 'no stub' })];
    const { leftOut } = planDiagnosis(given, { script: 'observe', policy: 'observe' });
    assert.deepEqual(
      leftOut.map(({ reason }) => reason),
      ['no stub'],
    );
  });

  it('numbers steps whose parts would stand at the same place', () => {
    const given = [candidate('a', 'observe'), candidate('b', 'observe'), candidate('a', 'observe')];
    assert.deepEqual(
      planDiagnosis(given, HARM).steps.map(({ name, turn }) => `${name} ${turn}`),
      ['a 1', 'b 1', 'a 2'],
    );
  });

  it('never loses or doubles a step, whatever the levels', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...LEVELS)),
        fc.constantFrom(...LEVELS),
        fc.constantFrom(...LEVELS),
        (levels, script, policy) => {
          const given = levels.map((level, at) => candidate(`s${at}`, level));
          const { steps, leftOut } = planDiagnosis(given, { script, policy });
          const names = [...steps, ...leftOut].map(({ name }) => name).toSorted();
          assert.deepEqual(names, given.map(({ name }) => name).toSorted());
          const ranks = steps.map(({ level }) => LEVELS.indexOf(level));
          assert.deepEqual(
            ranks,
            ranks.toSorted((a, b) => a - b),
          );
          const highest = Math.min(LEVELS.indexOf(script), LEVELS.indexOf(policy));
          assert.ok(ranks.every((rank) => rank <= highest));
        },
      ),
    );
  });
});

describe('the share of a step', () => {
  it('is all that it wants while there is enough', () => {
    assert.equal(shareOf(100, [30, 40]), 30);
  });

  it('is an even part of what the small ones leave', () => {
    assert.equal(shareOf(100, [1000, 10, 1000]), 45);
    assert.equal(shareOf(100, [10, 1000, 1000]), 10);
  });

  it('is nothing when nothing is left', () => {
    assert.equal(shareOf(0, [10]), 0);
    assert.equal(shareOf(-5, [10, 20]), 0);
  });

  it('never adds up to more than there is, whatever is wanted', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.array(fc.nat(5000), { minLength: 1 }), (all, wanted) => {
        let left = all;
        for (let at = 0; at < wanted.length; at += 1) {
          const share = shareOf(left, wanted.slice(at));
          assert.ok(share >= 0 && share <= (wanted[at] ?? 0));
          left -= share;
        }
        assert.ok(left >= 0);
      }),
    );
  });
});
