import assert from 'node:assert/strict';
import { test } from 'node:test';
import { STAGES, selectStages } from './stages.ts';

const guestFiles = ['test/vm/agent-link.vm.ts', 'test/vm/agent-recorder.vm.ts'];
const names = (only: string | undefined, fast = false): string[] | undefined =>
  selectStages({ fast, only, guestFiles })?.map((stage) => stage.name);

test('without options every stage runs', () => {
  assert.deepEqual(
    names(undefined),
    STAGES.map((stage) => stage.name),
  );
});

test('--fast leaves out exactly what builds or boots', () => {
  assert.deepEqual(names(undefined, true), ['format', 'types', 'lint', 'unused', 'unit']);
});

test('--only brings along what the stage needs', () => {
  assert.deepEqual(names('packaging'), ['build', 'packaging']);
});

test('--only narrows the guest tests by file name', () => {
  const stages = selectStages({ fast: false, only: 'recorder', guestFiles });
  const work = stages?.at(-1)?.work;
  assert.deepEqual(work?.kind === 'tests' ? work.include : undefined, ['test/vm/agent-recorder.vm.ts']);
});

test('--only with an unknown name selects nothing', () => {
  assert.equal(names('nonsense'), undefined);
});

test('a soak that is asked for by its name lasts an hour', () => {
  const minutes = (only: string | undefined): string | undefined => {
    const work = selectStages({ fast: false, only, guestFiles })?.find(({ name }) => name === 'soak')?.work;
    return work?.kind === 'tests' ? work.env?.['CHERUB_SOAK_MINUTES'] : undefined;
  };
  assert.deepEqual([minutes('soak'), minutes(undefined)], ['60', undefined]);
});
