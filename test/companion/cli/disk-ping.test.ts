import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eventually } from '#test/support/eventually.ts';
import { makeRecorderDisk, startRecorderAgent } from '#test/support/recorder-agent.ts';
import { runCherub } from '#test/support/run-cherub.ts';

test('disk ping asks an agent by its disk and prints the round trip, for people and for machines', async (t) => {
  const path = makeRecorderDisk(t);
  const { lane } = startRecorderAgent(t, path);
  await eventually('the agent', () => lane.state === 'ready' || undefined);
  const human = await runCherub(['disk', 'ping', path, '--count', '2', '--interval', '0']);
  assert.equal(human.code, 0, human.err);
  assert.match(human.out, /56 bytes: seq=2 time=/);
  assert.match(human.out, /2 sent, 2 answered, 0 % lost/);
  const machine = await runCherub(['disk', 'ping', path, '--count', '1', '--json']);
  const report = JSON.parse(machine.out) as { received: number; replies: { ok: boolean }[] };
  assert.deepEqual([report.received, report.replies[0]?.ok], [1, true]);
});

test('disk ping ends with 1 when nobody answers, and when there is no recorder disk', async (t) => {
  const path = makeRecorderDisk(t);
  const silent = await runCherub(['disk', 'ping', path, '--count', '1', '--deadline', '0.2']);
  assert.equal(silent.code, 1);
  assert.match(silent.out, /no answer within 200 ms/);
  const missing = await runCherub(['disk', 'ping', `${path}.none`]);
  assert.equal(missing.code, 1);
  assert.match(missing.err, /does not exist/);
});
