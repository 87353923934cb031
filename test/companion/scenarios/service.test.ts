import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { test } from 'node:test';
import type { Target } from '#companion/scenarios/bindings/target.ts';
import type { ProbeReport } from '#companion/scenarios/probes/probe.ts';
import { makeScenario, makeScenarioVm, ScenarioBench, settled } from '../../support/scenario-bench.ts';

const PING = makeScenario({ name: 'ping', transports: ['link', 'qga'], diagnosis: 'default' });
const VM1: Target = { kind: 'app', app: 'vm1' };
const FAILED: ProbeReport = { outcome: 'failed', detail: 'no answer', rung: 'agent' };

test('a VM whose every probe hangs delays none of 20 others by more than a period', async (t) => {
  const bench = new ScenarioBench(t);
  bench.vms = Array.from({ length: 21 }, (_, i) => makeScenarioVm(i, { labels: { all: 'yes' } }));
  bench.answer = (app) => (app === 'vm0' ? new Promise(() => undefined) : { outcome: 'ok', detail: 'up' });
  const service = bench.open([PING], [{ scenario: 'ping', target: { kind: 'label', label: 'all=yes' } }]);
  service.tick();
  await settled();
  await bench.pass(service, 60_000);
  for (const vm of bench.vms) {
    const times = bench.started.filter(({ app }) => app === vm.name).map(({ atMs }) => atMs);
    const gaps = times.slice(1).map((at, i) => at - (times[i] ?? 0));
    // The hanging one is given up at its waiting time, and no more are started when four of them have not ended.
    assert.equal(times.length, vm.name === 'vm0' ? 4 : 7, vm.name);
    assert.ok(Math.max(...gaps) <= 11_000, `${vm.name}: ${gaps.join(' ')}`);
  }
  const states = service.views().map(({ vm, view }) => `${vm.name} ${view.standing.state}`);
  assert.deepEqual(
    states,
    bench.vms.map(({ name }) => `${name} ${name === 'vm0' ? 'failed' : 'ok'}`),
  );
});

test('a scenario that fails says so once, with the diagnostic script, and speaks to the ladder', async (t) => {
  const bench = new ScenarioBench(t);
  bench.vms = [makeScenarioVm(1)];
  const service = bench.open([PING], [{ scenario: 'ping', target: VM1 }]);
  const app = bench.vms[0]?.appId ?? '';
  service.tick();
  await settled();
  await bench.pass(service, 1000);
  assert.deepEqual(service.signals(app, bench.nowMs), [
    {
      id: 'link.scenario:ping',
      source: 'link',
      rung: 'userspace',
      state: 'alive',
      ageMs: 1000,
      reason: 'up',
    },
  ]);
  bench.answer = () => FAILED;
  await bench.pass(service, 20_000);
  // Two failures of three: the last evidence of life grows old.
  assert.deepEqual(
    service.signals(app, bench.nowMs).map(({ state, ageMs }) => [state, ageMs]),
    [['alive', 21_000]],
  );
  await bench.pass(service, 30_000);
  assert.deepEqual(
    bench.changes.map(({ from, to }) => `${from} ${to}`),
    ['unknown ok', 'ok failed'],
  );
  assert.deepEqual(bench.diagnoses, [{ app, scenario: 'ping', script: 'default', reason: 'no answer' }]);
  const [signal] = service.signals(app, bench.nowMs);
  assert.deepEqual([signal?.state, signal?.rung, signal?.source], ['dead', 'agent', 'link']);
});

test('what answered although the probe failed is a signal of its own', async (t) => {
  const bench = new ScenarioBench(t);
  bench.vms = [makeScenarioVm(1)];
  bench.answer = () => ({
    outcome: 'failed',
    detail: 'connection refused',
    rung: 'application',
    reached: 'kernel',
  });
  const service = bench.open([PING], [{ scenario: 'ping', target: VM1 }]);
  service.tick();
  await settled();
  await bench.pass(service, 21_000);
  assert.deepEqual(
    service
      .signals(bench.vms[0]?.appId ?? '', bench.nowMs)
      .map(({ id, rung, state }) => `${id} ${rung} ${state}`),
    ['link.scenario:ping application dead', 'link.scenario:ping.answer kernel alive'],
  );
});

test('a transport that turns out not to be there is passed over at once, with the reason', async (t) => {
  const bench = new ScenarioBench(t);
  bench.vms = [makeScenarioVm(1)];
  bench.answer = (_app, transport) =>
    transport === 'link'
      ? { outcome: 'unknown', detail: 'nothing is connected', passOverPeriods: 2 }
      : { outcome: 'ok', detail: 'up' };
  const service = bench.open([PING], [{ scenario: 'ping', target: VM1 }]);
  service.tick();
  await settled();
  await bench.pass(service, 1000);
  assert.deepEqual(
    bench.started.map(({ transport }) => transport),
    ['link', 'qga'],
  );
  const last = service.views()[0]?.view.last;
  assert.deepEqual(last?.passedOver, [{ transport: 'link', reason: 'nothing is connected' }]);
  await bench.pass(service, 30_000);
  assert.deepEqual(
    bench.started.map(({ transport }) => transport),
    ['link', 'qga', 'qga', 'link', 'qga', 'qga'],
  );
});

test('bindings, pauses and standings survive a restart', async (t) => {
  const bench = new ScenarioBench(t);
  bench.vms = [makeScenarioVm(1), makeScenarioVm(2, { labels: { role: 'db' } }), makeScenarioVm(3)];
  bench.answer = () => FAILED;
  const config = [{ scenario: 'ping', target: { kind: 'app', app: 'vm3' } as const }];
  const first = bench.open([PING], config);
  first.start();
  assert.deepEqual(first.bind('ping', VM1), { ok: true, vms: ['vm1'] });
  assert.deepEqual(first.bind('ping', { kind: 'label', label: 'role' }), { ok: true, vms: ['vm2'] });
  assert.deepEqual(first.unbind('ping', { kind: 'app', app: 'vm3' }), { ok: true, vms: ['vm3'] });
  const pause = { forMs: 3_600_000, owner: 'ann', reason: 'upgrade' };
  assert.ok(first.pause({ target: { kind: 'app', app: 'vm2' }, ...pause }).ok);
  await bench.pass(first, 21_000);
  first.stop();

  bench.nowMs = 5;
  bench.wallMs += 60_000;
  const second = bench.open([PING], config);
  second.start();
  const views = second.views().map(({ vm, view }) => [vm.name, view.standing.state, view.pause?.owner]);
  assert.deepEqual(
    views.toSorted(([a], [b]) => String(a).localeCompare(String(b))),
    [
      ['vm1', 'failed', undefined],
      ['vm2', 'unknown', 'ann'],
    ],
  );
  const [held] = second.suppressions(bench.vms[1]?.appId ?? '');
  assert.deepEqual([held?.kind, held?.by, held?.reason], ['person', 'ann', 'upgrade']);
  assert.ok(Math.abs((held?.untilMs ?? 0) - (3_600_000 - 81_000)) <= 2000);
  // A failure that was known already is no news and no second diagnosis.
  await bench.pass(second, 15_000);
  assert.equal(bench.diagnoses.length, 1);
});

test('the pause of one scenario stops its probe alone and explains nothing else', async (t) => {
  const bench = new ScenarioBench(t);
  bench.vms = [makeScenarioVm(1)];
  const service = bench.open(
    [PING, makeScenario({ name: 'other', transports: ['link'] })],
    [
      { scenario: 'ping', target: VM1 },
      { scenario: 'other', target: VM1 },
    ],
  );
  service.tick();
  await settled();
  assert.ok(service.pause({ target: VM1, scenario: 'ping', forMs: 30_000, owner: 'ann', reason: '' }).ok);
  assert.deepEqual(service.suppressions(bench.vms[0]?.appId ?? ''), []);
  bench.started.length = 0;
  await bench.pass(service, 25_000);
  assert.equal(bench.started.length, 2);
  assert.deepEqual(service.resume(VM1), { ok: false, reason: 'vm1 is not paused; see: cherub scenarios' });
  assert.ok(service.resume(VM1, 'ping').ok);
});

test('a run out of turn gives the outcome, and a pause or an end gives the reason', async (t) => {
  const bench = new ScenarioBench(t);
  bench.vms = [makeScenarioVm(1)];
  const service = bench.open([PING], [{ scenario: 'ping', target: VM1 }]);
  service.tick();
  await settled();
  await bench.pass(service, 1000);
  const done = await service.runNow('ping', VM1);
  assert.ok(done.ok);
  assert.deepEqual(
    done.runs.map(({ vm, probe }) => [vm, probe.outcome, probe.transport, probe.atMs]),
    [['vm1', 'ok', 'link', 1000]],
  );
  bench.answer = () => new Promise(() => undefined);
  const held = service.runNow('ping', VM1);
  assert.ok(service.pause({ target: VM1, forMs: 1000, owner: 'ann', reason: '' }).ok);
  assert.deepEqual(await held, { ok: false, reason: 'it was unbound, paused or stopped meanwhile' });
  assert.deepEqual(await service.runNow('ping', VM1), {
    ok: false,
    reason: 'vm1 is paused by ann; go on with: cherub resume vm1',
  });
});

test('unknown names are told with the nearest, and what is not bound with how to bind it', async (t) => {
  const bench = new ScenarioBench(t);
  bench.vms = [makeScenarioVm(1)];
  const service = bench.open([PING]);
  const reasonOf = (done: { ok: boolean; reason?: string }): string => done.reason ?? 'ok';
  assert.equal(
    reasonOf(service.bind('pnig', VM1)),
    'there is no scenario pnig in the config; did you mean ping?',
  );
  assert.equal(
    reasonOf(service.bind('ping', { kind: 'app', app: 'vm2' })),
    'there is no VM vm2; did you mean vm1?; see: cherub status',
  );
  assert.equal(
    reasonOf(await service.runNow('ping', VM1)),
    'ping is not bound to vm1; first: cherub bind ping vm1',
  );
  assert.equal(reasonOf(service.unbind('ping', VM1)), 'ping is not bound to vm1; see: cherub scenarios');
  // A label may be bound before a VM has it.
  assert.deepEqual(service.bind('ping', { kind: 'label', label: 'role=db' }), { ok: true, vms: [] });
});

test('a state directory that cannot be written leaves the binding in force and says so', (t) => {
  const bench = new ScenarioBench(t);
  bench.vms = [makeScenarioVm(1)];
  const service = bench.open([PING]);
  rmSync(dirname(bench.storeFile), { recursive: true });
  const done = service.bind('ping', VM1);
  assert.ok(done.ok);
  assert.match(done.warning ?? '', /^in force, but not kept for a restart: .*ENOENT/u);
  assert.equal(service.views().length, 1);
  mkdirSync(dirname(bench.storeFile));
  service.stop();
  assert.match(readFileSync(bench.storeFile, 'utf8'), /"action":"bind"/u);
});

test('another config changes only what is different in it', async (t) => {
  const bench = new ScenarioBench(t);
  bench.vms = [makeScenarioVm(1)];
  const bindings = [{ scenario: 'ping', target: VM1 }];
  const service = bench.open([PING], bindings);
  service.tick();
  await settled();
  await bench.pass(service, 1000);
  service.configure(
    [makeScenario({ name: 'ping', transports: ['link', 'qga'], diagnosis: 'default' })],
    bindings,
  );
  await bench.pass(service, 1000);
  assert.equal(bench.started.length, 1);
  service.configure([makeScenario({ name: 'ping', transports: ['qga'] })], bindings);
  await bench.pass(service, 1000);
  assert.deepEqual(
    bench.started.map(({ transport }) => transport),
    ['link', 'qga'],
  );
  assert.equal(service.views()[0]?.view.standing.state, 'ok');
  service.configure([], []);
  assert.deepEqual(service.views(), []);
});
