import assert from 'node:assert/strict';
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { parseArguments } from '#agent/platform/node/cli/parse-arguments.ts';
import { parseLabel } from '#protocol/label/parse-label.ts';

const folder = mkdtempSync(join(tmpdir(), 'cherub-cli-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const main = join(import.meta.dirname, '../../../agent/platform/node/main.ts');

function agent(...parameters: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', main, ...parameters], {
    encoding: 'utf8',
    timeout: 60_000,
  });
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('the command line is read, and nonsense is refused with what to do', () => {
  assert.deepEqual(parseArguments(['run', '--config', 'a.yaml']), { kind: 'run', config: 'a.yaml' });
  assert.deepEqual(parseArguments(['--check-config', '--json']), {
    kind: 'check-config',
    config: undefined,
    json: true,
  });
  for (const words of [
    [],
    ['fly'],
    ['run', 'twice'],
    ['--colour'],
    ['run', '--check-config'],
    ['run', '--json'],
    ['check'],
    ['check', 'a', 'b'],
    ['check', 'a', '--check-config'],
    ['--config'],
  ]) {
    const parsed = parseArguments(words);
    assert.ok('problem' in parsed, words.join(' '));
    assert.ok(!parsed.problem.includes('\n'));
  }
});

test('one check is run from the command line, for people and for machines, and its outcome is the exit code', () => {
  const config = file(
    'checks.yaml',
    `checks:
  - { name: good, exec: { command: [/bin/echo, all is well] } }
  - { name: bad, file: { path: /no/such/file } }
  - { name: odd, exec: { command: [/bin/sh, -c, exit 3] } }
  - { name: slow, exec: { command: [/bin/sleep, "60"] }, timeoutSeconds: 1 }
`,
  );
  const check = (...words: string[]) => agent('check', ...words, '--config', config);
  const good = check('good');
  assert.deepEqual([good.status, good.stdout], [0, 'good: ok: all is well\n']);
  const bad = check('bad', '--json');
  assert.deepEqual(
    [bad.status, JSON.parse(bad.stdout)],
    [1, { name: 'bad', outcome: 'failed', message: '/no/such/file is not there' }],
  );
  assert.equal(check('odd').status, 3);
  assert.deepEqual(
    [check('slow').status, check('slow').stdout],
    [1, 'slow: failed: did not end within 1 s\n'],
  );
  const wrong = check('god');
  assert.equal(wrong.status, 2);
  assert.match(wrong.stderr, /no check "god"; did you mean good\?/);
});

test('usage errors exit with 2, --help and --version with 0', () => {
  assert.equal(agent().status, 2);
  assert.equal(agent('fly').status, 2);
  const help = agent('--help');
  assert.equal(help.status, 0);
  assert.match(help.stdout, /Examples:/);
  assert.match(agent('--version').stdout, /^cherub-agent .* \(standard build\)\n$/);
});

test('--check-config names every problem with file, line, column and path, for people and for machines', () => {
  const bad = file('bad.yaml', 'heartbeat:\n  schedule: "never"\nsnapshots: {}\n');
  const human = agent('--check-config', '--config', bad);
  assert.equal(human.status, 2);
  assert.deepEqual(
    human.stderr
      .trim()
      .split('\n')
      .map((line) => line.replace(bad, 'F').split(': ').slice(0, 2).join(' ')),
    ['F:2:13 heartbeat.schedule', 'F:3:1 snapshots'],
  );
  const machine = agent('--check-config', '--json', '--config', bad);
  assert.equal(machine.status, 2);
  const report = JSON.parse(machine.stdout) as { ok: boolean; problems: unknown[] };
  assert.equal(report.ok, false);
  assert.equal(report.problems.length, 2);
  const good = file('good.yaml', 'app: web\n');
  assert.equal(agent('--check-config', '--config', good).status, 0);
});

test('every command refuses a bad config with 2 and a missing file too', () => {
  const bad = file('bad2.yaml', 'app: [1]\n');
  for (const command of ['run', 'heartbeat', 'snapshot', '--print-capabilities']) {
    const result = agent(command, '--config', bad);
    assert.equal(result.status, 2, command);
    assert.match(result.stderr, /bad2\.yaml:1:\d: app/);
  }
  assert.equal(agent('run', '--config', join(folder, 'none.yaml')).status, 2);
});

test('heartbeat writes one label that grows with each run, and needs neither syslog nor a writable disk', () => {
  const consolePath = file('console', '');
  const config = file(
    'beat.yaml',
    `app: "a b"\nheartbeat: { periodSeconds: 60, console: ${consolePath}, logger: none }\n`,
  );
  for (let i = 0; i < 2; i += 1) {
    const result = agent('heartbeat', '--config', config);
    assert.equal(result.status, 0, result.stderr);
  }
  const labels = readFileSync(consolePath, 'utf8').trim().split('\n').map(parseLabel);
  assert.equal(labels.length, 2);
  const [first, second] = labels;
  assert.ok(first?.kind === 'label' && second?.kind === 'label');
  assert.equal(first.label.app, 'a b');
  assert.equal(first.label.everySeconds, 60);
  assert.ok(second.label.sequence > first.label.sequence);
});

test('heartbeat fails when its label got nowhere', () => {
  const config = file('lost.yaml', 'heartbeat: { console: none, logger: none }\n');
  assert.equal(agent('heartbeat', '--config', config).status, 1);
});

test('snapshot prints one JSON object', () => {
  const config = file('snapshot.yaml', 'app: web\n');
  const result = agent('snapshot', '--config', config);
  assert.equal(result.status, 0, result.stderr);
  const snapshot = JSON.parse(result.stdout) as { app: string; memory: { totalBytes: number } };
  assert.equal(snapshot.app, 'web');
});
