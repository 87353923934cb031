import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CheckPort, HttpEnd, ProgramEnd } from '#agent/core/checks/check-port.ts';
import { runCheck } from '#agent/core/checks/run-check.ts';
import { readAgentConfig } from '#agent/core/config/read-agent-config.ts';
import { FakeChecks } from '#test/support/fake-checks.ts';

const NOW_US = 1.8e15;
const HOUR_US = 3_600_000_000;

/** What a check of the config comes to on this machine: `outcome: message`. */
async function run(check: string, port: CheckPort): Promise<string> {
  const read = readAgentConfig(`checks: [{ name: c, timeoutSeconds: 5, ${check} }]`, () => undefined);
  assert.ok(read.ok, JSON.stringify(read));
  const [config] = read.value.checks;
  assert.ok(config);
  const { outcome, message } = await runCheck(config, { port, wallUs: () => NOW_US, timeoutMs: 5000 });
  return `${outcome}: ${message}`;
}

test('process: running ones count, stopped and dead ones do not', async () => {
  const port = new FakeChecks();
  assert.equal(await run('process: { name: nginx }', port), 'unknown: /proc cannot be read: ENOENT');
  port.addProcess(1, 'init');
  assert.equal(await run('process: { name: nginx }', port), 'failed: 0 of nginx running');
  port.addProcess(20, 'nginx');
  port.addProcess(21, 'nginx', 'R');
  port.addProcess(22, 'nginx', 'T');
  port.addProcess(23, 'nginx', 'Z');
  port.addProcess(24, 'nginx (fake) S');
  assert.equal(await run('process: { name: nginx }', port), 'ok: 2 of nginx running, 1 stopped, 1 dead');
  assert.equal(
    await run('process: { name: nginx, min: 3 }', port),
    'failed: 2 of nginx running, 1 stopped, 1 dead; at least 3 are wanted',
  );
  assert.match(await run('process: { name: nginx, max: 1 }', port), /^failed: .*at most 1 are wanted$/);
});

test('process: a name longer than the kernel keeps is cut as the kernel cuts it', async () => {
  const port = new FakeChecks();
  port.addProcess(20, 'a-very-long-nam');
  assert.match(await run('process: { name: a-very-long-name-indeed }', port), /^ok: 1 of/);
});

test('process: an argument tells two programs of one name apart', async () => {
  const port = new FakeChecks();
  port.addProcess(20, 'java');
  port.addProcess(21, 'java');
  port.files.set('/proc/20/cmdline', { text: 'java\0-jar\0/opt/shop.jar\0' });
  port.files.set('/proc/21/cmdline', { text: 'java\0-jar\0/opt/web.jar\0' });
  assert.equal(await run('process: { name: java, argument: shop.jar }', port), 'ok: 1 of java running');
  assert.match(await run('process: { name: java, argument: bank.jar }', port), /^failed: 0 of java/);
});

const unitSays = (port: FakeChecks, output: string, code = 0): void => {
  port.program = async () => ({ kind: 'ended', code, output });
};

test('unit: what systemd says of it', async () => {
  const port = new FakeChecks();
  const check = () => run('unit: { name: nginx.service }', port);
  unitSays(port, 'LoadState=loaded\nActiveState=active\nSubState=running\nResult=success\n');
  assert.equal(await check(), 'ok: nginx.service is active (running)');
  unitSays(port, 'LoadState=loaded\nActiveState=failed\nSubState=failed\nResult=exit-code\n');
  assert.equal(await check(), 'failed: nginx.service is failed (failed): exit-code');
  unitSays(port, 'LoadState=loaded\nActiveState=activating\nSubState=start\nResult=success\n');
  assert.equal(await check(), 'unknown: nginx.service is activating (start)');
  unitSays(port, 'LoadState=not-found\nActiveState=inactive\nSubState=dead\nResult=success\n');
  assert.equal(await check(), 'failed: there is no unit nginx.service');
  unitSays(port, 'nonsense');
  assert.match(await check(), /^unknown: /);
  unitSays(port, '', 1);
  assert.equal(await check(), 'unknown: systemctl ended with 1');
  port.program = async () => ({ kind: 'timeout', output: '' });
  assert.match(await check(), /^unknown: /, 'a systemd that hangs says nothing of the unit');
  port.program = async () => ({ kind: 'failed', problem: 'systemctl is not there' });
  assert.equal(await check(), 'unknown: systemctl is not there');
  assert.deepEqual(port.commands[0]?.slice(-2), ['--', 'nginx.service']);
});

const TCP_HEAD = '  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt\n';
const socket = (local: string, state = '0A'): string => `   0: ${local} 00000000:0000 ${state} 0:0\n`;

test('tcp: a port that somebody listens on, on the address or on all', async () => {
  const port = new FakeChecks();
  port.system.set('/proc/net/tcp', TCP_HEAD + socket('0100007F:1F90') + socket('00000000:0016'));
  const tcp6 = `${'0'.repeat(32)}:0050`;
  port.system.set(
    '/proc/net/tcp6',
    TCP_HEAD + socket(tcp6) + socket('00000000000000000000000001000000:0BB8'),
  );
  assert.equal(await run('tcp: { port: 8080 }', port), 'ok: listens on port 8080');
  assert.equal(
    await run('tcp: { port: 8080, address: 127.0.0.1 }', port),
    'ok: listens on 127.0.0.1 port 8080',
  );
  assert.match(await run('tcp: { port: 8080, address: 10.0.0.1 }', port), /^failed: nothing listens/);
  assert.match(await run('tcp: { port: 22, address: 10.0.0.1 }', port), /^ok/);
  assert.match(await run('tcp: { port: 80, address: 10.0.0.1 }', port), /^ok/);
  assert.match(await run('tcp: { port: 3000, address: "::1" }', port), /^ok/);
  assert.match(await run('tcp: { port: 443 }', port), /^failed: nothing listens on port 443$/);
});

test('tcp: connections are no listeners, and a table that is cut among the listeners tells nothing', async () => {
  const port = new FakeChecks();
  port.system.set('/proc/net/tcp', TCP_HEAD + socket('0100007F:1F90', '01'));
  assert.match(await run('tcp: { port: 8080 }', port), /^failed/);
  const many = socket('0100007F:0001').repeat(2000);
  port.system.set('/proc/net/tcp', TCP_HEAD + many);
  assert.match(await run('tcp: { port: 8080 }', port), /^unknown: more sockets/);
  port.system.set(
    '/proc/net/tcp',
    TCP_HEAD + socket('0100007F:0001').repeat(9) + socket('0100007F:0002', '01').repeat(2000),
  );
  assert.match(await run('tcp: { port: 8080 }', port), /^failed/);
});

test('http: the status, and a text in the answer', async () => {
  const port = new FakeChecks();
  const answers = (end: HttpEnd): void => {
    port.answer = async () => end;
  };
  const url = 'url: "http://127.0.0.1/health"';
  answers({ kind: 'answered', status: 204, body: '' });
  assert.equal(await run(`http: { ${url} }`, port), 'ok: status 204');
  assert.equal(await run(`http: { ${url}, status: 200 }`, port), 'failed: status 204 instead of 200');
  answers({ kind: 'answered', status: 503, body: 'ok' });
  assert.equal(await run(`http: { ${url} }`, port), 'failed: status 503');
  answers({ kind: 'answered', status: 200, body: '{"state":"up"}' });
  assert.equal(await run(`http: { ${url}, contains: '"up"' }`, port), 'ok: status 200');
  assert.match(await run(`http: { ${url}, contains: down }`, port), /^failed: status 200, but/);
  answers({ kind: 'timeout' });
  assert.equal(await run(`http: { ${url} }`, port), 'failed: no answer within 5 s');
  answers({ kind: 'failed', problem: 'ECONNREFUSED' });
  assert.equal(await run(`http: { ${url} }`, port), 'failed: no answer: ECONNREFUSED');
  const without = Object.assign(new FakeChecks(), { get: undefined });
  assert.match(await run(`http: { ${url} }`, without), /^unknown/);
});

test('file: there, young and large enough', async () => {
  const port = new FakeChecks();
  const check = (more = '') => run(`file: { path: /data/x${more} }`, port);
  assert.equal(await check(), 'failed: /data/x is not there');
  port.files.set('/data/x', { text: 'abc', modifiedUs: NOW_US - 3 * HOUR_US });
  assert.equal(await check(), 'ok: /data/x changed 3 h ago');
  assert.equal(
    await check(', maxAgeSeconds: 3600'),
    'failed: /data/x changed 3 h ago; at most 60 min is wanted',
  );
  assert.match(await check(', minBytes: 10'), /^failed: .* has 3 bytes; at least 10/);
  port.files.set('/data/x', { modifiedUs: NOW_US + HOUR_US });
  assert.match(await check(', maxAgeSeconds: 10'), /^unknown: .* in the future/);
  port.files.set('/data/x', { code: 'EACCES' });
  assert.equal(await check(), 'unknown: /data/x: EACCES');
});

test('exec: 0 is ok, 3 could not tell, all else failed; the first line is the message, made harmless', async () => {
  const port = new FakeChecks();
  const ends = (end: ProgramEnd): Promise<string> => {
    port.program = async () => end;
    return run('exec: { command: [/bin/c, -x] }', port);
  };
  assert.equal(await ends({ kind: 'ended', code: 0, output: 'queue 5\nmore\n' }), 'ok: queue 5');
  assert.equal(await ends({ kind: 'ended', code: 0, output: '' }), 'ok: ended with 0');
  assert.equal(
    await ends({ kind: 'ended', code: 2, output: 'queue \x1b[31mlong' }),
    'failed: queue ?[31mlong (2)',
  );
  assert.equal(await ends({ kind: 'ended', code: 3, output: '' }), 'unknown: ended with 3');
  assert.equal(
    await ends({ kind: 'killed', signal: 'SIGSEGV', output: '' }),
    'failed: was killed by SIGSEGV',
  );
  assert.equal(await ends({ kind: 'timeout', output: '' }), 'failed: did not end within 5 s');
  assert.match(await ends({ kind: 'failed', problem: '/bin/c is not there' }), /^unknown: cannot be run: /);
  assert.ok((await ends({ kind: 'ended', code: 1, output: 'x'.repeat(4000) })).length < 200);
});

test('qemu-ga: it runs, or it does not although there is a port for it', async () => {
  const port = new FakeChecks();
  port.addProcess(1, 'init');
  const check = () => run('agent: { kind: qemu-ga }', port);
  assert.match(await check(), /^unknown: 0 of qemu-ga running, and this machine has no port/);
  port.system.set('/sys/class/virtio-ports/vport1p1/name', 'org.qemu.guest_agent.0\n');
  assert.equal(await check(), 'failed: 0 of qemu-ga running');
  port.addProcess(30, 'qemu-ga');
  assert.equal(await check(), 'ok: 1 of qemu-ga running');
});

const SUMMARY = '/var/cache/puppet/public/last_run_summary.yaml';
const summary = (failed: number, failure: number | undefined): string => `---
version:
  config: 1790000000
  puppet: 7.23.0
application:
  run_mode: agent
resources:
  changed: 0
  failed: ${failed}
  total: 8
time:
  total: 1.2
  last_run: ${(NOW_US - HOUR_US) / 1e6}
${failure === undefined ? '' : `events:\n  failure: ${failure}\n  success: 3\n  total: 3\n`}`;

test('puppet: its last run, when and with what result', async () => {
  const port = new FakeChecks();
  const check = (more = '') => run(`agent: { kind: puppet${more} }`, port);
  assert.match(await check(), /^unknown: no last_run_summary\.yaml/);
  port.files.set(SUMMARY, { text: summary(0, 0) });
  assert.equal(await check(), 'ok: last run 60 min ago');
  assert.match(await check(', maxAgeSeconds: 1800'), /^failed: last run 60 min ago; at most 30 min/);
  port.files.set(SUMMARY, { text: summary(2, 2) });
  assert.equal(await check(), 'failed: 2 resources failed; last run 60 min ago');
  port.files.set(SUMMARY, { text: summary(0, undefined) });
  assert.equal(await check(), 'failed: the last run got no catalog; last run 60 min ago');
  port.files.set(SUMMARY, { text: '- [' });
  assert.match(await check(), /^unknown: .* names no last run$/);
  port.files.set('/srv/p.yaml', { text: summary(0, 0) });
  assert.match(await check(', path: /srv/p.yaml'), /^ok/);
});

test('chef: a stack trace behind the last start is a failed run', async () => {
  const port = new FakeChecks();
  const check = (more = '') => run(`agent: { kind: chef${more} }`, port);
  assert.match(await check(), /^unknown: there is no folder \/var\/chef\/cache$/);
  port.files.set('/var/cinc/cache/cookbooks', {});
  assert.match(await check(), /^unknown: \/var\/cinc\/cache has no lock file/);
  port.files.set('/var/cinc/cache/cinc-client-running.pid', { modifiedUs: NOW_US - HOUR_US });
  assert.equal(await check(), 'ok: last run began 60 min ago');
  port.files.set('/var/cinc/cache/cinc-stacktrace.out', { modifiedUs: NOW_US - 2 * HOUR_US });
  assert.equal(await check(), 'ok: last run began 60 min ago');
  port.files.set('/var/cinc/cache/cinc-stacktrace.out', { modifiedUs: NOW_US - HOUR_US / 2 });
  assert.match(await check(), /^failed: the last run failed, see \/var\/cinc\/cache\/cinc-stacktrace\.out/);
  assert.match(await check(', maxAgeSeconds: 60'), /^failed/);
});

/** `sls.p` of Salt 3008.4 after `state.apply` of two states, all well; and of two, the first of which failed. */
const SALT_GOOD =
  'gtkmdGVzdF98LWFffC1hX3wtc3VjY2VlZF93aXRob3V0X2NoYW5nZXOJpG5hbWWhYadjaGFuZ2VzgKZyZXN1bHTDp2NvbW1lbnSoU3VjY2VzcyGnX19zbHNfX6Rnb29kq19fcnVuX251bV9fAKpzdGFydF90aW1lrzA5OjM4OjIwLjMyMTg5NKhkdXJhdGlvbss/5PXCj1wo9qZfX2lkX1+hYbJ0ZXN0X3wtYl98LWJffC1ub3CJpG5hbWWhYqdjaGFuZ2VzgKZyZXN1bHTDp2NvbW1lbnSoU3VjY2VzcyGnX19zbHNfX6Rnb29kq19fcnVuX251bV9fAapzdGFydF90aW1lrzA5OjM4OjIwLjMyMjc0MqhkdXJhdGlvbss/0zMzMzMzM6ZfX2lkX1+hYg==';
const SALT_BAD =
  'gtkjdGVzdF98LWNffC1jX3wtZmFpbF93aXRob3V0X2NoYW5nZXOJpG5hbWWhY6djaGFuZ2VzgKZyZXN1bHTCp2NvbW1lbnSoRmFpbHVyZSGnX19zbHNfX6NiYWSrX19ydW5fbnVtX18AqnN0YXJ0X3RpbWWvMDk6MzY6NTkuOTAyOTIxqGR1cmF0aW9uy0AUwIMSbpeNpl9faWRfX6Fj2SZ0ZXN0X3wtZF98LWRffC1zdWNjZWVkX3dpdGhvdXRfY2hhbmdlc4mkbmFtZaFkp2NoYW5nZXOApnJlc3VsdMOnY29tbWVudKhTdWNjZXNzIadfX3Nsc19fo2JhZKtfX3J1bl9udW1fXwGqc3RhcnRfdGltZa8wOTozNjo1OS45MDgzMjaoZHVyYXRpb27LP9yLQ5WBBiWmX19pZF9foWQ=';

test('salt: when states ran last, and with what result where Salt keeps one', async () => {
  const port = new FakeChecks();
  const folder = '/var/cache/salt/minion';
  const check = (more = '') => run(`agent: { kind: salt${more} }`, port);
  const results = (text: string, modifiedUs: number): void =>
    void port.files.set(`${folder}/sls.p`, { bytes: Buffer.from(text, 'base64'), modifiedUs });
  assert.match(await check(), /^unknown: no run of states: .*ENOENT$/);
  port.files.set(`${folder}/highstate.cache.p`, { modifiedUs: NOW_US - HOUR_US });
  assert.equal(await check(), 'unknown: last run 60 min ago; Salt keeps no result of a highstate');
  results(SALT_BAD, NOW_US - 9 * HOUR_US);
  assert.match(await check(), /^unknown: /, 'that is of an older run');
  assert.match(await check(', maxAgeSeconds: 60'), /^failed: last run 60 min ago; at most/);
  results(SALT_GOOD, NOW_US - HOUR_US - 6000);
  assert.equal(await check(), 'ok: last run 60 min ago');
  results(SALT_BAD, NOW_US - HOUR_US - 6000);
  assert.equal(await check(), 'failed: 1 states failed; last run 60 min ago');
});

const recap = (failed: number): string =>
  `PLAY RECAP ****\nlocalhost : ok=3    changed=1    unreachable=0    failed=${failed}    skipped=0    rescued=0    ignored=0\n`;

test('ansible-pull: the recap at the end of its log', async () => {
  const port = new FakeChecks();
  const check = () => run('agent: { kind: ansible-pull }', port);
  const log = (text: string): void =>
    void port.files.set('/var/log/ansible-pull.log', { text, modifiedUs: NOW_US - HOUR_US });
  assert.match(await check(), /^unknown: no log of ansible-pull/);
  log(recap(1) + recap(0));
  assert.equal(await check(), 'ok: last run 60 min ago');
  log(recap(0) + recap(2));
  assert.equal(await check(), 'failed: 2 tasks failed; last run 60 min ago');
  log(`${recap(0)}localhost | FAILED! => {\n`);
  assert.match(await check(), /^failed: localhost \| FAILED!; last run/);
  log('Starting Ansible Pull\n');
  assert.match(await check(), /^unknown: .* ends in no PLAY RECAP/);
});

test('every problem of the checks in a config is told at once, with path and line', () => {
  const text = `checks:
  - { name: a, tcp: { port: 70000 } }
  - { name: a, proces: { name: x } }
  - { name: "b c", exec: { command: [sh] } }
  - { name: d, tcp: { port: 1 }, file: { path: x } }
  - { name: e, agent: { kind: pupet } }
  - { name: f, http: { url: "http://127.0.0.1/" } }
`;
  const lacking = 'is not in the compact build; use the standard build';
  const read = readAgentConfig(
    text,
    () => undefined,
    (kind) => (kind === 'http' ? lacking : undefined),
  );
  assert.ok(!read.ok);
  const told = read.problems.map(({ path, line }) => `${line} ${path}`);
  for (const place of [
    '2 checks[0].tcp.port',
    '3 checks[1].proces',
    '4 checks[2].name',
    '4 checks[2].exec.command',
    '5 checks[3].file.path',
    '6 checks[4].agent.kind',
  ]) {
    assert.ok(told.includes(place), `${place} in ${told.join(', ')}`);
  }
  const good = text
    .split('\n')
    .filter((_, line) => line === 0 || line === 6)
    .join('\n');
  const one = readAgentConfig(
    `${good}\n  - { name: g }\n  - { name: g, tcp: { port: 1 }, file: { path: /x } }\n`,
    () => undefined,
    () => lacking,
  );
  assert.ok(!one.ok);
  const words = one.problems.map(({ path, message }) => `${path}: ${message}`).join('\n');
  assert.match(words, /checks\[0\]\.http: is not in the compact build/);
  assert.match(words, /checks\[1\]: needs one of process, unit/);
  assert.match(words, /checks\[2\]\.file: cannot stand beside tcp/);
});
