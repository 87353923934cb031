import assert from 'node:assert/strict';
import { test } from 'node:test';
import { encodeFrame, type FrameType } from '#protocol/link/frame.ts';
import { type HostEvent, HostSession, PENDING_REQUESTS_MAX } from '#protocol/link/host-session.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';

const boot = (fill: number): Uint8Array => new Uint8Array(16).fill(fill);

test('without a connection there is no request', () => {
  assert.deepEqual(new HostSession().request({ ping: {} }, 100, 0), { ok: false, problem: 'disconnected' });
});

test('an answer comes with its id and the time it took', () => {
  const host = connectedHost();
  const { id, sequence } = ask(host, 1_000);
  const events = host.receive(answer(55, sequence, { requestId: id, code: cherub.Code.CODE_OK }), 1_750);
  assert.deepEqual(
    events.map((event) =>
      event.kind === 'answer' ? [event.id, event.roundTripUs, event.answer.code] : event,
    ),
    [[id, 750, cherub.Code.CODE_OK]],
  );
});

test('a request that nobody answers fails at its deadline, and an answer after that is counted as late', () => {
  const host = connectedHost();
  const { id, sequence } = ask(host, 0);
  assert.equal(host.nextTickUs(), 100_000);
  assert.deepEqual(host.tick(99_999), []);
  assert.deepEqual(host.tick(100_000), [{ kind: 'failed', id, reason: 'timeout' }]);
  assert.deepEqual(host.receive(answer(55, sequence, { requestId: id }), 100_001), []);
  assert.deepEqual(
    [host.counters.requestsTimedOut, host.counters.answersLate, host.nextTickUs()],
    [1, 1, undefined],
  );
});

test('answers to another connection are stale and answer nothing', () => {
  const host = connectedHost();
  const { id, sequence } = ask(host, 0);
  assert.deepEqual(host.disconnected(), [{ kind: 'failed', id, reason: 'disconnected' }]);
  host.connected(56);
  ask(host, 0);
  assert.deepEqual(host.receive(answer(55, sequence, { requestId: id }), 1), []);
  assert.equal(host.counters.answersStale, 1);
});

test('connecting again without a word about the disconnect gives the old requests up', () => {
  const host = connectedHost();
  const { id } = ask(host, 0);
  assert.deepEqual(host.connected(56), [{ kind: 'failed', id, reason: 'disconnected' }]);
});

test('there is a bound to the requests that are waited for', () => {
  const host = connectedHost();
  for (let count = 0; count < PENDING_REQUESTS_MAX; count += 1) ask(host, 0);
  assert.deepEqual(host.request({ ping: {} }, 100, 0), { ok: false, problem: 'busy' });
});

test('another boot id is a reboot, another run id a restart, also when pushes tell it first', () => {
  const host = connectedHost();
  assert.deepEqual(kinds(host.receive(hello(boot(1), 10), 0)), ['hello']);
  assert.deepEqual(kinds(host.receive(hello(boot(1), 10), 0)), ['hello']);
  assert.deepEqual(kinds(host.receive(push(boot(1), 11), 0)), ['restart', 'push']);
  assert.deepEqual(kinds(host.receive(hello(boot(2), 11), 0)), ['reboot', 'hello']);
  assert.deepEqual(host.peer, { bootId: '02'.repeat(16), runId: 11 });
  const [event] = host.receive(push(boot(3), 12), 0);
  assert.deepEqual(event, { kind: 'reboot', before: '02'.repeat(16), bootId: '03'.repeat(16) });
});

test('a reboot while the host was away is noticed', () => {
  const host = connectedHost();
  host.receive(hello(boot(1), 10), 0);
  host.disconnected();
  host.connected(56);
  assert.deepEqual(kinds(host.receive(hello(boot(2), 20), 0)), ['reboot', 'hello']);
});

test('a hello that is an answer counts as one', () => {
  const host = connectedHost();
  host.receive(hello(boot(1), 10), 0);
  const { id, sequence } = ask(host, 0);
  const events = host.receive(
    answer(55, sequence, { requestId: id, hello: { bootId: boot(1), runId: 11 } }),
    5,
  );
  assert.deepEqual(kinds(events), ['restart', 'answer']);
});

test('a boot id of another length says nothing', () => {
  const host = connectedHost();
  assert.deepEqual(kinds(host.receive(hello(new Uint8Array(15), 10), 0)), ['hello']);
  assert.deepEqual(kinds(host.receive(push(undefined, 10), 0)), ['push']);
  assert.equal(host.peer, undefined);
});

test('frames that hold no message, or that only a host sends, are discarded with the reason', () => {
  const host = connectedHost();
  const { id, sequence } = ask(host, 0);
  const garbage = Uint8Array.of(0xff, 0xff, 0xff);
  const frame = (type: FrameType): Uint8Array =>
    encodeFrame({ type, session: 55, sequence, payload: garbage });
  for (const type of ['hello', 'push', 'answer'] as const) {
    assert.deepEqual(
      host.receive(frame(type), 0),
      [{ kind: 'discarded', bytes: 3, problem: 'payload' }],
      type,
    );
  }
  assert.deepEqual(host.receive(frame('request'), 0), [
    { kind: 'discarded', bytes: 3, problem: 'unexpected' },
  ]);
  assert.deepEqual(host.receive(Uint8Array.of(0, 5, 5, 0), 0), [
    { kind: 'discarded', bytes: 2, problem: 'cut' },
  ]);
  assert.deepEqual([host.counters.discarded, host.counters.discardedBytes], [5, 14]);
  assert.deepEqual(
    kinds(host.receive(answer(55, sequence, { requestId: id }), 0)),
    ['answer'],
    'still waited for',
  );
});

function connectedHost(): HostSession {
  const host = new HostSession();
  host.connected(55);
  return host;
}

/** The frame sequence of a request is its id. */
function ask(host: HostSession, nowUs: number): { id: number; sequence: number } {
  const asked = host.request({ ping: {} }, 100, nowUs);
  assert.ok(asked.ok);
  return { id: asked.id, sequence: asked.id };
}

function answer(session: number, sequence: number, message: cherub.Answer.$Properties): Uint8Array {
  return encodeFrame({ type: 'answer', session, sequence, payload: cherub.Answer.encode(message).finish() });
}

function hello(bootId: Uint8Array, runId: number): Uint8Array {
  const payload = cherub.Hello.encode({ bootId, runId }).finish();
  return encodeFrame({ type: 'hello', session: runId, sequence: 1, payload });
}

function push(bootId: Uint8Array | undefined, runId: number): Uint8Array {
  const stamp = bootId === undefined ? { runId } : { bootId, runId };
  const payload = cherub.Record.encode({ stamp, stop: {} }).finish();
  return encodeFrame({ type: 'push', session: runId, sequence: 1, payload });
}

function kinds(events: readonly HostEvent[]): string[] {
  return events.map(({ kind }) => kind);
}
