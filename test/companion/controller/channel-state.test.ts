import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ChannelEvidence, channelState } from '#companion/controller/page-api/channel-state.ts';

const NOW = 10_000_000;

function stateOf(differences: Partial<ChannelEvidence>): string {
  return channelState({
    channel: 'link',
    lastMs: undefined,
    promisedMs: 10_000,
    reported: undefined,
    deviceSeenMs: NOW,
    nowMs: NOW,
    ...differences,
  }).state;
}

test('without a report the age decides, by what was promised', () => {
  assert.equal(stateOf({}), 'never');
  assert.equal(stateOf({ lastMs: NOW }), 'fresh');
  assert.equal(stateOf({ lastMs: NOW - 35_000 }), 'fresh');
  assert.equal(stateOf({ lastMs: NOW - 35_001 }), 'stale');
  assert.equal(stateOf({ lastMs: NOW - 150_001 }), 'silent');
  assert.equal(stateOf({ lastMs: NOW - 150_001, promisedMs: 60_000 }), 'fresh');
});

test('what the companion says counts while the companion is heard', () => {
  const reported = { state: 'fresh', atMs: NOW - 3_600_000 };
  assert.equal(stateOf({ reported, lastMs: NOW - 600_000 }), 'fresh');
  assert.equal(stateOf({ reported }), 'fresh');
  assert.equal(stateOf({ reported, lastMs: NOW - 600_000, deviceSeenMs: NOW - 60_001 }), 'silent');
  assert.equal(stateOf({ reported, deviceSeenMs: NOW - 60_001 }), 'unknown');
  assert.equal(stateOf({ reported, deviceSeenMs: undefined }), 'unknown');
});

test('a report of trouble counts until a sign of life that is newer', () => {
  const reported = { state: 'silent', atMs: NOW - 20_000 };
  assert.equal(stateOf({ reported, lastMs: NOW - 30_000 }), 'silent');
  assert.equal(stateOf({ reported, lastMs: NOW - 10_000 }), 'fresh');
});

test('a state that nobody knows is ignored', () => {
  assert.equal(stateOf({ reported: { state: 'dead', atMs: NOW }, lastMs: NOW }), 'fresh');
});
