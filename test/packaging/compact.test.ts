import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseLabel } from '#protocol/label/parse-label.ts';
import { COMPACT_TARGETS } from '../../packaging/build/compact-targets.ts';

const ROOT = join(import.meta.dirname, '../..');
const BYTES_MAX = 3_000_000;

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function run(file: string, args: readonly string[]): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(file, args, { cwd: ROOT, timeout: 120_000 }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    );
  });
}

let folder = '';
before(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cherub-compact-'));
  const names = COMPACT_TARGETS.flatMap(({ name }) => ['--only', name]);
  const built = await run(join(ROOT, 'scripts/build'), names);
  assert.equal(built.code, 0, built.err);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const config = (text: string): string => {
  const file = join(folder, 'agent.yaml');
  writeFileSync(file, text);
  return file;
};

for (const { name, output, architecture } of COMPACT_TARGETS) {
  const file = join(ROOT, 'dist', output);
  // The file that the emulator runs stands before the words of the agent.
  const agent = (args: readonly string[]): Promise<Run> =>
    architecture === 'x64' ? run(file, args) : run('qemu-aarch64-static', [file, ...args]);

  test(`${name} is one static file of at most 3 MB that says which build it is`, async () => {
    assert.ok(statSync(file).size <= BYTES_MAX);
    assert.match((await run('file', ['--brief', file])).out, /statically linked/);
    assert.match((await agent(['--version'])).out, /^cherub-agent \S+ \(compact build\)\n$/);
  });

  test(`${name} refuses what only the standard build has, each in one line that names it`, async () => {
    const path = config(
      'heartbeat: { schedule: "*/5 * * * * *" }\nchecks: [{ name: web, http: { url: "http://127.0.0.1/" } }]\n',
    );
    const { code, err } = await agent(['--check-config', '--config', path]);
    assert.equal(code, 2);
    const lines = err.trim().split('\n');
    assert.equal(lines.length, 2, err);
    assert.match(lines[0] ?? '', /^\S+:1:\d+: heartbeat\.schedule: .*standard build$/);
    assert.match(lines[1] ?? '', /^\S+:2:\d+: checks\[0\]\.http: .*standard build$/);
  });

  test(`${name} takes a snapshot of this machine`, async () => {
    const { code, out, err } = await agent(['snapshot', '--config', config('app: web\n')]);
    assert.equal(code, 0, err);
    const snapshot = JSON.parse(out) as { app: string; memory: { totalBytes: number } };
    assert.equal(snapshot.app, 'web');
    assert.ok(snapshot.memory.totalBytes > 0);
  });

  test(`${name} sends one label for the system's own cron`, async () => {
    const console = join(folder, `${name}.console`);
    writeFileSync(console, '');
    const path = config(
      `app: web\nheartbeat: { periodSeconds: 60, console: ${console}, logger: none }\nrecorder: { disk: none }\n`,
    );
    const { code } = await agent(['heartbeat', '--config', path]);
    assert.equal(code, 0);
    const { out } = await run('cat', [console]);
    const parsed = parseLabel(out.trim());
    assert.equal(parsed.kind, 'label', out);
    assert.equal(parsed.kind === 'label' ? parsed.label.everySeconds : 0, 60);
  });
}
