import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeartbeatLane } from '#agent/core/heartbeat/heartbeat-lane.ts';
import type { ConsolePort, LoggerPort, Result } from '#agent/core/ports.ts';
import { parseLabel } from '#protocol/label/parse-label.ts';

const label = {
  app: 'web',
  bootId: '0123456789abcdef0123456789abcdef',
  sequence: 7,
  uptimeSeconds: 12.5,
  everySeconds: 10,
  state: 'ok',
} as const;

class FakeConsole implements ConsolePort {
  readonly lines: string[] = [];
  writeLine(line: string): Result {
    this.lines.push(line);
    return { ok: true, value: undefined };
  }
}

const works: LoggerPort = { send: async () => ({ ok: true, value: undefined }) };

test('a label goes through logger and not to the console a second time', async () => {
  const console = new FakeConsole();
  const outcome = await new HeartbeatLane({ logger: works, console }).beat(label);
  assert.deepEqual({ ...outcome, line: '' }, { line: '', via: 'logger', delivered: true, problem: '' });
  assert.equal(console.lines.length, 0);
  const parsed = parseLabel(outcome.line);
  assert.ok(parsed.kind === 'label');
  assert.equal(parsed.label.via, 'logger');
});

test('when logger fails, the agent writes the label itself and says so in it', async () => {
  const console = new FakeConsole();
  const logger: LoggerPort = { send: async () => ({ ok: false, problem: 'logger ended with 1' }) };
  const outcome = await new HeartbeatLane({ logger, console }).beat(label);
  assert.equal(outcome.via, 'console');
  assert.equal(outcome.problem, 'logger ended with 1');
  const parsed = parseLabel(console.lines[0] ?? '');
  assert.ok(parsed.kind === 'label');
  assert.equal(parsed.label.via, 'console');
  assert.equal(parsed.label.sequence, 7);
});

test('while one logger runs no second one is started, and the label still goes out', async () => {
  const console = new FakeConsole();
  let started = 0;
  let release: (result: Result) => void = () => {};
  const logger: LoggerPort = {
    send: () => {
      started += 1;
      return new Promise((resolve) => {
        release = resolve;
      });
    },
  };
  const lane = new HeartbeatLane({ logger, console });
  const first = lane.beat(label);
  const second = await lane.beat({ ...label, sequence: 8 });
  assert.equal(second.via, 'console');
  release({ ok: true, value: undefined });
  assert.equal((await first).via, 'logger');
  assert.equal(started, 1);
});

test('with neither logger nor console a label is lost and the outcome says why', async () => {
  const outcome = await new HeartbeatLane({ logger: undefined, console: undefined }).beat(label);
  assert.equal(outcome.via, 'none');
  assert.match(outcome.problem, /no logger.*no console/);
});
