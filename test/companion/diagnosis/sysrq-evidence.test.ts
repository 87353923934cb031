import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { cpuStacksOf, sysrqEvidence } from '#companion/diagnosis/sysrq-evidence.ts';
import type { SysrqAnswer } from '#companion/sysrq/ask-sysrq.ts';
import { parseSysrq } from '#companion/sysrq/parse/parse-sysrq.ts';
import { SYSRQ_KEYS, type SysrqKey } from '#companion/sysrq/sysrq-key.ts';
import { bareTarget, diagnosed } from '#test/support/diagnosis-bench.ts';

const FIXTURES = join(import.meta.dirname, '../sysrq/fixtures');

/** As a real guest answered. */
function answer(key: SysrqKey, o: Partial<SysrqAnswer> = {}): SysrqAnswer {
  const text = readFileSync(join(FIXTURES, `6.1-${key}.txt`), 'utf8');
  const parsed = parseSysrq(key, text);
  return { key, route: 'serial-break', text, isComplete: true, parsed, passedOver: [], notes: [], ...o };
}

describe('what the report shows of SysRq', () => {
  it('are the stacks of CPUs and of tasks that wait, tasks by state, and the zones of memory', () => {
    const { stacks = [], tables = [], notes } = sysrqEvidence(SYSRQ_KEYS.map((key) => answer(key)));
    assert.ok(stacks.some(({ cpu, source }) => cpu !== undefined && source === 'sysrq l by serial-break'));
    assert.ok(stacks.every(({ frames }) => frames.every((frame) => frame !== '')));
    const [tasks, memory] = tables;
    assert.match(tasks?.title ?? '', /^The guest's \d+ tasks/u);
    assert.ok(tasks?.rows.some(([state]) => state === 'S'));
    assert.ok(memory?.rows.some(([zone]) => zone === '0 DMA32' || zone === '0 DMA'));
    assert.deepEqual(notes, []);
  });

  it('says what is missing of an answer, and nothing twice', () => {
    const notes = ['the log level could not be put back'];
    const cut = { isComplete: false, missing: 'the time was over', notes };
    assert.deepEqual(sysrqEvidence([answer('t', cut), answer('m', { notes })]).notes, [
      ...notes,
      'sysrq t: the time was over',
    ]);
  });

  it('has the place of each CPU for the search for the culprit', () => {
    const [first] = cpuStacksOf(answer('l'));
    assert.match(first?.frames[0]?.text ?? '', /\+0x|^0x/u);
    assert.deepEqual(cpuStacksOf(answer('m')), []);
  });
});

describe('the step sysrq', () => {
  it('says for each key why there is no answer', async () => {
    const link = { request: () => Promise.resolve({ ok: false, reason: 'disconnected' } as const) };
    const { reason, manifest } = await diagnosed(bareTarget({ link }), [{ step: 'sysrq', keys: ['t', 'w'] }]);
    assert.match(reason('sysrq/t.txt') ?? '', /disconnected/u);
    assert.equal(manifest.missing.length, 2);
  });

  it('cannot be done without any way to the kernel', async () => {
    const { reason } = await diagnosed(bareTarget(), [{ step: 'sysrq' }]);
    assert.match(reason('sysrq/t.txt') ?? '', /no way to the kernel/u);
  });
});
