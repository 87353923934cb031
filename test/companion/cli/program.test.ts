import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Command } from 'commander';
import type { CliIo } from '#companion/cli/io.ts';
import { createProgram } from '#companion/cli/program.ts';
import { runCherub } from '#test/support/run-cherub.ts';

function fakeIo(): CliIo & { readonly written: { out: string; err: string } } {
  const written = { out: '', err: '' };
  return {
    written,
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    outIsTerminal: false,
    color: false,
    columns: () => 80,
    rows: () => 24,
    env: {},
    exit: { code: 0 },
    signal: new AbortController().signal,
    onHangup: () => () => undefined,
    now: () => 0,
  };
}

function leaves(command: Command): Command[] {
  return command.commands.length === 0 ? [command] : command.commands.flatMap((each) => leaves(each));
}

test('every command has a description, examples in its help, and --json', () => {
  const commands = leaves(createProgram(fakeIo()));
  assert.ok(commands.length >= 8);
  for (const command of commands) {
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) });
    command.outputHelp();
    assert.notEqual(command.description(), '', command.name());
    assert.match(help, /Examples:\n {2}\$ cherub /, command.name());
    assert.match(help, /--json/, command.name());
  }
});

test('usage errors end with 2 and one line that says what to do; help and version end with 0', async () => {
  const cases: [string[], number, RegExp][] = [
    [['--help'], 0, /^Usage: cherub/],
    [['--version'], 0, /^\d/],
    [['disk', 'check', '--help'], 0, /^Usage: cherub disk check/],
    [['serv'], 2, /unknown command 'serv'\n\(Did you mean serve\?\)/],
    [['status', '--jsn'], 2, /unknown option '--jsn'\n\(Did you mean --json\?\)/],
    [['link', 'ping'], 2, /name either a VM or --socket PATH/],
    [['link', 'ping', 'x', '--count', '0'], 2, /It must be a whole number from 1 to 1000000/],
    [['disk', 'read', 'x', '--kind', 'y'], 2, /Allowed choices are start, snapshot/],
  ];
  for (const [args, code, message] of cases) {
    const run = await runCherub(args);
    assert.equal(run.code, code, args.join(' '));
    assert.match(run.out + run.err, message);
  }
});

function configFile(t: TestContext, text: string): string {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-cli-'));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, 'cherub.yaml');
  writeFileSync(file, text);
  return file;
}

test('check-config tells every problem with its place and ends with 2', async (t) => {
  const file = configFile(t, 'vms: 3\nsink: []\n');
  const run = await runCherub(['check-config', '--config', file]);
  assert.equal(run.code, 2);
  assert.deepEqual(run.err.split('\n'), [
    `${file}:1:6: vms: must be a list, not a number`,
    `${file}:2:1: sink: unknown key; did you mean "sinks"?`,
    `cherub: ${file} has 2 problems`,
    '',
  ]);
  const json = await runCherub(['check-config', '--config', file, '--json']);
  assert.equal(json.code, 2);
  assert.equal((JSON.parse(json.out) as { problems: unknown[] }).problems.length, 2);
});

test('check-config of a good file ends with 0 and makes nothing', async (t) => {
  const file = configFile(t, 'state: st\n');
  const run = await runCherub(['check-config', '--config', file]);
  assert.deepEqual([run.code, run.err], [0, '']);
  assert.match(run.out, /: ok, 0 VMs, 0 sinks, state in \S+\/st\n$/);
});

test('without a running companion the commands that need one say so', async (t) => {
  const file = configFile(t, 'state: st\n');
  for (const args of [['status'], ['watch'], ['link', 'ping', 'web']]) {
    const run = await runCherub([...args, '--config', file]);
    assert.equal(run.code, 1);
    assert.match(
      run.err,
      /^cherub: no cherub serve runs here \(nobody listens at \S+control\.sock\); start it, or name its config with --config\n$/,
    );
  }
});

test('serve with a bad config ends with 2 and with an unusable state directory with 1', async (t) => {
  const bad = await runCherub(['serve', '--config', configFile(t, 'vms: 3\n')]);
  assert.equal(bad.code, 2);
  const unusable = await runCherub(['serve', '--config', configFile(t, 'state: /dev/null/x\n')]);
  assert.equal(unusable.code, 1);
  assert.match(unusable.err, /^cherub: [^\n]+\n$/);
});
