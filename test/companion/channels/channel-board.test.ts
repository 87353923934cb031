import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Now } from '#companion/channels/channel-age.ts';
import { ChannelBoard } from '#companion/channels/channel-board.ts';

const at = (seconds: number): Now => ({ monotonicMs: seconds * 1000, wallMs: seconds * 1000 });

test('each change of a channel is told once, with what it was and why', () => {
  const board = new ChannelBoard(['link']);
  const link = board.age('link');
  assert.ok(link);
  link.attached(at(0));
  assert.deepEqual(board.changes(at(0)), []);
  link.seen(at(1), 10_000);
  assert.deepEqual(
    board.changes(at(1)).map(({ text }) => text),
    ['link: unknown → fresh, frame 0.0 s ago, promised every 10 s'],
  );
  assert.deepEqual(board.changes(at(20)), []);
  assert.deepEqual(
    board.changes(at(34)).map(({ text }) => text),
    ['link: fresh → stale, 33 s without a frame, promised every 10 s'],
  );
  assert.deepEqual(board.changes(at(35)), []);
});

test('only the channels of the config are there', () => {
  const board = new ChannelBoard(['console', 'link']);
  assert.equal(board.age('recorder'), undefined);
  assert.deepEqual(
    board.views(at(0)).map(({ channel }) => channel),
    ['console', 'link'],
  );
});
