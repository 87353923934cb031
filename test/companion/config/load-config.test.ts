import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { loadConfig } from '#companion/config/load-config.ts';
import { formatProblems } from '#protocol/config/problem.ts';

const APP = '6BA7B810-9dad-11d1-80b4-00c04fd430c8';

function load(t: TestContext, text: string): { result: ReturnType<typeof loadConfig>; directory: string } {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-config-'));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, 'cherub.yaml');
  writeFileSync(file, text);
  return { result: loadConfig(file), directory };
}

function problems(t: TestContext, text: string): string[] {
  const { result } = load(t, text);
  assert.ok(!result.ok);
  return formatProblems('f', result.problems).split('\n');
}

test('the shipped example is a good config', () => {
  const example = loadConfig(join(import.meta.dirname, '../../../packaging/config/cherub.yaml'));
  assert.ok(example.ok);
  assert.equal(example.config.vms[0]?.console?.forward, 'all');
  assert.equal(example.config.stateDir, '/var/lib/cherub');
});

test('paths are relative to the config file and units are made one', (t) => {
  const text = `state: st
vms:
  - { name: web, app: ${APP}, console: { log: c.log, forward: labels }, recorder: { disk: r.img, pollSeconds: 0.5 }, link: { socket: /run/l } }
sinks: [{ type: file, path: out.jsonl }]
`;
  const { result, directory } = load(t, text);
  assert.ok(result.ok);
  const { stateDir, vms, sinks, spoolBytesMax, nodeName } = result.config;
  assert.equal(stateDir, join(directory, 'st'));
  assert.deepEqual(vms[0], {
    name: 'web',
    appId: APP.toLowerCase(),
    labels: {},
    console: {
      input: { kind: 'log', path: join(directory, 'c.log') },
      isMux: false,
      forward: 'labels',
      captureBytes: 65_536,
      bytesPerSecondMax: 262_144,
    },
    recorder: { disk: join(directory, 'r.img'), pollMs: 500, cache: 'buffered' },
    link: { socket: '/run/l', pingMs: 10_000 },
  });
  assert.equal(sinks[0]?.options.name, `file ${join(directory, 'out.jsonl')}`);
  assert.deepEqual([spoolBytesMax, nodeName], [268_435_456, 'node']);
});

test('all problems are told at once, each with its place, and what would be right', (t) => {
  const text = `state: 3
vms:
  - name: web
    app: nope
    console: { socket: a, log: b }
  - name: web
    app: 6ba7b810-9dad-11d1-80b4-00c04fd430c8
    link: { sockt: x }
  - name: x
    app: 6ba7b810-9dad-11d1-80b4-00c04fd430c8
sinks:
  - type: fil
  - { type: eve-api, url: http://x, ca: a, certificate: b, key: c }
spool: { bytesMax: 5 }
`;
  assert.deepEqual(problems(t, text), [
    'f:1:8: state: must be a text, not a number: put it in quotes',
    'f:4:10: vms[0].app: must be a UUID (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)',
    'f:5:5: vms[0].console: must have either socket or log, not both',
    'f:6:11: vms[1].name: is the same as vms[0].name; each needs its own',
    'f:8:5: vms[1].link.socket: is missing; it must be a text',
    'f:8:13: vms[1].link.sockt: unknown key; did you mean "socket"?',
    'f:9:5: vms[2]: needs at least one of console, recorder, link, qmp, network: without one nothing is seen of the VM',
    'f:10:10: vms[2].app: is the same as vms[1].app; each needs its own',
    'f:12:11: sinks[0].type: must be one of file, eve-api, eve-newlog, otlp; did you mean file?',
    'f:13:27: sinks[1].url: must be an https address without a path, such as https://controller.example:8443',
    'f:14:20: spool.bytesMax: must be at least 1048576',
  ]);
});

test('two sources on one socket or file are refused', (t) => {
  const vm = (name: string, last: string): string =>
    `  - { name: ${name}, app: 6ba7b810-9dad-11d1-80b4-00c04fd430c${last}, link: { socket: /run/same } }\n`;
  assert.deepEqual(problems(t, `vms:\n${vm('a', '1')}${vm('b', '2')}`), [
    'f:3:75: vms[1].link.socket: is the same as vms[0].link.socket; each needs its own',
  ]);
});

test('a file that is not there or is no file is told in one line', (t) => {
  const { directory } = load(t, '');
  for (const path of [join(directory, 'none.yaml'), directory, '/dev/null/x']) {
    const result = loadConfig(path);
    assert.ok(!result.ok);
    assert.deepEqual(result.problems, []);
    assert.match(result.reason, /^cannot read the config [^\n]+$/);
  }
});

test('an endless file is not read to its end', () => {
  const result = loadConfig('/dev/zero');
  assert.equal(result.ok, false);
});

test('a state directory that leaves no room for the name of a socket is refused', (t) => {
  const { result } = load(t, `state: /${'x'.repeat(100)}\n`);
  assert.ok(!result.ok);
  assert.match(result.problems[0]?.message ?? '', /must be at most 90 bytes long/);
});

test('a QMP socket alone is enough to see a VM, and brings host and gdb with it', (t) => {
  const text = `vms:
  - { name: web, app: ${APP}, qmp: { socket: q, manner: short } }
symbols: [maps]
scripts: [{ name: mine, steps: [{ step: gdb }] }]
diagnosis: { script: mine }
`;
  const { result, directory } = load(t, text);
  assert.ok(result.ok, JSON.stringify(result));
  const [vm] = result.config.vms;
  assert.deepEqual(vm?.qmp, { socket: join(directory, 'q'), manner: 'short', pollMs: 10_000 });
  assert.deepEqual(vm?.host, { pollMs: 3000, qmpSocket: join(directory, 'q') });
  assert.deepEqual(vm?.gdb, {});
  assert.deepEqual(result.config.symbolPaths, [join(directory, 'maps')]);
  assert.equal(result.config.scripts[0]?.steps[0]?.step, 'gdb');
});

test('scripts that are not there, are there twice or have steps that nobody knows are told with the nearest name', (t) => {
  const text = `scripts:
  - { name: mine, steps: [{ step: gdbb }] }
  - { name: mine, steps: [{ step: gdb }] }
diagnosis: { script: mien }
`;
  assert.deepEqual(
    problems(t, text).map((line) => line.replace(/ must be one of .*;/u, ' …;')),
    [
      'f:2:35: scripts[0].steps[0].step: …; did you mean gdb?',
      'f:3:13: scripts[1].name: is the same as scripts[0].name; each needs its own',
      'f:4:22: diagnosis.script: there is no such diagnostic script; did you mean "mine"?',
    ],
  );
});
