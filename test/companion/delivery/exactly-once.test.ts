import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Delivery } from '#companion/delivery/delivery.ts';
import { createEveApiSink } from '#companion/sinks/eve-api/sink.ts';
import { LaneSpool } from '#companion/spool/lane-spool.ts';
import { eventually } from '#test/support/eventually.ts';
import { type Fault, faultyWay } from '#test/support/faulty-way.ts';
import { makeEntry, TEST_APP } from '#test/support/make-entry.ts';
import { readConsoleLog } from '#test/support/read-console-log.ts';
import { startCherub } from '#test/support/run-cherub.ts';
import { startController, type TestController } from '#test/support/start-controller.ts';

/** A start takes seconds; 100 are run by hand: CHERUB_KILLS=100. */
const KILLS = Number(process.env['CHERUB_KILLS'] ?? 4);
const SLOW_MS = 120_000;

async function controllerOf(t: TestContext): Promise<TestController> {
  // Nothing is pruned: what is kept is what arrived.
  const retention = { entriesPerKindMax: 1_000_000, appsPerDeviceMax: 10 };
  const controller = await startController({ retention });
  t.after(() => controller.end());
  return controller;
}

function folderOf(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'cherub-once-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('cherub serve is killed again and again under load: every line arrives, and each once', {
  timeout: SLOW_MS + KILLS * 20_000,
}, async (t) => {
  const controller = await controllerOf(t);
  const folder = folderOf(t);
  const log = join(folder, 'console.log');
  writeFileSync(log, '');
  const { ca, certificate, key } = controller.device;
  writeFileSync(
    join(folder, 'cherub.yaml'),
    `state: state
vms: [{ name: web, app: ${TEST_APP}, console: { log: console.log } }]
sinks: [{ type: eve-api, url: '${controller.deviceUrl}', ca: ${ca}, certificate: ${certificate}, key: ${key} }]
`,
  );
  let written = 0;
  const guest = setInterval(() => {
    const lines = Array.from({ length: 20 }, () => `line ${String(written++).padStart(6, '0')}\n`);
    appendFileSync(log, lines.join(''));
  }, 100);
  t.after(() => clearInterval(guest));
  for (let kill = 0; kill <= KILLS; kill += 1) {
    const serving = startCherub(['serve', '--config', join(folder, 'cherub.yaml')]);
    t.after(() => serving.child.kill('SIGKILL'));
    await eventually('cherub serve is ready', () => serving.err.includes('ready: ') || undefined, SLOW_MS);
    if (kill < KILLS) {
      // The first one lives long enough to keep the name of the log's stream.
      await sleep(kill === 0 ? 3000 : Math.random() * 1500);
      serving.child.kill('SIGKILL');
      await serving.ended;
      continue;
    }
    clearInterval(guest);
    const expected = Array.from({ length: written }, (_, i) => `line ${String(i).padStart(6, '0')}`);
    let got: string[] = [];
    await eventually(
      'everything is on the page',
      async () => {
        got = (await readConsoleLog(controller.pageUrl)).sort();
        return got.length >= expected.length || undefined;
      },
      SLOW_MS,
    ).catch(() => undefined);
    assert.deepEqual(got, expected);
    t.diagnostic(`${KILLS} kills, ${written} lines, each once`);
    serving.child.kill('SIGTERM');
    await serving.ended;
  }
});

test('a controller that refuses, is silent, slow, or cut in mid-body or mid-answer: all arrives, and once', {
  timeout: SLOW_MS,
}, async (t) => {
  const controller = await controllerOf(t);
  const target = new URL(controller.deviceUrl);
  const way = await faultyWay({ host: target.hostname, port: Number(target.port) });
  const { ca, certificate, key } = controller.device;
  const url = `https://127.0.0.1:${way.port}`;
  const sink = createEveApiSink({
    ...{ name: 'eve', url, apiVersion: 1, ca, certificate, key, timeoutMs: 700, pingEveryMs: 0 },
  });
  const spool = LaneSpool.open({
    directory: folderOf(t),
    bytesMax: 64 << 20,
    ageMsMax: Number.MAX_SAFE_INTEGER,
    now: Date.now,
    readers: ['eve'],
  });
  const said: string[] = [];
  const delivery = new Delivery({
    sink,
    spool,
    now: Date.now,
    random: () => 0,
    onChange: (line) => said.push(line),
  });
  const stop = new AbortController();
  const running = delivery.run(stop.signal);
  t.after(async () => {
    stop.abort();
    await running;
    await sink.close?.();
    await way.end();
  });
  const faults: Fault[] = ['none', 'refuse', 'silent', 'cut-request', 'cut-answer', 'slow', 'none'];
  let sent = 0;
  for (const fault of faults) {
    way.set(fault);
    for (let i = 0; i < 10; i += 1) {
      const batch = Array.from({ length: 20 }, () => {
        const content = `line ${String(sent++).padStart(6, '0')}`;
        return makeEntry({ id: content, content, atMs: Date.now() });
      });
      spool.append(batch);
      await sleep(100);
    }
  }
  const got = await eventually(
    'everything is on the page',
    async () => {
      const lines = await readConsoleLog(controller.pageUrl);
      return lines.length >= sent ? lines.sort() : undefined;
    },
    SLOW_MS / 2,
  );
  assert.equal(got.length, sent);
  assert.equal(new Set(got).size, sent);
  assert.equal(delivery.statistics().delivered, sent);
  assert.equal(delivery.statistics().rejected, 0);
  assert.ok(delivery.statistics().failures >= 4, `faults were felt: ${said.join('; ')}`);
});
