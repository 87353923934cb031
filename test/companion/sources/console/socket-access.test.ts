import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { ConsoleLease } from '#companion/sources/console/console-access.ts';
import { type ConsoleSource, createConsoleSource } from '#companion/sources/console/source.ts';
import { eventually } from '#test/support/eventually.ts';
import { createSourceContext } from '#test/support/fake-source-context.ts';

const DEADLINE_MS = 20_000;
const never = new AbortController().signal;
const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const bytes = (value: string): Uint8Array => new Uint8Array(Buffer.from(value, 'latin1'));

interface Bench {
  readonly source: ConsoleSource;
  /** QEMU's end of the newest connection. */
  readonly qemu: () => Socket;
  /** What QEMU got over all connections. */
  readonly got: () => string;
  readonly stop: () => Promise<void>;
}

/** A console source on a real socket, and in QEMU's place somebody who writes down. */
async function start(t: TestContext, isMux: boolean): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'access-'));
  const path = join(folder, 'console');
  let got = '';
  const connections: Socket[] = [];
  const server = createServer((socket) => {
    connections.push(socket);
    socket.on('data', (chunk) => {
      got += chunk.toString('latin1');
    });
    socket.on('error', () => undefined);
  });
  server.listen(path);
  await once(server, 'listening');
  const source = createConsoleSource(
    { input: { kind: 'socket', path }, isMux, forward: 'all', captureBytes: 4096, bytesPerSecondMax: 1e6 },
    createSourceContext(),
  );
  const stopping = new AbortController();
  const running = source.run(stopping.signal);
  const stop = async (): Promise<void> => {
    stopping.abort();
    await running;
  };
  t.after(async () => {
    await stop();
    for (const socket of connections) socket.destroy();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });
  await eventually('a connection', () => connections[0]);
  const qemu = (): Socket => {
    const newest = connections.at(-1);
    assert.ok(newest !== undefined);
    return newest;
  };
  return { source, qemu, got: () => got, stop };
}

async function borrow(bench: Bench): Promise<ConsoleLease> {
  const borrowed = await bench.source.access?.borrow({ deadlineMs: DEADLINE_MS, signal: never });
  assert.ok(borrowed?.ok);
  return borrowed.lease;
}

const arrives = (bench: Bench, value: string): Promise<true> =>
  eventually(JSON.stringify(value), () => (bench.got() === value ? true : undefined));

test('on a mux nothing typed can command QEMU, and the two escapes are the only ones', async (t) => {
  const bench = await start(t, true);
  const lease = await borrow(bench);
  assert.equal(await lease.write(bytes('\x01x\x01\x01c'), { deadlineMs: DEADLINE_MS }), true);
  await arrives(bench, '\x01\x01x\x01\x01\x01\x01c');
  assert.equal(await lease.switchFocus(), true);
  assert.equal(await lease.sendBreak(), true);
  await arrives(bench, '\x01\x01x\x01\x01\x01\x01c\x01c\x01b');
  await lease.release();
});

test('without a mux bytes go as they are, and there is no escape', async (t) => {
  const bench = await start(t, false);
  const lease = await borrow(bench);
  assert.deepEqual([await lease.switchFocus(), await lease.sendBreak()], [false, false]);
  assert.equal(await lease.write(bytes('\x01x'), { deadlineMs: DEADLINE_MS }), true);
  await lease.release();
  await arrives(bench, '\x01x');
});

test('a released lease puts the focus back once, and types nothing more', async (t) => {
  const bench = await start(t, true);
  const lease = await borrow(bench);
  await lease.switchFocus();
  await lease.release();
  await lease.release();
  assert.equal(await lease.write(bytes('x'), { deadlineMs: DEADLINE_MS }), false);
  assert.equal(await lease.switchFocus(), false);
  const next = await borrow(bench);
  await next.switchFocus();
  await next.switchFocus();
  await next.write(bytes('y'), { deadlineMs: DEADLINE_MS });
  await next.release();
  await arrives(bench, '\x01c\x01c\x01c\x01cy');
});

test('the focus comes home when the companion stops with a lease in somebody’s hands', async (t) => {
  const bench = await start(t, true);
  const lease = await borrow(bench);
  await lease.switchFocus();
  await bench.stop();
  await arrives(bench, '\x01c\x01c');
  assert.equal(lease.gone.aborted, true);
});

test('a lease hears every byte while it lasts, and the source hears them too', async (t) => {
  const bench = await start(t, false);
  const lease = await borrow(bench);
  let heard = '';
  lease.onBytes((chunk) => {
    heard += text(chunk);
  });
  bench.qemu().write('hello\n');
  await eventually('hello', () => (heard === 'hello\n' ? true : undefined));
  await lease.release();
  bench.qemu().write('unheard\n');
  await eventually('the source', () =>
    text(bench.source.captured()) === 'hello\nunheard\n' ? true : undefined,
  );
  assert.equal(heard, 'hello\n');
});

test('a connection that ends is told to its lease, and the next lease begins at home', async (t) => {
  const bench = await start(t, true);
  const lease = await borrow(bench);
  await lease.switchFocus();
  await arrives(bench, '\x01c');
  const first = bench.qemu();
  first.destroy();
  await eventually('gone', () => (lease.gone.aborted ? true : undefined));
  assert.equal(await lease.write(bytes('x'), { deadlineMs: DEADLINE_MS }), false);
  await eventually('another connection', () => (bench.qemu() === first ? undefined : true));
  await lease.release();
  const next = await borrow(bench);
  assert.equal(next.gone.aborted, false);
  await next.write(bytes('y'), { deadlineMs: DEADLINE_MS });
  await next.release();
  await arrives(bench, '\x01cy');
});

test('one has the console at a time; who waits too long or is stopped is told why', async (t) => {
  const bench = await start(t, false);
  const lease = await borrow(bench);
  const late = await bench.source.access?.borrow({ deadlineMs: 20, signal: never });
  assert.match(late?.ok === false ? late.reason : '', /somebody else had the console/u);
  const stopping = new AbortController();
  const stopped = bench.source.access?.borrow({ deadlineMs: DEADLINE_MS, signal: stopping.signal });
  stopping.abort();
  assert.deepEqual(await stopped, { ok: false, reason: 'stopped' });
  const second = borrow(bench);
  await lease.release();
  await (await second).release();
});

test('nobody borrows a console that is not connected', async () => {
  const source = createConsoleSource(
    {
      input: { kind: 'socket', path: '/nowhere/console' },
      isMux: false,
      forward: 'all',
      captureBytes: 4096,
      bytesPerSecondMax: 1e6,
    },
    createSourceContext(),
  );
  assert.deepEqual(await source.access?.borrow({ deadlineMs: 20, signal: never }), {
    ok: false,
    reason: 'the console is not connected',
  });
});

test('a QEMU that does not read ends a write at its deadline, and bytes are never sent out of turn', async (t) => {
  const bench = await start(t, true);
  const lease = await borrow(bench);
  bench.qemu().pause();
  const flood = new Uint8Array(8 * 1024 * 1024).fill(0x61);
  assert.equal(await lease.write(flood, { deadlineMs: 50 }), false);
  assert.equal(await lease.write(bytes('x'), { deadlineMs: 50 }), false);
  assert.equal(await lease.switchFocus(), false);
  await lease.release();
  bench.qemu().resume();
  await eventually('the flood', () => (bench.got().length >= flood.length ? true : undefined));
  assert.equal(bench.got().length, flood.length);
});
