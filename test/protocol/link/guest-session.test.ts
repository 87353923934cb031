import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FrameDecoder } from '#protocol/link/decoder.ts';
import { encodeFrame, LINK_PAYLOAD_BYTES_MAX } from '#protocol/link/frame.ts';
import {
  type GuestRequest,
  GuestSession,
  OUTSTANDING_REQUESTS_MAX,
  SEND_QUEUE_BYTES_MAX,
} from '#protocol/link/guest-session.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';

const BOOT_ID = new Uint8Array(16).fill(7);

test('the first frame after the port opened is a hello with the run id as its session', () => {
  const guest = newGuest();
  guest.opened();
  const [frame] = drain(guest);
  assert.ok(frame?.kind === 'frame');
  assert.deepEqual([frame.frame.type, frame.frame.session], ['hello', 4711]);
  assert.equal(cherub.Hello.decode(frame.frame.payload).runId, 4711);
});

test('a request comes out with its deadline, and its answer repeats session, sequence and id', () => {
  const guest = openGuest();
  const [request] = guest.receive(requestBytes({ id: 9, deadlineMs: 250, ping: {} }, 3), 1_000);
  assert.ok(request !== undefined);
  assert.deepEqual([request.request.body, request.deadlineUs], ['ping', 251_000]);
  assert.ok(guest.answer(request, { code: cherub.Code.CODE_OK, pong: {} }));
  assert.deepEqual(answers(guest), [{ session: 77, sequence: 3, id: 9, code: cherub.Code.CODE_OK }]);
  assert.equal(guest.answer(request, { code: cherub.Code.CODE_OK }), false, 'only one answer');
});

test('a request without a deadline gets the default one and a huge one is cut', () => {
  const guest = openGuest();
  const [first] = guest.receive(requestBytes({ id: 1, ping: {} }), 0);
  const [second] = guest.receive(requestBytes({ id: 2, deadlineMs: 0xffff_ffff, ping: {} }), 0);
  assert.deepEqual([first?.deadlineUs, second?.deadlineUs], [5_000_000, 60_000_000]);
  assert.equal(guest.nextTickUs(), 5_000_000);
});

test('the session itself answers at the deadline, and a later answer is refused', () => {
  const guest = openGuest();
  const [request] = guest.receive(requestBytes({ id: 1, deadlineMs: 10, snapshot: {} }), 0);
  guest.tick(9_999);
  assert.deepEqual(answers(guest), []);
  guest.tick(10_000);
  assert.deepEqual(
    answers(guest).map(({ code }) => code),
    [cherub.Code.CODE_DEADLINE_EXCEEDED],
  );
  assert.equal(guest.answer(request as GuestRequest, { code: cherub.Code.CODE_OK }), false);
  assert.deepEqual([guest.nextTickUs(), guest.counters.requestsTooLate], [undefined, 1]);
});

test('one request more than are taken at once is told so, and there is room again after an answer', () => {
  const guest = openGuest();
  const taken = [...Array(OUTSTANDING_REQUESTS_MAX + 2).keys()].flatMap((id) =>
    guest.receive(requestBytes({ id, ping: {} }, id), 0),
  );
  assert.equal(taken.length, OUTSTANDING_REQUESTS_MAX);
  assert.deepEqual(
    answers(guest).map(({ code, id }) => [code, id]),
    [
      [cherub.Code.CODE_BUSY, 8],
      [cherub.Code.CODE_BUSY, 9],
    ],
  );
  guest.answer(taken[3] as GuestRequest, { code: cherub.Code.CODE_OK });
  assert.equal(guest.receive(requestBytes({ id: 10, ping: {} }), 0).length, 1);
});

test('a request that cannot be understood is answered and never handed out', () => {
  const guest = openGuest();
  const broken = encodeFrame({
    type: 'request',
    session: 77,
    sequence: 1,
    payload: Uint8Array.of(0xff, 0xff),
  });
  assert.deepEqual(guest.receive(broken, 0), []);
  assert.deepEqual(guest.receive(requestBytes({ id: 5 }), 0), []);
  assert.deepEqual(
    answers(guest).map(({ code, id }) => [code, id]),
    [
      [cherub.Code.CODE_INVALID, 0],
      [cherub.Code.CODE_UNSUPPORTED, 5],
    ],
  );
});

test('garbage and frames of the wrong kind are counted', () => {
  const guest = openGuest();
  guest.receive(Uint8Array.of(0, 1, 2, 3, 0), 0);
  guest.receive(encodeFrame({ type: 'push', session: 1, sequence: 1, payload: new Uint8Array(0) }), 0);
  assert.deepEqual(
    [guest.counters.framesInvalid, guest.counters.bytesInvalid, guest.counters.requests],
    [2, 3, 0],
  );
});

test('an answer that is too large for a frame becomes an error that says so', () => {
  const guest = openGuest();
  const [request] = guest.receive(requestBytes({ id: 1, ping: {} }), 0);
  const pong = { payload: new Uint8Array(LINK_PAYLOAD_BYTES_MAX) };
  assert.ok(guest.answer(request as GuestRequest, { code: cherub.Code.CODE_OK, pong }));
  assert.deepEqual(
    answers(guest).map(({ code, id }) => [code, id]),
    [[cherub.Code.CODE_INTERNAL, 1]],
  );
});

test('a host that does not read costs the oldest pushes, never an answer or the frame under way', () => {
  const guest = openGuest();
  const record = (fill: number): Uint8Array => new Uint8Array(60_000).fill(fill);
  assert.ok(guest.push(record(1)));
  guest.written(100);
  const [request] = guest.receive(requestBytes({ id: 1, ping: {} }), 0);
  assert.ok(guest.answer(request as GuestRequest, { code: cherub.Code.CODE_OK }));
  for (let fill = 2; fill <= 100; fill += 1) assert.ok(guest.push(record(fill)));
  const frames = drain(guest, 100);
  const kinds = frames.map((one) =>
    one.kind === 'frame' ? `${one.frame.type} ${one.frame.payload[0] ?? ''}` : one.kind,
  );
  // The frame under way lost its first 100 bytes to this test, so it shows as discarded.
  assert.deepEqual(kinds.slice(0, 3), ['discarded', 'answer 8', 'push 94']);
  assert.equal(kinds.at(-1), 'push 100');
  assert.equal(guest.counters.framesDropped, 92);
});

test('answers that nobody reads are bounded too', () => {
  const guest = openGuest();
  const chunk = requestBytes({ id: 1 });
  for (let count = 0; count < 20_000; count += 1) guest.receive(chunk, 0);
  let bytes = 0;
  for (let next = guest.peek(); next !== undefined; next = guest.peek()) {
    bytes += next.length;
    guest.written(next.length);
  }
  assert.ok(bytes <= SEND_QUEUE_BYTES_MAX);
  assert.ok(guest.counters.framesDropped > 0);
});

test('nothing is queued while nobody is there, and a new host gets nothing of the old one', () => {
  const guest = openGuest();
  const [request] = guest.receive(requestBytes({ id: 1, ping: {} }), 0);
  guest.push(Uint8Array.of(1));
  guest.written(5);
  guest.closed();
  assert.equal(guest.peek(), undefined);
  assert.equal(guest.push(Uint8Array.of(2)), false);
  assert.equal(guest.answer(request as GuestRequest, { code: cherub.Code.CODE_OK }), false);
  guest.opened();
  assert.deepEqual(
    drain(guest).map((one) => (one.kind === 'frame' ? one.frame.type : one.kind)),
    ['hello'],
  );
});

test('a record that fits no frame is refused', () => {
  assert.equal(openGuest().push(new Uint8Array(LINK_PAYLOAD_BYTES_MAX + 1)), false);
});

function newGuest(): GuestSession {
  return new GuestSession({ runId: 4711, hello: () => ({ bootId: BOOT_ID, runId: 4711, app: 'web' }) });
}

function openGuest(): GuestSession {
  const guest = newGuest();
  guest.opened();
  drain(guest);
  return guest;
}

function requestBytes(request: cherub.Request.$Properties, sequence = 1): Uint8Array {
  return encodeFrame({
    type: 'request',
    session: 77,
    sequence,
    payload: cherub.Request.encode(request).finish(),
  });
}

function drain(guest: GuestSession, bytesMax = 1 << 20): ReturnType<FrameDecoder['push']> {
  const decoder = new FrameDecoder();
  const decoded: ReturnType<FrameDecoder['push']> = [];
  for (let next = guest.peek(); next !== undefined; next = guest.peek()) {
    const written = next.slice(0, bytesMax);
    decoded.push(...decoder.push(written));
    guest.written(written.length);
  }
  return decoded;
}

function answers(
  guest: GuestSession,
): { session: number; sequence: number; id: number; code: cherub.Code }[] {
  return drain(guest).flatMap((one) => {
    if (one.kind !== 'frame' || one.frame.type !== 'answer') return [];
    const { requestId, code } = cherub.Answer.decode(one.frame.payload);
    return [
      { session: one.frame.session, sequence: one.frame.sequence, id: requestId ?? 0, code: code ?? 0 },
    ];
  });
}
