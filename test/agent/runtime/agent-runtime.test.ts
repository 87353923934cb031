import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AgentConfig } from '#agent/core/config/agent-config.ts';
import { readAgentConfig } from '#agent/core/config/read-agent-config.ts';
import { PeriodSchedule } from '#agent/core/heartbeat/schedule.ts';
import type { LogPort, Result } from '#agent/core/ports.ts';
import type { AgentPlatform } from '#agent/core/runtime/agent-platform.ts';
import { AgentRuntime } from '#agent/core/runtime/agent-runtime.ts';
import { parseLabel } from '#protocol/label/parse-label.ts';
import { HostSession, type RequestBody } from '#protocol/link/host-session.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import { FakeChecks } from '#test/support/fake-checks.ts';
import { FakeClock } from '#test/support/fake-clock.ts';
import { FakeDisk } from '#test/support/fake-disk.ts';
import { FakeDisks } from '#test/support/fake-disks.ts';
import { FakeLinkPort } from '#test/support/fake-link-port.ts';
import { FakeSysrq } from '#test/support/fake-sysrq.ts';

class FakeLog implements LogPort {
  readonly lines: string[] = [];
  info(line: string): void {
    this.lines.push(line);
  }
  warn(line: string): void {
    this.lines.push(`warning: ${line}`);
  }
}

function config(text: string): AgentConfig {
  const read = readAgentConfig(text, () => undefined);
  assert.ok(read.ok);
  return read.value;
}

function setUp(text = 'app: web\nrecorder: { adopt: true }\n') {
  const clock = new FakeClock();
  const log = new FakeLog();
  const link = new FakeLinkPort();
  const labels: string[] = [];
  let loggerWorks = true;
  const sysrq = new FakeSysrq(clock);
  const checks = new FakeChecks();
  const disks = new FakeDisks({ '/dev/vdb': new FakeDisk(1024 * 1024) });
  let tellInventory: (inventory: cherub.Inventory.$Properties) => void = () => {};
  const ok: Result = { ok: true, value: undefined };
  const platform: AgentPlatform = {
    identity: { version: '1', build: 1, bootId: 'cd'.repeat(16), runId: 7, pid: 42, hostName: 'box' },
    clock,
    log,
    disks,
    openLink: link.open,
    sysrq,
    checks,
    readFile: () => undefined,
    schedule: ({ heartbeat }) => new PeriodSchedule(heartbeat.periodSeconds ?? 10),
    openConsole: () => ({ ok: true, value: { writeLine: () => ok, close: () => {} } }),
    openLogger: () => ({
      ok: true,
      value: {
        send: async (line) => {
          labels.push(line);
          return loggerWorks ? ok : { ok: false, problem: 'logger is broken' };
        },
      },
    }),
    snapshots: ({ app }) => ({ collect: ({ state, checks }) => ({ app, state, checks }), close: () => {} }),
    startInventory: (onInventory) => {
      tellInventory = onInventory;
      return () => {};
    },
    usage: () => ({ residentBytes: 1, cpuMs: 1 }),
    newDiskUuid: () => '12'.repeat(16),
  };
  const runtime = new AgentRuntime(platform, config(text));
  const host = new HostSession();
  const records: cherub.Record[] = [];
  const connect = (): void => {
    host.connected(1);
    link.events?.connected();
  };
  const answers: cherub.Answer[] = [];
  const collect = (): void => {
    for (const event of host.receive(link.takeWritten(), 0)) {
      if (event.kind === 'push') records.push(event.record);
      if (event.kind === 'answer') answers.push(event.answer);
    }
  };
  const ask = (body: RequestBody): void => {
    const made = host.request(body, 10_000, 0);
    assert.ok(made.ok);
    link.events?.bytes(made.bytes);
  };
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 200; i += 1) await Promise.resolve();
    collect();
  };
  return {
    clock,
    log,
    labels,
    runtime,
    records,
    answers,
    sysrq,
    checks,
    ask,
    connect,
    settle,
    breakLogger: () => {
      loggerWorks = false;
    },
    tellInventory: (inventory: cherub.Inventory.$Properties) => tellInventory(inventory),
    pass: async (seconds: number): Promise<void> => {
      for (let i = 0; i < seconds; i += 1) {
        clock.pass(1);
        runtime.tick();
        await settle();
      }
    },
  };
}

const stateOf = (line: string): string => {
  const parsed = parseLabel(line);
  assert.ok(parsed.kind === 'label');
  return parsed.label.state;
};

test('the first label says starting, the next ones ok, the last one stopping', async () => {
  const { runtime, labels, pass, settle } = setUp();
  runtime.start();
  await pass(25);
  const stopped = runtime.stop('SIGTERM');
  await settle();
  await stopped;
  assert.deepEqual(labels.map(stateOf), ['starting', 'ok', 'ok', 'stopping']);
});

test('a failing logger degrades the state, is told once, and labels go on', async () => {
  const { runtime, log, labels, pass, breakLogger } = setUp();
  breakLogger();
  runtime.start();
  await pass(35);
  assert.equal(stateOf(labels.at(-1) ?? ''), 'degraded');
  assert.equal(log.lines.filter((line) => line.includes('logger is broken')).length, 1);
});

test('snapshots come each period, numbered, and the host is told of inventory and stop', async () => {
  const { runtime, records, connect, pass, settle, tellInventory } = setUp();
  runtime.start();
  connect();
  await pass(31);
  tellInventory({ hostname: 'box' });
  const stopped = runtime.stop('SIGTERM');
  await settle();
  await stopped;
  const snapshots = records.filter(({ body }) => body === 'snapshot');
  assert.deepEqual(
    snapshots.map(({ stamp }) => stamp?.sequence),
    [1, 2, 3, 4],
  );
  assert.equal(records.find(({ body }) => body === 'inventory')?.inventory?.hostname, 'box');
  assert.equal(records.find(({ body }) => body === 'stop')?.stop?.reason, 'SIGTERM');
});

test('a reload changes what it changes and a bad one nothing', async () => {
  const { runtime, labels, log, records, connect, pass } = setUp();
  runtime.start();
  connect();
  await pass(3);
  runtime.rejectConfig('line 1: no');
  runtime.rejectConfig('line 1: no');
  assert.equal(log.lines.filter((line) => line.includes('line 1: no')).length, 1);
  await pass(10);
  assert.equal(stateOf(labels.at(-1) ?? ''), 'degraded');
  runtime.reload(config('app: other\nrecorder: { adopt: true }\nheartbeat: { periodSeconds: 2 }\n'));
  connect();
  const before = labels.length;
  await pass(6);
  assert.ok(labels.length >= before + 3);
  assert.ok(labels.at(-1)?.includes('app=other'));
  assert.equal(stateOf(labels.at(-1) ?? ''), 'ok');
  const numbers = labels.map((line) => Number(/seq=(\d+)/.exec(line)?.[1]));
  assert.deepEqual(
    numbers,
    numbers.map((_, i) => i + 1),
    'labels are numbered through',
  );
  assert.ok(records.length > 0);
});

const CHECKS = 'checks: [{ name: web, exec: { command: [/bin/web] }, periodSeconds: 5 }]\n';

test('results of checks stand in snapshots, and a failed one makes the state degraded until it is well', async () => {
  const { runtime, checks, labels, records, connect, pass } = setUp(`app: web\n${CHECKS}`);
  checks.program = async () => ({ kind: 'ended', code: 1, output: 'no answer' });
  runtime.start();
  connect();
  await pass(25);
  assert.equal(stateOf(labels.at(-1) ?? ''), 'degraded');
  const latest = records.findLast(({ body }) => body === 'snapshot')?.snapshot?.checks?.[0];
  assert.deepEqual([latest?.name, latest?.message], ['web', 'no answer (1)']);
  checks.program = async () => ({ kind: 'ended', code: 0, output: '' });
  await pass(20);
  assert.equal(stateOf(labels.at(-1) ?? ''), 'ok');
});

test('a check that hangs stops neither snapshots nor labels', async () => {
  const { runtime, checks, labels, records, connect, pass } = setUp(`app: web\n${CHECKS}`);
  checks.program = () => new Promise(() => {});
  runtime.start();
  connect();
  await pass(61);
  assert.equal(labels.length, 7);
  assert.equal(records.filter(({ body }) => body === 'snapshot').length, 7);
});

test('checks of a new config take the place of the old ones', async () => {
  const { runtime, checks, pass } = setUp(`app: web\n${CHECKS}`);
  runtime.start();
  await pass(3);
  runtime.reload(config(`app: web\n${CHECKS.replaceAll('web', 'shop')}`));
  await pass(10);
  assert.deepEqual(
    checks.commands.map(([program]) => program),
    ['/bin/web', '/bin/shop', '/bin/shop'],
  );
});

test('a slow answer holds up no other request, and sysrq is denied unless the config allows it', async () => {
  const { runtime, sysrq, answers, ask, connect, pass } = setUp('app: web\nallow: [ping, sysrq]\n');
  let end: (() => void) | undefined;
  sysrq.onKey = () =>
    new Promise((resolve) => {
      sysrq.print('sysrq: Show State');
      end = () => resolve({ ok: true, value: undefined });
    });
  sysrq.wait = () => new Promise((resolve) => setImmediate(resolve));
  runtime.start();
  connect();
  ask({ sysrq: { key: 't' } });
  ask({ ping: {} });
  await pass(1);
  assert.deepEqual(
    answers.map(({ body }) => body),
    ['pong'],
  );
  end?.();
  for (let i = 0; i < 5; i += 1) {
    await new Promise((resolve) => setImmediate(resolve));
    await pass(1);
  }
  assert.match(answers[1]?.sysrq?.text ?? '', /sysrq: Show State/);

  const strict = setUp('app: web\n');
  strict.runtime.start();
  strict.connect();
  strict.ask({ sysrq: { key: 't' } });
  await strict.pass(1);
  assert.equal(strict.answers[0]?.code, 4);
  assert.deepEqual(strict.sysrq.pressed, []);
});

test('without an app name the host name stands in labels', async () => {
  const { runtime, labels } = setUp('recorder: { disk: none }\n');
  runtime.start();
  assert.ok(labels[0]?.includes('app=box'));
});
