import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ConsolePatterns } from '#companion/ladder/console-patterns/console-patterns.ts';
import type { LifeChange } from '#companion/ladder/life.ts';
import { PatternMemory } from '#companion/ladder/pattern-memory.ts';
import { encodeUtf8 } from '#protocol/bytes/utf8.ts';

function memoryOf(...lines: readonly string[]): { memory: PatternMemory; starts: LifeChange[] } {
  const memory = new PatternMemory();
  const events = new ConsolePatterns().push(encodeUtf8(lines.map((line) => `${line}\n`).join('')));
  const starts = events.map((event) => memory.add(event, 1000)).filter((change) => change !== undefined);
  return { memory, starts };
}

describe('what the console told', () => {
  it('a panic is one vote of the console for a dead kernel, and no proof', () => {
    const [signal] = memoryOf('Kernel panic - not syncing: Fatal exception').memory.signals(4000);
    assert.deepEqual(signal, {
      id: 'console.panic',
      source: 'console',
      rung: 'kernel',
      state: 'dead',
      ageMs: 3000,
      reason: 'Kernel panic - not syncing: Fatal exception',
    });
  });

  it('a lockup speaks for its CPU, each for itself, and says how often', () => {
    const lockup = (cpu: number): string => `watchdog: BUG: soft lockup - CPU#${cpu} stuck for 26s! [spin:3]`;
    const signals = memoryOf(lockup(0), lockup(1), lockup(1)).memory.signals(1000);
    assert.deepEqual(
      signals.map(({ id, part, reason }) => [id, part, reason.endsWith('(2 times)')]),
      [
        ['console.soft-lockup:cpu0', 'cpu0', false],
        ['console.soft-lockup:cpu1', 'cpu1', true],
      ],
    );
  });

  it('a stall that names no CPU, memory, disks and read-only file systems warn only', () => {
    const { memory } = memoryOf(
      'rcu: INFO: rcu_preempt detected stalls on CPUs/tasks:',
      'Out of memory: Killed process 4 (x) total-vm:1kB',
      'I/O error, dev vda, sector 1 op 0x0:(READ)',
      'EXT4-fs (vda1): Remounting filesystem read-only',
    );
    assert.deepEqual(
      memory.signals(1000).map(({ state }) => state),
      ['unknown', 'unknown', 'unknown', 'unknown'],
    );
  });

  it('is forgotten after its time', () => {
    const { memory } = memoryOf('INFO: task sh:5 blocked for more than 120 seconds.');
    assert.equal(memory.signals(301_000).length, 1);
    assert.equal(memory.signals(301_001).length, 0);
  });

  it('that it goes down is a word of the guest; that it comes up is the start of another life', () => {
    const { memory, starts } = memoryOf('reboot: Restarting system', 'Linux version 6.1.0-18-cloud-amd64');
    assert.deepEqual(memory.suppressions(2000), [
      {
        kind: 'guest-reboot',
        by: 'console',
        reason: 'the guest says: reboot: Restarting system',
        sinceMs: 1000,
        toldByGuest: true,
      },
    ]);
    assert.deepEqual(
      starts.map(({ kind, isOrderly, toldByGuest }) => [kind, isOrderly, toldByGuest]),
      [['boot', false, true]],
    );
  });

  it('is bounded, whatever a guest prints', () => {
    const lines = Array.from(
      { length: 5000 },
      (_, cpu) => `watchdog: Watchdog detected hard LOCKUP on cpu ${cpu}`,
    );
    assert.equal(memoryOf(...lines).memory.signals(1000).length, 128);
  });
});
