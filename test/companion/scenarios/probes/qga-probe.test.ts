import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import fc from 'fast-check';
import type { ProbeReport } from '#companion/scenarios/probes/probe.ts';
import { QgaPing } from '#companion/scenarios/probes/qga-ping.ts';
import { probeQga } from '#companion/scenarios/probes/qga-probe.ts';
import { makeScenario, makeScenarioVm } from '../../../support/scenario-bench.ts';

/** A socket behind which somebody gives these answers; gives what a probe says of it. */
async function probe(
  t: TestContext,
  serve: (command: string, socket: Socket) => void,
  deadlineMs = 5000,
): Promise<ProbeReport> {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-qga-'));
  const path = join(directory, 'qga.sock');
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => serve(chunk.toString('latin1'), socket));
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return ask(path, deadlineMs);
}

function ask(path: string, deadlineMs = 5000): Promise<ProbeReport> {
  return probeQga({
    scenario: makeScenario({ name: 'qga', qga: {} }),
    vm: makeScenarioVm(1, { qga: path }),
    deadlineMs,
    signal: new AbortController().signal,
    memory: { hasConsoleWorked: false, isConsoleLeftOpen: false },
    random: () => 0.5,
  });
}

const idOf = (command: string): number => Number(/"id":(\d+)/u.exec(command)?.[1]);

test('an agent that answers is ok, whatever a client before left unread', async (t) => {
  const report = await probe(t, (command, socket) => {
    if (command.includes('guest-sync-delimited')) {
      assert.equal(command.charCodeAt(0), 0xff);
      socket.write(Buffer.from('{"return": {"old": 1}}\n\xff{"return": 7}\n', 'latin1'));
      socket.write(Buffer.from(`\xff{"return": ${idOf(command)}}\n`, 'latin1'));
    } else socket.write('{"return": {}}\n');
  });
  assert.deepEqual(report, { outcome: 'ok', detail: 'qemu-guest-agent answered', rung: 'userspace' });
});

test('silence fails at the deadline, before and after the first answer', async (t) => {
  const silent = await probe(t, () => undefined, 500);
  assert.deepEqual(
    [silent.outcome, silent.detail],
    ['failed', 'qemu-guest-agent gave no answer within 500 ms'],
  );
  const half = await probe(
    t,
    (command, socket) => {
      if (command.includes('sync')) socket.write(Buffer.from(`\xff{"return": ${idOf(command)}}\n`, 'latin1'));
    },
    2000,
  );
  assert.deepEqual([half.outcome, half.reached], ['failed', 'kernel']);
});

test('a socket that is not there, one that closes, and one that floods could not tell', async (t) => {
  const absent = await ask('/nowhere/qga.sock');
  assert.deepEqual([absent.outcome, absent.passOverPeriods], ['unknown', 1]);
  assert.equal((await probe(t, (_command, socket) => socket.destroy())).outcome, 'unknown');
  const flood = await probe(t, (_command, socket) => socket.write(Buffer.alloc(200_000, 0x78)));
  assert.deepEqual([flood.outcome, flood.detail], ['unknown', 'what came from the qga socket is no answer']);
});

test('an agent that refuses the ping is there, and could not tell more', async (t) => {
  const report = await probe(t, (command, socket) => {
    if (command.includes('sync')) socket.write(Buffer.from(`\xff{"return": ${idOf(command)}}\n`, 'latin1'));
    else socket.write('{"error": {"class": "CommandNotFound", "desc": "disabled"}}\n');
  });
  assert.equal(report.detail, 'qemu-guest-agent does not take guest-ping');
});

test('no bytes make the exchange throw or take more than its bounds', () => {
  const answer = Buffer.from('\xff{"return": 5}\n', 'latin1');
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.uint8Array(), fc.constant(answer))), (chunks) => {
      const ping = new QgaPing(5);
      const writes = chunks.map((chunk) => ping.push(chunk).write).filter((write) => write !== undefined);
      assert.ok(writes.length <= 1);
      assert.ok(ping.end(true, 1).detail.length < 100);
    }),
  );
});
