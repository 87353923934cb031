import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { ExplainJson } from '#companion/ladder/explain.ts';
import { APP_ID, createBench, fullConfig, ofKind } from '#test/support/companion-bench.ts';
import { eventually } from '#test/support/eventually.ts';
import { FakeQmp } from '#test/support/fake-qmp.ts';
import { runCherub } from '#test/support/run-cherub.ts';

interface ListedJson {
  readonly id: string;
  readonly trigger?: string;
}

test('a guest that panics is dead by two votes, and gets an incident', async (t) => {
  const qmp = await FakeQmp.start({
    answer: ({ execute }) =>
      execute === 'query-status' ? { return: { status: 'running', running: true } } : { return: [] },
  });
  t.after(() => qmp.close());
  const bench = createBench(t, (guest) =>
    fullConfig(guest).replace(
      '    console:',
      `    qmp: { socket: ${qmp.path}, pollSeconds: 1 }\n    console:`,
    ),
  );
  const { guest } = bench;
  await guest.start();
  await bench.serve();
  const state = join(bench.directory, 'state');
  const explain = async (): Promise<ExplainJson> => {
    const run = await runCherub(['explain', 'web', '--state', state, '--json']);
    assert.equal(run.code, 0, run.err);
    return JSON.parse(run.out) as ExplainJson;
  };
  await eventually(
    'all is connected',
    () => (guest.hasConsole && guest.hasLink && qmp.open > 0) || undefined,
  );
  // It reports as long as it lives: a slow machine must not make it look silent.
  const life = setInterval(() => {
    guest.beat();
    guest.snapshot('both');
  }, 500);
  t.after(() => clearInterval(life));
  await eventually(
    'the verdict is healthy',
    async () => (await explain()).state === 'healthy' || undefined,
    20_000,
  );

  clearInterval(life);
  guest.print('[   12.345678] Kernel panic - not syncing: sysrq triggered crash\r\n');
  qmp.peer.event('GUEST_PANICKED', { action: 'run' });
  const dead = await eventually('the verdict is dead', async () => {
    const explained = await explain();
    return explained.rung === 'kernel' && explained.state === 'dead' ? explained : undefined;
  });
  const counting = dead.votes.filter(({ counts }) => counts).map(({ id }) => id);
  assert.deepEqual(counting.toSorted(), ['console.panic', 'qmp.panic']);

  const [verdict] = await eventually('the verdict is an entry', () => {
    const found = ofKind(bench.entries(), 'verdict').filter(({ tags }) => tags['cherub.rung'] === 'kernel');
    return found.length > 0 ? found : undefined;
  });
  assert.equal(verdict?.severity, 'err');
  assert.equal((JSON.parse(verdict?.content ?? '{}') as { rung?: string }).rung, 'kernel');
  const incident = await eventually(
    'the incident is an entry',
    () => ofKind(bench.entries(), 'incident')[0],
    30_000,
  );
  const id = (JSON.parse(incident.content) as { incident: string }).incident;
  const listed = await runCherub(['incidents', 'list', '--state', state, '--json']);
  assert.ok(listed.out.includes(id), listed.out);
  const shown = await runCherub(['incidents', 'show', id, '--state', state]);
  assert.match(shown.out, /kernel/u);
  assert.match(shown.out, /Kernel panic - not syncing: sysrq triggered crash/u);
});

test('evidence is taken by hand, and what a killed companion left open is sealed by the next', async (t) => {
  const bench = createBench(t);
  await bench.guest.start();
  const state = join(bench.directory, 'state');
  const open = join(state, 'incidents', '20261124T034512Z-6ba7b810-a1b2c3.open');
  mkdirSync(open, { recursive: true });
  const head = {
    id: '20261124T034512Z-6ba7b810-a1b2c3',
    vm: { name: 'web', appId: APP_ID },
    node: 'test-node',
    openedAtMs: 1_795_492_000_000,
    trigger: 'verdict',
    verdict: { state: 'dead', rung: 'kernel', sinceMs: 1_795_492_000_000, reason: 'test', votes: [] },
    companion: '1',
  };
  writeFileSync(join(open, 'journal.jsonl'), `${JSON.stringify({ kind: 'open', head })}\n`);
  await bench.serve();
  await eventually('the console is connected', () => bench.guest.hasConsole || undefined);
  const run = await runCherub(['diagnose', 'web', '--level', 'observe', '--state', state, '--json']);
  assert.equal(run.code, 0, run.err);
  const events = run.out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { kind: string; incident?: string });
  assert.equal(events[0]?.kind, 'opened');
  assert.equal(events.at(-1)?.kind, 'sealed');
  const list = JSON.parse(
    (await runCherub(['incidents', 'list', '--state', state, '--json'])).out,
  ) as readonly ListedJson[];
  assert.deepEqual(list.map(({ id }) => id).toSorted(), [head.id, events[0]?.incident ?? ''].toSorted());
  const unknown = await runCherub(['diagnose', 'nobody', '--state', state]);
  assert.notEqual(unknown.code, 0);
  assert.match(unknown.err, /no VM nobody/u);
});

test('a scenario that fails is an entry and a vote, and its script takes the evidence', async (t) => {
  const bench = createBench(
    t,
    (guest) => `${fullConfig(guest)}
scripts: [{ name: quick, steps: [{ step: signals }, { step: console-tail }] }]
scenarios:
  - name: shop
    periodSeconds: 1
    timeoutSeconds: 1
    failureThreshold: 1
    transports: [network]
    network: { type: tcp, host: 127.0.0.1, port: 1 }
    diagnosis: quick
bindings: [{ scenario: shop, app: web }]
`,
  );
  await bench.guest.start();
  await bench.serve();
  const [change] = await eventually('the scenario is an entry', () => {
    const found = ofKind(bench.entries(), 'scenario');
    return found.length > 0 ? found : undefined;
  });
  assert.equal(change?.tags['cherub.scenario'], 'shop');
  assert.equal(change?.tags['cherub.state'], 'failed');
  const incident = await eventually('its incident', () => ofKind(bench.entries(), 'incident')[0], 30_000);
  assert.equal((JSON.parse(incident.content) as { trigger: string }).trigger, 'scenario');
  const run = await runCherub(['explain', 'web', '--state', join(bench.directory, 'state'), '--json']);
  const { votes } = JSON.parse(run.out) as ExplainJson;
  assert.ok(
    votes.some(({ id, state }) => id === 'network.scenario:shop' && state === 'dead'),
    run.out,
  );
});
