import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { createLinkSource, type LinkSource } from '#companion/sources/link/source.ts';
import { eventually } from '#test/support/eventually.ts';
import { FakeGuest } from '#test/support/fake-guest.ts';
import { createSourceContext, type FakeContext } from '#test/support/fake-source-context.ts';

async function connect(
  t: TestContext,
): Promise<{ guest: FakeGuest; source: LinkSource; context: FakeContext }> {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-link-'));
  const guest = new FakeGuest({ directory });
  const context = createSourceContext();
  const source = createLinkSource({ socket: guest.linkPath, pingMs: 60_000 }, context);
  const abort = new AbortController();
  await guest.start();
  const running = source.run(abort.signal);
  t.after(async () => {
    abort.abort();
    await running;
    await guest.stop();
    rmSync(directory, { recursive: true, force: true });
  });
  await eventually('the guest said who it is', () => source.hello());
  return { guest, source, context };
}

test('a request is answered, and its failure is a value', async (t) => {
  const { guest, source } = await connect(t);
  const payload = Uint8Array.of(1, 2, 3);
  const result = await source.request({ ping: { payload } }, 5000);
  assert.ok(result.ok);
  assert.deepEqual(new Uint8Array(result.answer.pong?.payload ?? []), payload);
  guest.answers = false;
  assert.deepEqual(await source.request({ ping: {} }, 20), { ok: false, reason: 'timeout' });
  const waiting = source.request({ ping: {} }, 60_000);
  await guest.stop();
  assert.deepEqual(await waiting, { ok: false, reason: 'disconnected' });
  assert.deepEqual(await source.request({ ping: {} }, 1000), { ok: false, reason: 'disconnected' });
});

test('requests that nobody answers are bounded in number', async (t) => {
  const { guest, source } = await connect(t);
  guest.answers = false;
  const results = await Promise.all(Array.from({ length: 300 }, () => source.request({ ping: {} }, 200)));
  const busy = results.filter((result) => !result.ok && result.reason === 'busy').length;
  assert.ok(busy >= 300 - 64, `${busy} busy`);
});

test('a megabyte of noise is passed over and the next push arrives', async (t) => {
  const { guest, source, context } = await connect(t);
  guest.noise(Uint8Array.from({ length: 1024 * 1024 }, (_, i) => (i * 197 + (i >> 7)) & 0xff));
  guest.snapshot('link');
  const record = await eventually('the push', () => context.seen.find((each) => each.kind === 'record'));
  assert.equal(record.kind === 'record' && record.identity.sequence, 1);
  assert.ok((source.counters()['discarded'] ?? 0) > 0);
});

test('a link that comes back is served again', async (t) => {
  const { guest, context } = await connect(t);
  await guest.stop();
  await eventually('it is missing', () => context.seen.find((each) => each.kind === 'missing'));
  await guest.start();
  await eventually('it is connected again', () => guest.hasLink || undefined);
});
