import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { GuestSession } from '#protocol/link/guest-session.ts';
import { HostSession } from '#protocol/link/host-session.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { FakeLink } from '#test/support/fake-link.ts';

const NOISE = new Uint8Array(1 << 20).map((_, index) => (Math.imul(index, 2_654_435_761) >>> 13) & 0xff);

test('a ping is answered when the host connected and asked before the guest was there', () => {
  const link = new FakeLink(new HostSession());
  link.hostConnects(1);
  const id = askPing(link);
  link.guestOpens(newGuest());
  settle(link);
  assert.deepEqual(kinds(link), ['hello', `answer ${id}`]);
});

test('a ping is answered after the host left in the middle of a frame and came back', () => {
  const link = connectedLink();
  const asked = link.host.request({ ping: {} }, 100, link.nowUs);
  assert.ok(asked.ok);
  link.hostWrites(asked.bytes.subarray(0, 11));
  link.deliver();
  link.hostLeaves();
  link.hostConnects(2);
  assertPingAnswered(link);
});

test('a ping is answered although the guest never noticed that the host left in the middle of a frame', () => {
  const link = connectedLink();
  const asked = link.host.request({ ping: {} }, 100, link.nowUs);
  assert.ok(asked.ok);
  link.hostWrites(asked.bytes.subarray(0, 11));
  link.deliver();
  link.events.push(...link.host.connected(2));
  assertPingAnswered(link);
});

test('a ping is answered after the agent was restarted, and the restart is noticed', () => {
  const link = connectedLink();
  askPing(link);
  link.guestGone(true);
  link.guestOpens(newGuest(2));
  assertPingAnswered(link);
  assert.ok(link.events.some((event) => event.kind === 'restart' && event.runId === 2));
});

test('a ping is answered after the guest rebooted in the middle of its own frame, and the reboot is noticed', () => {
  const link = connectedLink();
  const dying = newGuest();
  link.guestOpens(dying);
  dying.push(cherub.Record.encode({ stop: { reason: 'x'.repeat(500) } }).finish());
  const half = dying.peek()?.slice(0, 40) ?? new Uint8Array(0);
  link.events.push(...link.host.receive(half, link.nowUs));
  link.guestGone(true);
  link.guestOpens(newGuest(3, 9));
  assertPingAnswered(link);
  assert.ok(link.events.some((event) => event.kind === 'reboot'));
  assert.ok(link.events.some((event) => event.kind === 'discarded' && event.bytes === 39));
});

test('a ping is answered after 1 MiB of noise in either direction', () => {
  const link = connectedLink();
  link.hostWrites(NOISE);
  link.deliver();
  assertPingAnswered(link);
  link.events.push(...link.host.receive(NOISE, link.nowUs));
  assertPingAnswered(link);
});

test('an answer to an earlier connection is stale, and the one that was asked for comes', () => {
  const link = connectedLink();
  askPing(link);
  link.deliver();
  const [old] = link.requests.splice(0);
  // The host goes and comes back; the guest's kernel never told its agent.
  link.events.push(...link.host.connected(2));
  const id = askPing(link);
  assert.ok(old !== undefined);
  link.guest?.answer(old, { code: cherub.Code.CODE_OK, pong: {} });
  settle(link);
  assert.equal(link.host.counters.answersStale, 1);
  assert.deepEqual(kinds(link).slice(-1), [`answer ${id}`]);
});

test('whatever is lost, doubled, cut or changed on the way, every request ends, in an answer of its own or in time', () => {
  const fault = fc.constantFrom(
    'pass',
    'pass',
    'pass',
    'drop',
    'cut',
    'double',
    'flip',
    'garbage',
    'reconnect',
    'restart',
  );
  fc.assert(
    fc.property(fc.array(fault, { maxLength: 40 }), fc.nat(), (faults, seed) => {
      const script = faults.slice();
      const link = new FakeLink(new HostSession(), {
        distort: (chunk) => distort(chunk, script.shift() ?? 'pass', seed),
      });
      link.hostConnects(1);
      link.guestOpens(newGuest());
      const asked: number[] = [];
      for (let round = 0; round < 8; round += 1) {
        if (script[0] === 'reconnect') {
          script.shift();
          link.hostLeaves();
          link.hostConnects(round + 2);
        } else if (script[0] === 'restart') {
          script.shift();
          link.guestGone(true);
          link.guestOpens(newGuest(round + 100));
        }
        asked.push(askPing(link));
        settle(link);
        link.advance(200);
      }
      settle(link);
      const ended = link.events.flatMap((event) => ('id' in event ? [event.id] : []));
      assert.deepEqual(
        ended.toSorted((a, b) => a - b),
        asked,
        'each exactly once',
      );
      script.length = 0;
      assertPingAnswered(link);
    }),
    { numRuns: 300 },
  );
});

function distort(chunk: Uint8Array, fault: string, seed: number): Uint8Array[] {
  const at = chunk.length === 0 ? 0 : seed % chunk.length;
  switch (fault) {
    case 'drop':
      return [];
    case 'cut':
      return [chunk.subarray(0, at)];
    case 'double':
      return [chunk, chunk];
    case 'flip':
      return [chunk.map((byte, index) => (index === at ? byte ^ 0x10 : byte))];
    case 'garbage':
      return [chunk.subarray(0, at), NOISE.subarray(0, 300), chunk.subarray(at)];
    default:
      return [chunk];
  }
}

function newGuest(runId = 1, boot = 7): GuestSession {
  const bootId = new Uint8Array(16).fill(boot);
  return new GuestSession({ runId, hello: () => ({ bootId, runId, app: 'web' }) });
}

/** Host and guest are there, and the greeting is over. */
function connectedLink(): FakeLink {
  const link = new FakeLink(new HostSession());
  link.hostConnects(1);
  link.guestOpens(newGuest());
  settle(link);
  return link;
}

/** @returns the id of the request */
function askPing(link: FakeLink): number {
  const asked = link.host.request({ ping: { payload: Uint8Array.of(1, 0, 2) } }, 100, link.nowUs);
  assert.ok(asked.ok);
  link.hostWrites(asked.bytes);
  return asked.id;
}

/** Both programs work until nothing moves any more; the guest answers every ping. */
function settle(link: FakeLink): void {
  do {
    link.deliver();
    for (const request of link.requests) {
      link.guest?.answer(request, { code: cherub.Code.CODE_OK, pong: request.request.ping ?? {} });
    }
  } while (link.requests.splice(0).length > 0);
}

function assertPingAnswered(link: FakeLink): void {
  const id = askPing(link);
  settle(link);
  const answer = link.events.find((event) => event.kind === 'answer' && event.id === id);
  assert.ok(answer?.kind === 'answer', 'no answer');
  assert.deepEqual(answer.answer.pong?.payload, Uint8Array.of(1, 0, 2));
}

function kinds(link: FakeLink): string[] {
  return link.events.map((event) => (event.kind === 'answer' ? `answer ${event.id}` : event.kind));
}
