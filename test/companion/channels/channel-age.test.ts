import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { ChannelAge, type Now } from '#companion/channels/channel-age.ts';

const at = (seconds: number): Now => ({
  monotonicMs: seconds * 1000,
  wallMs: 1_000_000_000_000 + seconds * 1000,
});

test('a channel ages from fresh by stale to silent, by the interval that the guest promised', () => {
  const age = new ChannelAge('link');
  age.attached(at(0));
  age.seen(at(0), 10_000);
  const states = [0, 32, 32.1, 102, 102.1].map((seconds) => age.view(at(seconds)).state);
  assert.deepEqual(states, ['fresh', 'fresh', 'stale', 'stale', 'silent']);
  assert.equal(age.view(at(40)).reason, '40 s without a frame, promised every 10 s');
});

test('a channel on which nothing ever came is unknown, never fresh and never silent', () => {
  const age = new ChannelAge('recorder');
  age.attached(at(0));
  age.note('the newest on the disk is old');
  fc.assert(fc.property(fc.nat(), (seconds) => assert.equal(age.view(at(seconds)).state, 'unknown')));
  assert.equal(age.view(at(300)).reason, 'no record yet, open for 5 min; the newest on the disk is old');
});

test('a channel that is not there is missing, and its age is still told', () => {
  const age = new ChannelAge('console');
  assert.equal(age.view(at(0)).state, 'missing');
  age.attached(at(0));
  age.seen(at(1));
  age.missing('the VM has ended');
  const { state, reason, ageMs } = age.view(at(5));
  assert.deepEqual({ state, reason, ageMs }, { state: 'missing', reason: 'the VM has ended', ageMs: 4000 });
});

test('a step of the wall clock changes no age', () => {
  const age = new ChannelAge('link');
  age.attached(at(0));
  age.seen({ monotonicMs: 0, wallMs: 5_000_000_000_000 }, 10_000);
  assert.equal(age.view({ monotonicMs: 5000, wallMs: 0 }).ageMs, 5000);
});

test('a promise of a guest is held to bounds, so that none can look alive for ever', () => {
  const age = new ChannelAge('console');
  age.attached(at(0));
  age.seen(at(0), Number.MAX_VALUE);
  assert.equal(age.view(at(0)).promisedMs, 24 * 3_600_000);
  age.seen(at(0), 0.001);
  assert.equal(age.view(at(0)).promisedMs, 1000);
  age.seen(at(0), Number.NaN);
  assert.equal(age.view(at(0)).promisedMs, 1000);
});

test('what an earlier run of the companion saw counts, also when the clock stepped back meanwhile', () => {
  const before = new ChannelAge('link');
  before.attached(at(0));
  before.seen(at(0), 20_000);
  const saved = before.save();
  assert.ok(saved);
  const after = new ChannelAge('link');
  after.restore(saved, { monotonicMs: 7, wallMs: saved.lastSeenMs + 60_000 });
  after.attached({ monotonicMs: 7, wallMs: 0 });
  assert.equal(after.view({ monotonicMs: 7, wallMs: 0 }).ageMs, 60_000);
  assert.equal(after.view({ monotonicMs: 7, wallMs: 0 }).promisedMs, 20_000);
  const stepped = new ChannelAge('link');
  stepped.restore(saved, { monotonicMs: 7, wallMs: saved.lastSeenMs - 60_000 });
  assert.equal(stepped.view({ monotonicMs: 7, wallMs: 0 }).ageMs, 0);
});
