import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type KernelLogRead,
  type KernelLogSource,
  KernelLogTail,
  MESSAGES_MAX,
} from '#agent/core/snapshot/kernel-log.ts';

const NOW_US = 500_000_000;

class FakeKernelLog implements KernelLogSource {
  readonly queue: KernelLogRead[] = [];

  next(): KernelLogRead {
    return this.queue.shift() ?? { kind: 'end' };
  }

  say(from: number, to: number, atUs = NOW_US): this {
    for (let n = from; n <= to; n++)
      this.queue.push({ kind: 'record', text: `6,${n},${atUs},-;message ${n}\n` });
    return this;
  }
}

function collect(tail: KernelLogTail, source: KernelLogSource, isOutOfTurn = false) {
  const part = tail.collect(source, NOW_US, isOutOfTurn);
  assert.equal(part.kind, 'ok');
  if (part.kind !== 'ok') return assert.fail();
  return { sequences: part.value.messages.map((item) => item.sequence), dropped: part.value.dropped };
}

test('each snapshot has the messages since the last one', () => {
  const tail = new KernelLogTail();
  const log = new FakeKernelLog();
  assert.deepEqual(collect(tail, log.say(1, 3)), { sequences: [1, 2, 3], dropped: 0 });
  assert.deepEqual(collect(tail, log), { sequences: [], dropped: 0 });
  assert.deepEqual(collect(tail, log.say(4, 4)), { sequences: [4], dropped: 0 });
});

test('messages of long before the start are history and no loss', () => {
  const tail = new KernelLogTail();
  const log = new FakeKernelLog().say(1, 2900, 1_000_000).say(2901, 2902);
  assert.deepEqual(collect(tail, log), { sequences: [], dropped: 0 });
  assert.deepEqual(collect(tail, log), { sequences: [], dropped: 0 });
  assert.deepEqual(collect(tail, log), { sequences: [2901, 2902], dropped: 0 });
  assert.deepEqual(collect(tail, log.say(2903, 2903)), { sequences: [2903], dropped: 0 });
});

test('of a flood the newest are kept and the others counted', () => {
  const tail = new KernelLogTail();
  const log = new FakeKernelLog();
  collect(tail, log.say(1, 1));
  const flood = collect(tail, log.say(2, 501));
  assert.equal(flood.sequences.length, MESSAGES_MAX);
  assert.equal(flood.sequences.at(-1), 501);
  assert.equal(flood.dropped, 500 - MESSAGES_MAX);
});

test('records that the kernel overwrote are counted', () => {
  const tail = new KernelLogTail();
  const log = new FakeKernelLog();
  collect(tail, log.say(1, 1));
  log.queue.push({ kind: 'overwritten' });
  assert.deepEqual(collect(tail, log.say(102, 103)), { sequences: [102, 103], dropped: 100 });
});

test('a snapshot out of turn takes nothing away from the next one', () => {
  const tail = new KernelLogTail();
  const log = new FakeKernelLog();
  collect(tail, log.say(1, 1));
  assert.deepEqual(collect(tail, log.say(2, 3), true).sequences, [2, 3]);
  assert.deepEqual(collect(tail, log.say(4, 4)).sequences, [2, 3, 4]);
  assert.deepEqual(collect(tail, log).sequences, []);
});

test('a log that may not be read fails, and does not hide what was read before', () => {
  const tail = new KernelLogTail();
  const log = new FakeKernelLog();
  log.queue.push({ kind: 'failed', reason: 'EPERM' });
  assert.deepEqual(tail.collect(log, NOW_US), { kind: 'failed', reason: 'EPERM' });
  log.say(1, 1).queue.push({ kind: 'failed', reason: 'EIO' });
  assert.deepEqual(collect(tail, log).sequences, [1]);
});
