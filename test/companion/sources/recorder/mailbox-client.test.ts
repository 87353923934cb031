import assert from 'node:assert/strict';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { MailboxClient } from '#companion/sources/recorder/mailbox-client.ts';
import { createRecorderSource, type RecorderSource } from '#companion/sources/recorder/source.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { BLOCK_BYTES, MAILBOX_BLOCK } from '#protocol/recorder/layout.ts';
import { decodeMailbox, encodeMailbox } from '#protocol/recorder/mailbox.ts';
import { decodeSuperblock } from '#protocol/recorder/superblock.ts';
import { eventually } from '#test/support/eventually.ts';
import { createSourceContext } from '#test/support/fake-source-context.ts';
import { DISK_BYTES, DISK_UUID, makeRecorderDisk, startRecorderAgent } from '#test/support/recorder-agent.ts';

function slotOf(path: string) {
  const at = MAILBOX_BLOCK * BLOCK_BYTES;
  return decodeMailbox(readFileSync(path).subarray(at, at + BLOCK_BYTES), { diskUuid: DISK_UUID });
}

function putSlot(path: string, bytes: Uint8Array): void {
  const image = readFileSync(path);
  image.set(bytes, MAILBOX_BLOCK * BLOCK_BYTES);
  writeFileSync(path, image, { flag: 'r+' });
}

async function follow(
  t: TestContext,
  disk: string,
  o: { pollMs?: number; cache?: 'buffered' | 'direct'; isAttached?: boolean } = {},
): Promise<RecorderSource> {
  const context = { ...createSourceContext(), random: Math.random };
  const abort = new AbortController();
  const source = createRecorderSource(
    { disk, pollMs: o.pollMs ?? 10, cache: o.cache ?? 'buffered' },
    context,
  );
  const running = source.run(abort.signal);
  t.after(async () => {
    abort.abort();
    await running;
  });
  if (o.isAttached !== false) {
    await eventually('the disk', () => context.seen.some(({ kind }) => kind === 'attached') || undefined);
  }
  return source;
}

const ping = (...bytes: number[]) => ({ ping: { payload: Uint8Array.from(bytes) } });

test('a request goes to a real agent by a real file and its answer comes back, once and again', async (t) => {
  const path = makeRecorderDisk(t);
  const { lane, requests } = startRecorderAgent(t, path);
  await eventually('the agent', () => lane.state === 'ready' || undefined);
  const { mailbox } = await follow(t, path);
  for (const byte of [7, 8, 9]) {
    const result = await mailbox.request(ping(byte), 20_000);
    assert.ok(result.ok, JSON.stringify(result));
    assert.deepEqual([...(result.answer.pong?.payload ?? [])], [byte]);
    assert.ok(result.roundTripUs > 0);
  }
  assert.equal(requests.length, 3);
  assert.ok(requests.every(({ deadlineMs }) => deadlineMs > 0 && deadlineMs <= 20_000));
  assert.equal(new Set(requests.map(({ id }) => id)).size, 3);
});

test('by a disk that is read past the page cache it works as well', async (t) => {
  const path = makeRecorderDisk(t);
  const { lane } = startRecorderAgent(t, path);
  await eventually('the agent', () => lane.state === 'ready' || undefined);
  const { mailbox } = await follow(t, path, { cache: 'direct' });
  const result = await mailbox.request(ping(1), 20_000);
  assert.ok(result.ok, JSON.stringify(result));
});

test('a disk that is looked at once an hour is looked at soon while an answer is waited for', async (t) => {
  const path = makeRecorderDisk(t);
  const { lane } = startRecorderAgent(t, path);
  await eventually('the agent', () => lane.state === 'ready' || undefined);
  const { mailbox } = await follow(t, path, { pollMs: 3_600_000 });
  assert.ok((await mailbox.request(ping(1), 20_000)).ok);
  assert.ok((await mailbox.request(ping(2), 20_000)).ok);
});

test('many who ask at once wait for their turn, and more than a few are told that it is busy', async (t) => {
  const path = makeRecorderDisk(t);
  const { lane } = startRecorderAgent(t, path);
  await eventually('the agent', () => lane.state === 'ready' || undefined);
  const { mailbox } = await follow(t, path);
  const results = await Promise.all(Array.from({ length: 12 }, (_, i) => mailbox.request(ping(i), 30_000)));
  assert.deepEqual(
    results.map((result) => (result.ok ? 'ok' : result.reason)),
    [...Array<string>(9).fill('ok'), 'busy', 'busy', 'busy'],
  );
  assert.deepEqual(
    results.slice(0, 9).map((result) => (result.ok ? result.answer.pong?.payload?.[0] : undefined)),
    [0, 1, 2, 3, 4, 5, 6, 7, 8],
  );
});

test('nobody there: the request ends at its deadline, and a later one is written above it', async (t) => {
  const path = makeRecorderDisk(t);
  const source = await follow(t, path);
  assert.deepEqual(await source.mailbox.request(ping(1), 50), { ok: false, reason: 'timeout' });
  const first = slotOf(path);
  await source.mailbox.request(ping(1), 50);
  const second = slotOf(path);
  assert.ok(first.kind === 'request' && second.kind === 'request');
  assert.deepEqual([first.sequence, second.sequence], [1n, 2n]);
  assert.equal(source.counters()['mailboxTimeouts'], 2);
});

test('an agent that starts while the answer is waited for is asked again', async (t) => {
  const path = makeRecorderDisk(t);
  const { mailbox } = await follow(t, path);
  const asked = mailbox.request(ping(5), 30_000);
  await eventually('the slot', () => slotOf(path).kind === 'request' || undefined);
  const { requests } = startRecorderAgent(t, path);
  const result = await asked;
  assert.ok(result.ok, JSON.stringify(result));
  assert.equal(requests.length, 1, 'what stood there before it started is not answered');
  const slot = slotOf(path);
  assert.equal(slot.kind === 'request' && slot.sequence, 2n);
});

test('an agent that started just before is asked again, since its first look may have come after the request', async (t) => {
  const path = makeRecorderDisk(t);
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const client = new MailboxClient({ monotonicUs: () => 1e6, random: () => 0, onWaiting: () => undefined });
  const superblock = decodeSuperblock(readFileSync(path).subarray(0, BLOCK_BYTES));
  assert.ok(superblock.ok);
  client.attach({ path, cache: 'buffered', geometry: superblock.superblock });
  client.take(cherub.Record.decode(cherub.Record.encode({ start: { app: 'web' } }).finish()));
  const asked = client.request(ping(5), 30_000);
  const sequence = (): bigint => {
    const slot = slotOf(path);
    return slot.kind === 'request' ? slot.sequence : 0n;
  };
  // Each turn lets files be written; the time passes in ten steps of a second, below the deadline.
  for (let turn = 0; turn < 1000 && sequence() < 2n; turn += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    if (sequence() === 1n && turn % 100 === 99) t.mock.timers.tick(1000);
  }
  assert.equal(sequence(), 2n);
  t.mock.timers.tick(30_000);
  assert.deepEqual(await asked, { ok: false, reason: 'timeout' });
});

test('an answer to something else is not taken for ours', async (t) => {
  const path = makeRecorderDisk(t);
  const { lane } = startRecorderAgent(t, path, {
    answer: ({ id }) => ({ requestId: id + 1, code: cherub.Code.CODE_OK }),
  });
  await eventually('the agent', () => lane.state === 'ready' || undefined);
  const { mailbox } = await follow(t, path);
  assert.deepEqual(await mailbox.request(ping(1), 500), { ok: false, reason: 'timeout' });
});

test('a slot full of noise, or with the last number of all, is written over', async (t) => {
  const path = makeRecorderDisk(t);
  const { mailbox } = await follow(t, path);
  putSlot(path, new Uint8Array(BLOCK_BYTES).fill(0xab));
  await mailbox.request(ping(1), 50);
  const noise = slotOf(path);
  assert.equal(noise.kind === 'request' && noise.sequence, 1n);
  putSlot(path, encodeMailbox({ diskUuid: DISK_UUID, sequence: 2n ** 62n - 1n, request: new Uint8Array(1) }));
  await mailbox.request(ping(1), 50);
  const last = slotOf(path);
  assert.equal(last.kind === 'request' && last.sequence, 1n);
});

test('before there is a disk, and on one that somebody else has written to, nothing is asked', async (t) => {
  const path = makeRecorderDisk(t);
  const early = await follow(t, join(path, 'none'), { isAttached: false });
  const result = await early.mailbox.request(ping(1), 1000);
  assert.equal(result.ok ? '' : result.reason, 'disconnected');

  const image = readFileSync(path);
  image.set(Buffer.from('\x55\xaa', 'latin1'), 510);
  image[450] = 0x83;
  image.writeUInt32LE(2048, 454);
  image.writeUInt32LE(1000, 458);
  const mixed = join(path, '..', 'mixed.img');
  writeFileSync(mixed, image);
  const source = await follow(t, mixed);
  const refused = await source.mailbox.request(ping(1), 1000);
  assert.equal(refused.ok ? '' : refused.reason, 'disconnected');
  assert.equal(slotOf(mixed).kind, 'empty');
});

test('another disk under the same path is not written to', async (t) => {
  const path = makeRecorderDisk(t);
  const { mailbox } = await follow(t, path, { pollMs: 1000 });
  const other = `${path}.other`;
  writeFileSync(other, new Uint8Array(DISK_BYTES).fill(0x11));
  renameSync(other, path);
  const result = await mailbox.request(ping(1), 5000);
  assert.deepEqual(result, {
    ok: false,
    reason: 'disconnected',
    detail: `${path} is another disk now`,
  });
  assert.ok(readFileSync(path).every((byte) => byte === 0x11));
});

test('a request that does not fit the slot is refused', async (t) => {
  const path = makeRecorderDisk(t);
  const { mailbox } = await follow(t, path);
  const result = await mailbox.request({ ping: { payload: new Uint8Array(5000) } }, 1000);
  assert.match(result.ok ? '' : (result.detail ?? ''), /at most 4060 bytes/);
  assert.equal(slotOf(path).kind, 'empty');
});
