import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LinkLane } from '#agent/core/link/link-lane.ts';
import { newCounters } from '#agent/core/runtime/counters.ts';
import { HostSession } from '#protocol/link/host-session.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { FakeClock } from '#test/support/fake-clock.ts';
import { FakeLinkPort } from '#test/support/fake-link-port.ts';

function setUp() {
  const port = new FakeLinkPort();
  const clock = new FakeClock();
  const counters = newCounters();
  const problems: (string | undefined)[] = [];
  const lane = new LinkLane({
    open: port.open,
    portName: 'org.cherub.agent.0',
    clock,
    runId: 7,
    counters,
    hello: () => ({ bootId: new Uint8Array(16).fill(1), runId: 7, app: 'web' }),
    answer: (request) => ({
      code: cherub.Code.CODE_OK,
      pong: { payload: request.ping?.payload ?? new Uint8Array(0) },
    }),
    onProblem: (problem) => problems.push(problem),
  });
  return { port, clock, counters, problems, lane, host: new HostSession() };
}

test('a host that connects is greeted, its ping answered, and records are pushed to it', () => {
  const { port, clock, lane, host, counters } = setUp();
  lane.tick();
  port.events?.connected();
  host.connected(99);
  assert.deepEqual(
    host.receive(port.takeWritten(), 0).map(({ kind }) => kind),
    ['hello'],
  );
  const ping = host.request({ ping: { payload: Uint8Array.of(5) } }, 1000, 0);
  assert.ok(ping.ok);
  port.events?.bytes(ping.bytes);
  const [answer] = host.receive(port.takeWritten(), 1);
  assert.ok(answer?.kind === 'answer');
  assert.deepEqual(answer.answer.pong?.payload, Uint8Array.of(5));
  lane.push(cherub.Record.encode({ beat: { line: 'x' } }).finish());
  assert.deepEqual(
    host.receive(port.takeWritten(), 2).map(({ kind }) => kind),
    ['push'],
  );
  assert.equal(counters.framesSent, 3);
  assert.equal(clock.nowUs, 1_000_000);
});

test('nothing is written without a host, and records are not kept for one', () => {
  const { port, lane, host } = setUp();
  lane.tick();
  lane.push(Uint8Array.of(1, 2, 3));
  assert.equal(port.written.length, 0);
  port.events?.connected();
  host.connected(1);
  assert.deepEqual(
    host.receive(port.takeWritten(), 0).map(({ kind }) => kind),
    ['hello'],
  );
});

test('a host that does not read costs a bounded queue; one that leaves and returns starts afresh', () => {
  const { port, lane, host, counters } = setUp();
  lane.tick();
  port.stalled = true;
  port.events?.connected();
  const record = cherub.Record.encode({ beat: { line: 'x'.repeat(10_000) } }).finish();
  for (let i = 0; i < 1000; i += 1) lane.push(record);
  assert.equal(port.written.length, 1, 'one write at a time');
  assert.ok(counters.framesDropped > 900);
  port.events?.disconnected();
  port.written.length = 0;
  port.events?.connected();
  port.resume();
  host.connected(2);
  assert.deepEqual(
    host.receive(port.takeWritten(), 0).map(({ kind }) => kind),
    ['hello'],
  );
});

test('a missing port is looked for at growing distances, and used when it comes', () => {
  const { port, clock, lane, problems } = setUp();
  port.missing = 'there is no port';
  let seconds = 0;
  for (; seconds < 120; seconds += 1) {
    lane.tick();
    clock.pass(1);
  }
  assert.ok(problems.length >= 5 && problems.length <= 9, `${problems.length} looks in two minutes`);
  port.missing = undefined;
  for (; port.opens === 0 && seconds < 300; seconds += 1) {
    lane.tick();
    clock.pass(1);
  }
  assert.equal(port.opens, 1);
  assert.equal(problems.at(-1), undefined);
});

test('a port that is pulled out is told and looked for again', () => {
  const { port, clock, lane, problems } = setUp();
  lane.tick();
  port.events?.connected();
  port.events?.gone('the port is gone');
  assert.equal(problems.at(-1), 'the port is gone');
  assert.equal(lane.connected, false);
  clock.pass(3);
  lane.tick();
  assert.equal(port.opens, 2);
});
