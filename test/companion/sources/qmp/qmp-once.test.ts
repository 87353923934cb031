import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QmpShort, qmpOnce } from '#companion/sources/qmp/qmp-once.ts';
import { FakeQmp, type FakeQmpOptions, GREETING } from '#test/support/fake-qmp.ts';

async function withFake(o: FakeQmpOptions, use: (fake: FakeQmp) => Promise<void>): Promise<void> {
  const fake = await FakeQmp.start(o);
  try {
    await use(fake);
  } finally {
    await fake.close();
  }
}

test('one command takes one connection, which is closed after the answer', () =>
  withFake({ answer: () => ({ return: { status: 'running' } }) }, async (fake) => {
    const result = await qmpOnce(fake.path, 'query-status');
    assert.deepEqual(result, { ok: true, value: { status: 'running' } });
    assert.equal(fake.connections, 1);
    assert.deepEqual(
      fake.commands.map(({ execute }) => execute),
      ['qmp_capabilities', 'query-status'],
    );
  }));

test("an error of QEMU's is a refusal with its words, made safe", () =>
  withFake(
    { answer: () => ({ error: { class: 'CommandNotFound', desc: 'The command \u001b[2J is unknown' } }) },
    async (fake) => {
      const result = await qmpOnce(fake.path, 'nonsense');
      assert.deepEqual(result, {
        ok: false,
        problem: 'refused',
        detail: 'CommandNotFound: The command \\x1b[2J is unknown',
      });
    },
  ));

test('events and foreign answers before the answer do not count as it', () =>
  withFake(
    {
      answer: (_, peer) => {
        peer.event('STOP');
        peer.send('{"return": "forged", "id": 77}\n{"return": "without id"}\n');
        return { return: 'real' };
      },
    },
    async (fake) => {
      const port = new QmpShort(fake.path);
      assert.deepEqual(await port.execute('query-name'), { ok: true, value: 'real' });
      assert.equal(port.counters.stale, 2);
      assert.equal(port.counters.events, 1);
    },
  ));

const HOSTILE: Readonly<Record<string, FakeQmpOptions>> = {
  'never speaks': { greeting: '' },
  'greets and never answers': { answer: () => undefined },
  'sends one line without an end': { greeting: `{"QMP": "${'x'.repeat(500_000)}` },
};

for (const [name, options] of Object.entries(HOSTILE)) {
  test(`a peer that ${name} ends at the deadline`, () =>
    withFake(options, async (fake) => {
      const result = await qmpOnce(fake.path, 'query-status', undefined, { deadlineMs: 60 });
      assert.equal(result.ok, false);
      assert.equal(!result.ok && result.problem, 'deadline');
    }));
}

test('a peer that never greets is told apart from one that greets and hangs', () =>
  withFake({ greeting: '' }, async (fake) => {
    const result = await qmpOnce(fake.path, 'query-status', undefined, { deadlineMs: 60 });
    assert.equal(!result.ok && result.isGreeted, false);
  }));

test('a peer that sends a megabyte without a line end is cut off', () =>
  withFake(
    {
      greeting: GREETING,
      answer: (_, peer) => {
        peer.send('x'.repeat(1_200_000));
        return undefined;
      },
    },
    async (fake) => {
      const port = new QmpShort(fake.path);
      const result = await port.execute('query-status', undefined, { deadlineMs: 5000 });
      assert.equal(!result.ok && result.problem, 'invalid');
      assert.equal(port.counters.invalid, 1);
    },
  ));

test('a peer that drips single bytes ends at the deadline', () =>
  withFake(
    {
      answer: (_, peer) => {
        const timer = setInterval(() => peer.send(' '), 5);
        timer.unref();
        return undefined;
      },
    },
    async (fake) => {
      const result = await qmpOnce(fake.path, 'query-status', undefined, { deadlineMs: 80 });
      assert.equal(!result.ok && result.problem, 'deadline');
    },
  ));

test('a peer that floods with events is cut off', () => {
  const line = `{"event": "STOP", "data": {"x": "${'y'.repeat(1000)}"}}\n`.repeat(1000);
  return withFake(
    {
      answer: (_, peer) => {
        for (let i = 0; i < 20; i += 1) peer.send(line);
        return undefined;
      },
    },
    async (fake) => {
      const port = new QmpShort(fake.path);
      const result = await port.execute('query-status', undefined, { deadlineMs: 10_000 });
      assert.equal(!result.ok && result.problem, 'gone');
      assert.equal(port.counters.floods, 1);
    },
  );
});

test('a socket that is not there is told at once', async () => {
  const result = await qmpOnce('/nonexistent/qmp', 'query-status');
  assert.equal(!result.ok && result.problem, 'gone');
});

test('an aborted signal ends a command at once', () =>
  withFake({ answer: () => undefined }, async (fake) => {
    const stop = new AbortController();
    const pending = qmpOnce(fake.path, 'query-status', undefined, {
      deadlineMs: 60_000,
      signal: stop.signal,
    });
    stop.abort();
    assert.equal((await pending).ok, false);
    assert.equal((await qmpOnce(fake.path, 'query-status', undefined, { signal: stop.signal })).ok, false);
  }));

test("EVE's own listener is never connected to", async () => {
  const result = await qmpOnce('/run/hypervisor/kvm/x/listener.qmp', 'query-status');
  assert.equal(!result.ok && result.problem, 'refused');
});

test('commands of one port wait for each other, so that one connection is open at a time', () => {
  let most = 0;
  return withFake(
    {
      answer: () => ({ return: {} }),
    },
    async (fake) => {
      const port = new QmpShort(fake.path);
      const results = await Promise.all(
        Array.from({ length: 8 }, async () => {
          const result = await port.execute('query-status');
          most = Math.max(most, fake.open);
          return result.ok;
        }),
      );
      assert.deepEqual(
        results,
        Array.from({ length: 8 }, () => true),
      );
      assert.equal(fake.connections, 8);
      assert.ok(most <= 2, `${most} connections were open at once`);
    },
  );
});
