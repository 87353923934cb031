import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readAgentConfig } from '#agent/core/config/read-agent-config.ts';

const anySchedule = (): undefined => undefined;

test('an empty file gives the defaults', () => {
  const read = readAgentConfig('', anySchedule);
  assert.ok(read.ok);
  assert.deepEqual(read.value, {
    app: '',
    heartbeat: { console: 'auto', logger: 'auto', tag: 'cherub' },
    snapshot: { periodSeconds: 10 },
    recorder: { disk: 'auto', adopt: false },
    link: { port: 'org.cherub.agent.0' },
    checks: [],
    allow: ['ping', 'hello', 'snapshot', 'inventory', 'counters', 'check'],
  });
});

test('a full file is taken as it is', () => {
  const read = readAgentConfig(
    `app: "a b"
heartbeat: { schedule: "*/10 * * * * *", console: /dev/hvc0, logger: none, tag: x-1 }
snapshot: { periodSeconds: 5 }
recorder: { disk: /dev/vdb, adopt: true }
link: { port: none }
allow: [ping]
`,
    anySchedule,
  );
  assert.ok(read.ok);
  assert.equal(read.value.heartbeat.schedule, '*/10 * * * * *');
  assert.equal(read.value.recorder.disk, '/dev/vdb');
  assert.deepEqual(read.value.allow, ['ping']);
});

test('every problem is named with its place', () => {
  const read = readAgentConfig(
    `apps: web
heartbeat:
  schedule: "61 * * * * *"
  console: hvc0
  tag: "a b"
snapshot: { periodSeconds: 0 }
recorder: { disk: vda, adopt: maybe }
allow: [ping, reboot]
`,
    () => 'second 61 does not exist',
  );
  assert.ok(!read.ok);
  assert.deepEqual(
    read.problems.map(({ path, line }) => `${line} ${path}`),
    [
      '1 apps',
      '3 heartbeat.schedule',
      '4 heartbeat.console',
      '5 heartbeat.tag',
      '6 snapshot.periodSeconds',
      '7 recorder.disk',
      '7 recorder.adopt',
      '8 allow[1]',
    ],
  );
  assert.match(read.problems[0]?.message ?? '', /app/);
  assert.match(read.problems[1]?.message ?? '', /61 does not exist/);
});

test('a schedule and a period at once are refused', () => {
  const read = readAgentConfig('heartbeat: { schedule: "* * * * * *", periodSeconds: 3 }', anySchedule);
  assert.ok(!read.ok);
  assert.equal(read.problems[0]?.path, 'heartbeat.periodSeconds');
});
