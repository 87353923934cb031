import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createBench, fullConfig, ofKind } from '#test/support/companion-bench.ts';
import { eventually } from '#test/support/eventually.ts';
import { runCherub, startCherub } from '#test/support/run-cherub.ts';

test('labels, console lines and snapshots of a guest reach the file sink, each record once', async (t) => {
  const bench = createBench(t);
  const { guest } = bench;
  guest.recordStart();
  guest.snapshot('disk');
  await guest.start();
  const serving = await bench.serve();
  await eventually('console and link are connected', () => (guest.hasConsole && guest.hasLink) || undefined);
  await eventually('the history arrived', () => ofKind(bench.entries(), 'snapshot')[0]);
  const line = guest.beat();
  guest.print('Kernel panic - not syncing: \u001b[31mtest\u001b[0m \u202eevil\r\n');
  for (let i = 0; i < 5; i += 1) guest.snapshot('both');
  const entries = await eventually('all entries are in the file', () => {
    const found = bench.entries();
    return ofKind(found, 'snapshot').length >= 6 && ofKind(found, 'console').length > 0 ? found : undefined;
  });

  assert.equal(ofKind(entries, 'heartbeat')[0]?.content, `cherub: ${line}`);
  assert.equal(ofKind(entries, 'console')[0]?.content, 'Kernel panic - not syncing: test \\u{202e}evil');
  assert.deepEqual(
    ofKind(entries, 'snapshot').map((entry) => entry.tags['cherub.seq']),
    ['1', '2', '3', '4', '5', '6'],
  );
  assert.equal(ofKind(entries, 'snapshot')[0]?.tags['cherub.history'], '1');
  assert.equal(ofKind(entries, 'snapshot')[1]?.tags['cherub.history'], undefined);
  assert.equal(ofKind(entries, 'start').length, 1);
  assert.equal(new Set(entries.map((entry) => entry.id)).size, entries.length);

  const report = await bench.status();
  assert.deepEqual(
    report.vms[0]?.channels.map(({ channel, state }) => [channel, state]),
    [
      ['console', 'fresh'],
      ['recorder', 'fresh'],
      ['link', 'fresh'],
    ],
  );
  assert.equal(report.vms[0]?.guest.state, 'ok');
  assert.equal(report.vms[0]?.guest.agentVersion, '1.2.3');

  serving.child.kill('SIGTERM');
  assert.equal((await serving.ended).code, 0);
});

test('after the guest died its channels are missing and what it left on the disk is still read', async (t) => {
  const bench = createBench(t);
  const { guest } = bench;
  await guest.start();
  await bench.serve();
  await eventually('console and link are connected', () => (guest.hasConsole && guest.hasLink) || undefined);
  await guest.stop();
  guest.snapshot('disk');
  await eventually('the last snapshot arrived', () => ofKind(bench.entries(), 'snapshot')[0]);
  await eventually('the sockets are told missing', () => {
    const told = ofKind(bench.entries(), 'channel').map(
      ({ tags }) => `${tags['cherub.channel']} ${tags['cherub.state']}`,
    );
    return (told.includes('console missing') && told.includes('link missing')) || undefined;
  });
});

test('a companion that is killed again and again loses nothing and writes nothing twice', async (t) => {
  const bench = createBench(t);
  const { guest } = bench;
  await guest.start();
  let written = 0;
  for (let round = 0; round < 4; round += 1) {
    const serving = await bench.serve();
    await eventually('the link is connected', () => guest.hasLink || undefined);
    for (let i = 0; i < 10; i += 1) {
      guest.snapshot(i % 3 === 0 ? 'disk' : 'both');
      written += 1;
    }
    await eventually('something of this round is there', () => {
      return ofKind(bench.entries(), 'snapshot').length > written - 10 || undefined;
    });
    serving.child.kill('SIGKILL');
    await serving.ended;
  }
  const last = await bench.serve();
  const snapshots = await eventually('every snapshot is in the file', () => {
    const found = ofKind(bench.entries(), 'snapshot');
    return found.length >= written ? found : undefined;
  });
  const numbers = snapshots.map((entry) => Number(entry.tags['cherub.seq'])).sort((a, b) => a - b);
  assert.deepEqual(
    numbers,
    Array.from({ length: written }, (_, i) => i + 1),
  );
  last.child.kill('SIGTERM');
  assert.equal((await last.ended).code, 0);
});

test('link ping goes through the running companion and, without one, to the socket', async (t) => {
  const bench = createBench(t);
  const { guest } = bench;
  await guest.start();
  const serving = await bench.serve();
  await eventually('the link is connected', () => guest.hasLink || undefined);
  const through = await runCherub([
    'link',
    'ping',
    'web',
    '-c',
    '3',
    '-i',
    '0',
    '--json',
    '--config',
    bench.config,
  ]);
  assert.equal(through.code, 0, through.err);
  assert.equal((JSON.parse(through.out) as { received: number }).received, 3);
  const unknown = await runCherub(['link', 'ping', 'nobody', '-c', '1', '--config', bench.config]);
  assert.equal(unknown.code, 1);
  assert.match(unknown.err, /^cherub: there is no VM nobody/);
  serving.child.kill('SIGTERM');
  await serving.ended;

  const direct = await runCherub(['link', 'ping', '--socket', guest.linkPath, '-c', '2', '-i', '0']);
  assert.equal(direct.code, 0, direct.err);
  assert.match(direct.out, /2 sent, 2 answered, 0 % lost\nrtt min\/p50\/p99\/max = /);
});

test('a guest that never answers costs its own link and nobody else anything', async (t) => {
  const bench = createBench(t);
  const { guest } = bench;
  guest.answers = false;
  await guest.start();
  await bench.serve();
  await eventually('console and link are connected', () => (guest.hasConsole && guest.hasLink) || undefined);
  const ping = await runCherub(['link', 'ping', 'web', '-c', '1', '-W', '0.2', '--config', bench.config]);
  assert.equal(ping.code, 1);
  assert.match(ping.out, /no answer within 200 ms/);
  guest.beat();
  await eventually('the label arrived all the same', () => ofKind(bench.entries(), 'heartbeat')[0]);
});

test('SIGHUP takes a good config and keeps the old one instead of a bad one', async (t) => {
  const bench = createBench(t);
  const { guest } = bench;
  await guest.start();
  const serving = await bench.serve();
  bench.writeConfig('state: state\nvms: [{ nam: x }]\n');
  serving.child.kill('SIGHUP');
  await eventually('the bad config is refused', () => /the old config stays/.test(serving.err) || undefined);
  assert.match(serving.err, /cherub\.yaml:2:\d+: vms\[0\]\.nam: unknown key; did you mean "name"\?/);
  assert.equal((await bench.status()).vms.length, 1);

  bench.writeConfig(fullConfig(guest).replace('name: web', 'name: shop'));
  serving.child.kill('SIGHUP');
  await eventually('the good config is taken', () => /reload: 1 VM, 1 sink/.test(serving.err) || undefined);
  assert.deepEqual(
    (await bench.status()).vms.map(({ name }) => name),
    ['shop'],
  );
});

test('a second companion on the same state directory is refused', async (t) => {
  const bench = createBench(t);
  await bench.serve();
  const second = await runCherub(['serve', '--config', bench.config]);
  assert.equal(second.code, 1);
  assert.match(second.err, /^.*another cherub serve uses this state directory.*$/m);
  assert.equal((await bench.status()).vms.length, 1);
});

test('a guest that sends garbage on every channel is counted and the next good things arrive', async (t) => {
  const bench = createBench(t);
  const { guest } = bench;
  await guest.start();
  await bench.serve();
  await eventually('console and link are connected', () => (guest.hasConsole && guest.hasLink) || undefined);
  const garbage = Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7919 + (i >> 8)) & 0xff);
  guest.noise(garbage);
  guest.print(garbage);
  guest.print('\ncherub/1 app=web boot=zz ck=00000000\n');
  guest.write(Uint8Array.of(0xff, 0xff, 0xff));
  guest.beat();
  guest.snapshot('link');
  guest.snapshot('disk');
  await eventually('the good ones arrived', () => {
    const found = bench.entries();
    return (ofKind(found, 'heartbeat').length > 0 && ofKind(found, 'snapshot').length === 2) || undefined;
  });
  const channels = (await bench.status()).vms[0]?.channels ?? [];
  const counters = Object.fromEntries(channels.map((each) => [each.channel, each.counters]));
  assert.equal(counters['console']?.['labelsInvalid'], 1);
  assert.equal(counters['recorder']?.['recordsInvalid'], 1);
  assert.ok((counters['link']?.['discarded'] ?? 0) > 0);
});

test('watch shows the status again and again, as lines or as JSON, and tells when the companion ends', async (t) => {
  const bench = createBench(t);
  await bench.guest.start();
  const serving = await bench.serve();
  await eventually('the link is connected', () => bench.guest.hasLink || undefined);
  const lines = await runCherub(['watch', '--config', bench.config, '--count', '2', '--interval', '0.2']);
  assert.equal(lines.code, 0, lines.err);
  assert.match(lines.out, /^(?:\S+ \S+ web console: \w+[^\n]*, recorder: \w+[^\n]*, link: \w+[^\n]*\n){2}$/);
  const json = startCherub(['watch', '--config', bench.config, '--json']);
  t.after(() => json.child.kill('SIGKILL'));
  await eventually('a report', () => json.out.includes('\n') || undefined);
  assert.equal((JSON.parse(json.out.split('\n')[0] ?? '') as { node: string }).node, 'test-node');
  serving.child.kill('SIGTERM');
  const ended = await json.ended;
  assert.deepEqual([ended.code, ended.err], [1, 'cherub: cherub serve has ended\n']);
});
