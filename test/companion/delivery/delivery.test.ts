import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Backoff } from '#companion/delivery/backoff.ts';
import { Delivery } from '#companion/delivery/delivery.ts';
import type { Entry } from '#companion/entries/entry.ts';
import type { DeliverResult, Sink } from '#companion/sinks/sink.ts';
import { LaneSpool } from '#companion/spool/lane-spool.ts';
import { eventually } from '#test/support/eventually.ts';
import { makeEntry } from '#test/support/make-entry.ts';

class FakeSink implements Sink {
  readonly name = 'fake';
  readonly got: string[] = [];
  readonly results: DeliverResult[] = [];
  deliver(batch: readonly Entry[]): Promise<DeliverResult> {
    const result = this.results.shift() ?? { kind: 'delivered' };
    if (result.kind !== 'retry') this.got.push(...batch.map(({ id }) => id));
    return Promise.resolve(result);
  }
}

function entry(id: string): Entry {
  return makeEntry({ id });
}

function start(t: TestContext): {
  sink: FakeSink;
  spool: LaneSpool;
  delivery: Delivery;
  lines: string[];
  stop: AbortController;
} {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-delivery-'));
  const spool = LaneSpool.open({
    directory,
    bytesMax: 1e6,
    ageMsMax: Number.MAX_SAFE_INTEGER,
    now: Date.now,
    readers: ['fake'],
  });
  const sink = new FakeSink();
  const lines: string[] = [];
  const stop = new AbortController();
  t.after(() => {
    stop.abort();
    rmSync(directory, { recursive: true, force: true });
  });
  const delivery = new Delivery({
    sink,
    spool,
    now: () => 5,
    random: () => 0,
    onChange: (line) => lines.push(line),
  });
  return { sink, spool, delivery, lines, stop };
}

test('what is appended while the sink waits is delivered', async (t) => {
  const { sink, spool, delivery, stop } = start(t);
  const running = delivery.run(stop.signal);
  spool.append([entry('1')]);
  await eventually('the first', () => sink.got.length === 1 || undefined);
  spool.append([entry('2')]);
  await eventually('the second', () => sink.got.length === 2 || undefined);
  await eventually('the commit', () => spool.pending('fake') === 0 || undefined);
  stop.abort();
  await running;
  assert.deepEqual(sink.got, ['1', '2']);
  assert.equal(delivery.statistics().lastDeliveredMs, 5);
});

test('a sink that fails gets the same batch again, and a person is told once', async (t) => {
  const { sink, spool, delivery, lines, stop } = start(t);
  sink.results.push({ kind: 'retry', reason: 'away' });
  spool.append([entry('1')]);
  await delivery.drain(stop.signal);
  assert.deepEqual(sink.got, []);
  assert.equal(spool.pending('fake'), 1);
  assert.equal(delivery.statistics().problem, 'away');
  await delivery.drain(stop.signal);
  assert.deepEqual(sink.got, ['1']);
  assert.deepEqual(lines, ['sink fake: away; entries wait in the spool', 'sink fake: works again']);
});

test('what a receiver will never take is counted and does not stop the rest', async (t) => {
  const { sink, spool, delivery, stop } = start(t);
  sink.results.push({ kind: 'rejected', ids: ['1'], reason: 'HTTP 400' });
  spool.append([entry('1'), entry('2')]);
  await delivery.drain(stop.signal);
  const { delivered, rejected } = delivery.statistics();
  assert.deepEqual(
    { delivered, rejected, pending: spool.pending('fake') },
    { delivered: 1, rejected: 1, pending: 0 },
  );
});

test('waiting times double to the limit, with half of each by chance', () => {
  const least = new Backoff({ firstMs: 100, maxMs: 1000, random: () => 0 });
  assert.deepEqual(
    Array.from({ length: 6 }, () => least.next()),
    [50, 100, 200, 400, 500, 500],
  );
  const most = new Backoff({ firstMs: 100, maxMs: 1000, random: () => 1 });
  assert.deepEqual([most.next(), most.next()], [100, 200]);
  most.reset();
  assert.equal(most.next(), 100);
});
