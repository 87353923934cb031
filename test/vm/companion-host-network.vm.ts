import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspect } from 'node:util';
import { ProcFiles } from '#companion/sources/host/proc-files.ts';
import { createHostSource } from '#companion/sources/host/source.ts';
import { probeHttp } from '#companion/sources/network/http.ts';
import type { QmpPort } from '#companion/sources/qmp/qmp-port.ts';
import type { Guest } from '#test/vm/guest/guest.ts';
import { withGuest } from '#test/vm/guest/with-guest.ts';

const BOOT_MS = 120_000;
/** Samples for a judgement of the vCPUs: more than eight seconds. */
const LOOKS = 7;
const LOOK_EVERY_MS = 1500;

/** The framework's own connection as a port. */
function portOf(guest: Guest): QmpPort {
  return {
    execute: async (command, args) => {
      try {
        return { ok: true, value: (await guest.qmp.execute(command, args)) as never };
      } catch (error) {
        return { ok: false, problem: 'refused', detail: String(error) };
      }
    },
  };
}

test("the host sees QEMU's process and whether the vCPUs go on", { timeout: 300_000 }, async (t) => {
  await withGuest(t, { name: 'host', root: { kind: 'initramfs' } }, async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    const monotonicUs = (): number => Math.round(performance.now() * 1000);
    const source = createHostSource(
      { qmpSocket: join(guest.directory, 'qmp.sock'), pollMs: 5000 },
      { files: new ProcFiles(), qmp: portOf(guest), monotonicUs, runState: () => 'running' },
    );
    const { signal } = new AbortController();
    const look = async (): Promise<string[]> => {
      await source.look(signal);
      return source
        .signals(monotonicUs())
        .map(({ id, state, proof }) => `${id} ${state}${proof === true ? '!' : ''}`);
    };
    const lookLong = async (): Promise<string[]> => {
      for (let i = 1; i < LOOKS; i += 1) {
        await look();
        await sleep(LOOK_EVERY_MS);
      }
      return look();
    };

    await t.test('an idle guest is alive', async () => {
      assert.deepEqual(await lookLong(), ['host.process alive', 'vcpu.progress alive']);
      assert.equal(source.process()?.pid, guest.pid);
    });

    await t.test('a guest that is busy in its kernel and in programs is alive', async () => {
      await guest.console.runOk('(cat /dev/zero >/dev/null & while :; do :; done) >/dev/null 2>&1 &');
      assert.deepEqual(await lookLong(), ['host.process alive', 'vcpu.progress alive']);
    });

    await t.test('facts hold the threads, their time and their places in the kernel', () => {
      const { process: facts, node } = source.facts();
      assert.ok(facts !== undefined && facts.threads.length >= 3, inspect(facts));
      assert.ok(facts.threads.some(({ cpuTimeUs }) => cpuTimeUs > 1_000_000));
      assert.ok((facts.residentBytes ?? 0) > 50 * 1024 * 1024);
      assert.ok((node.memoryTotalBytes ?? 0) > 0);
    });

    await t.test('a QEMU that is stopped by a signal is dead, and alive again', async () => {
      process.kill(guest.pid, 'SIGSTOP');
      await sleep(50);
      const stopped = createHostSource(
        { qmpSocket: join(guest.directory, 'qmp.sock'), pollMs: 5000 },
        { files: new ProcFiles(), monotonicUs, runState: () => 'running' },
      );
      await stopped.look(signal);
      assert.equal(stopped.signals(monotonicUs())[0]?.state, 'dead');
      process.kill(guest.pid, 'SIGCONT');
      await sleep(50);
      await stopped.look(signal);
      assert.equal(stopped.signals(monotonicUs())[0]?.state, 'alive');
    });

    await t.test('a QEMU that was killed is dead with proof', async () => {
      await guest.kill();
      assert.deepEqual(await look(), ['host.process dead!']);
    });
  });
});

test('a page of a guest is ok, and failed when its program stands still', { timeout: 300_000 }, async (t) => {
  const hostPort = await freePort();
  const description = {
    name: 'network',
    root: { kind: 'initramfs' },
    network: { kind: 'user', forward: [{ hostPort, guestPort: 80 }] },
    modules: ['virtio_net'],
  } as const;
  await withGuest(t, description, async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    await guest.console.runOk(
      'ip link set eth0 up; ip addr add 10.0.2.15/24 dev eth0; ip route add default via 10.0.2.2',
    );
    await guest.console.runOk('mkdir -p /www; echo all is well >/www/health; httpd -p 80 -h /www');
    const url = `http://127.0.0.1:${hostPort}/health`;
    const ok = await probeHttp({ url, bodyContains: 'well' }, { deadlineMs: 10_000 });
    assert.equal(ok.outcome, 'ok', inspect(ok));
    const absent = await probeHttp({ url: `${url}y` }, { deadlineMs: 10_000 });
    assert.deepEqual([absent.outcome, absent.reason], ['failed', 'status 404']);
    await guest.console.runOk('kill -STOP $(pidof httpd)');
    const stopped = await probeHttp({ url }, { deadlineMs: 3000 });
    assert.deepEqual([stopped.outcome, stopped.reason], ['failed', 'no answer within 3000 ms']);
    await guest.console.runOk('kill -CONT $(pidof httpd)');
    assert.equal((await probeHttp({ url }, { deadlineMs: 10_000 })).outcome, 'ok');
  });
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise<void>((resolve) => server.close(() => resolve()));
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
