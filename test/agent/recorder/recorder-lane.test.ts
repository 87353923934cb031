import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RecorderLane } from '#agent/core/recorder/recorder-lane.ts';
import { newCounters } from '#agent/core/runtime/counters.ts';
import { IDENTIFY_HEAD_BYTES, IDENTIFY_TAIL_BYTES, identifyDisk } from '#protocol/recorder/identify.ts';
import { BLOCK_BYTES, MAILBOX_BLOCK, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import { encodeMailbox } from '#protocol/recorder/mailbox.ts';
import { assembleRecord, RingScanner } from '#protocol/recorder/scan.ts';
import { FakeClock } from '#test/support/fake-clock.ts';
import { FakeDisk } from '#test/support/fake-disk.ts';
import { FakeDisks } from '#test/support/fake-disks.ts';

const MIB = 1024 * 1024;
const DISK_UUID = '0123456789abcdef0123456789abcdef';

function setUp(disks: FakeDisks) {
  const clock = new FakeClock();
  const counters = newCounters();
  const problems: (string | undefined)[] = [];
  const requests: Uint8Array[] = [];
  const newLane = (runId: number) =>
    new RecorderLane({
      port: disks,
      clock,
      writer: { bootId: 'ab'.repeat(16), runId },
      wish: { disk: 'auto', adopt: true, app: 'web', newDiskUuid: () => DISK_UUID, wallUs: () => 1 },
      mailboxUs: 5_000_000,
      counters,
      after: undefined,
      onProblem: (problem) => problems.push(problem),
      onNote: () => {},
      onRequest: (request) => requests.push(request),
    });
  return { clock, counters, problems, requests, newLane, lane: newLane(1) };
}

function textsOn(disk: FakeDisk): string[] {
  const identity = identifyDisk({
    head: disk.read(0, IDENTIFY_HEAD_BYTES),
    tail: disk.read(disk.diskBytes - IDENTIFY_TAIL_BYTES, IDENTIFY_TAIL_BYTES),
    diskBytes: disk.diskBytes,
  });
  assert.ok(identity.kind === 'recorder');
  const geometry = identity.superblock;
  const blockAt = (index: number) => disk.read(ringOffsetBytes(geometry, index), BLOCK_BYTES);
  const scanner = new RingScanner(geometry);
  for (let index = 0; index < geometry.ringBlocks; index += 1) scanner.add(index, blockAt(index));
  return scanner.finish().records.map((ref) => {
    const assembled = assembleRecord(geometry, ref, blockAt);
    assert.ok(assembled.ok);
    return new TextDecoder().decode(assembled.bytes);
  });
}

const record = (text: string): Uint8Array => new TextEncoder().encode(text);

test('records that come before the disk is found are written in their order', async () => {
  const disk = new FakeDisk(MIB);
  const { lane, counters } = setUp(new FakeDisks({ '/dev/vdb': disk }));
  for (const text of ['one', 'two', 'three']) lane.push(record(text));
  await lane.drained();
  assert.deepEqual(textsOn(disk), ['one', 'two', 'three']);
  assert.equal(counters.recordsWritten, 3);
});

test('the next run of the agent goes on above what is there', async () => {
  const disk = new FakeDisk(MIB);
  const { lane, newLane } = setUp(new FakeDisks({ '/dev/vdb': disk }));
  lane.push(record('first run'));
  await lane.close();
  const second = newLane(2);
  second.push(record('second run'));
  await second.drained();
  assert.deepEqual(textsOn(disk), ['first run', 'second run']);
});

test('when the disk went back in time under the agent, it looks again and goes on above what is there', async () => {
  const disk = new FakeDisk(MIB);
  const { lane, newLane } = setUp(new FakeDisks({ '/dev/vdb': disk }));
  lane.push(record('mine'));
  await lane.drained();
  const other = newLane(2);
  for (const text of ['of another', 'and more']) other.push(record(text));
  await other.close();
  lane.push(record('mine again'));
  await lane.drained();
  assert.deepEqual(textsOn(disk), ['mine', 'of another', 'and more', 'mine again']);
});

test('a disk that fails is told once, counted, closed, and found again later without losing what waited', async () => {
  const disk = new FakeDisk(MIB);
  const disks = new FakeDisks({ '/dev/vdb': disk });
  const { lane, clock, counters, problems } = setUp(disks);
  lane.push(record('before'));
  await lane.drained();
  disk.faults.write = 'EIO';
  lane.push(record('during'));
  await lane.drained();
  assert.equal(counters.recorderErrors, 1);
  assert.match(problems.at(-1) ?? '', /EIO/);
  assert.equal(lane.state, 'looking');
  assert.ok(disks.opened.every(({ isClosed }) => isClosed));
  lane.tick();
  await lane.drained();
  assert.equal(counters.recorderErrors, 1, 'not tried again before its time');
  disk.faults.write = undefined;
  clock.pass(2);
  lane.tick();
  await lane.drained();
  assert.equal(lane.state, 'ready');
  assert.equal(problems.at(-1), undefined);
  assert.deepEqual(textsOn(disk), ['before', 'during']);
});

test('a missing disk is looked for again ever less often, at most once a minute', async () => {
  const disks = new FakeDisks();
  let looks = 0;
  disks.list = async () => {
    looks += 1;
    return [];
  };
  const { lane, clock } = setUp(disks);
  for (let second = 0; second < 600; second += 1) {
    lane.tick();
    await lane.drained();
    clock.pass(1);
  }
  assert.ok(looks >= 10 && looks <= 16, `${looks} looks in ten minutes`);
});

test('a disk that hangs keeps nothing else waiting: the queue is bounded, the loss counted, the state told', async () => {
  const disk = new FakeDisk(MIB);
  const disks = new FakeDisks({ '/dev/vdb': disk });
  const { lane, clock, counters, problems } = setUp(disks);
  lane.push(record('first'));
  await lane.drained();
  disks.opened.at(-1)?.hang();
  for (let i = 0; i < 100; i += 1) lane.push(record(`r${i}`));
  clock.pass(11);
  lane.tick();
  assert.equal(lane.state, 'hung');
  assert.match(problems.at(-1) ?? '', /\/dev\/vdb does not answer/);
  assert.equal(counters.recordsDropped, 100 - 64);
  disks.opened.at(-1)?.release();
  await lane.drained();
  assert.equal(lane.state, 'ready');
  assert.equal(problems.at(-1), undefined);
  const texts = textsOn(disk);
  assert.deepEqual(texts.slice(0, 2), ['first', 'r36']);
  assert.equal(texts.at(-1), 'r99');
});

test('a request in the mailbox is taken once, and one that is older than the agent not at all', async () => {
  const disk = new FakeDisk(MIB);
  const { lane, clock, requests, counters } = setUp(new FakeDisks({ '/dev/vdb': disk }));
  const mail = (sequence: bigint, text: string) =>
    disk.poke(
      MAILBOX_BLOCK * BLOCK_BYTES,
      encodeMailbox({ diskUuid: DISK_UUID, sequence, request: record(text) }),
    );
  const poll = async () => {
    clock.pass(5);
    lane.tick();
    await lane.drained();
  };
  lane.push(record('start'));
  await lane.drained();
  mail(1n, 'one');
  await poll();
  await poll();
  mail(2n, 'two');
  await poll();
  assert.deepEqual(
    requests.map((request) => new TextDecoder().decode(request)),
    ['one', 'two'],
  );
  disk.poke(MAILBOX_BLOCK * BLOCK_BYTES + 40, Uint8Array.of(99));
  await poll();
  await poll();
  assert.equal(counters.mailboxInvalid, 1);
  assert.equal(requests.length, 2);
});

test('what stands in the mailbox when the agent starts is left alone', async () => {
  const disk = new FakeDisk(MIB);
  const { lane, newLane, clock, requests } = setUp(new FakeDisks({ '/dev/vdb': disk }));
  lane.push(record('start'));
  await lane.close();
  disk.poke(
    MAILBOX_BLOCK * BLOCK_BYTES,
    encodeMailbox({ diskUuid: DISK_UUID, sequence: 7n, request: record('old') }),
  );
  const second = newLane(2);
  for (let i = 0; i < 3; i += 1) {
    clock.pass(5);
    second.tick();
    await second.drained();
  }
  assert.equal(requests.length, 0);
});

test('a record that can never fit is left out and does not block the next one', async () => {
  const disk = new FakeDisk(MIB);
  const { lane, counters } = setUp(new FakeDisks({ '/dev/vdb': disk }));
  lane.push(new Uint8Array(70_000));
  lane.push(record('small'));
  await lane.drained();
  assert.deepEqual(textsOn(disk), ['small']);
  assert.equal(counters.recordsDropped, 1);
});
