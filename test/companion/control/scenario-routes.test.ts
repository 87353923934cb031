import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { type TestContext, test } from 'node:test';
import { Command } from 'commander';
import { registerBind } from '#companion/cli/bind.ts';
import { CliError } from '#companion/cli/cli-error.ts';
import type { CliIo } from '#companion/cli/io.ts';
import { registerPause } from '#companion/cli/pause.ts';
import { registerRun } from '#companion/cli/run.ts';
import { registerScenarios } from '#companion/cli/scenarios.ts';
import type { ControlApi } from '#companion/control/api.ts';
import { controlPath } from '#companion/control/control-path.ts';
import { createScenarioApi } from '#companion/control/scenario-api.ts';
import { answerScenarios } from '#companion/control/scenario-routes.ts';
import { startControlServer, stopControlServer } from '#companion/control/server.ts';
import type { ScenarioService } from '#companion/scenarios/service.ts';
import { makeScenario, makeScenarioVm, ScenarioBench } from '../../support/scenario-bench.ts';

interface Desk {
  readonly bench: ScenarioBench;
  readonly service: ScenarioService;
  /** Runs a command against a companion that runs the service; gives what it wrote and its exit code. */
  readonly run: (...args: string[]) => Promise<{ out: string; err: string; code: number }>;
}

async function openDesk(t: TestContext): Promise<Desk> {
  const bench = new ScenarioBench(t);
  bench.vms = [makeScenarioVm(1, { labels: { role: 'front' } }), makeScenarioVm(2)];
  const service = bench.open([
    makeScenario({ name: 'ping', transports: ['console', 'link'], diagnosis: 'default' }),
    makeScenario({ name: 'spare' }),
  ]);
  service.start();
  const state = mkdtempSync(`${tmpdir()}/cherub-cli-`);
  const scenarios = createScenarioApi(service, () => bench.nowMs);
  const server = await startControlServer(controlPath(state), () => ({ scenarios }) as unknown as ControlApi);
  t.after(async () => {
    await stopControlServer(server);
    rmSync(state, { recursive: true, force: true });
  });
  return { bench, service, run: (...args) => runCommand(state, args) };
}

async function runCommand(
  state: string,
  args: readonly string[],
): Promise<{ out: string; err: string; code: number }> {
  const ran = { out: '', err: '', code: 0 };
  const io: CliIo = {
    out: (text) => {
      ran.out += text;
    },
    err: (text) => {
      ran.err += text;
    },
    outIsTerminal: false,
    color: false,
    columns: () => 80,
    rows: () => 24,
    env: { USER: 'ann' },
    exit: { code: 0 },
    signal: new AbortController().signal,
    onHangup: () => () => undefined,
    now: () => 0,
  };
  const program = new Command().exitOverride();
  for (const register of [registerBind, registerPause, registerRun, registerScenarios]) register(program, io);
  for (const command of program.commands)
    command.exitOverride().configureOutput({ writeErr: () => undefined });
  try {
    await program.parseAsync([...args, '--state', state], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { ...ran, err: error.message, code: error.exitCode };
  }
  return { ...ran, code: io.exit.code };
}

test('a scenario is bound, run, shown and unbound by commands', async (t) => {
  const { bench, run } = await openDesk(t);
  bench.answer = (_app, transport) =>
    transport === 'link'
      ? { outcome: 'ok', detail: 'up\u001b[2J' }
      : { outcome: 'unknown', detail: 'nobody', passOverPeriods: 10 };
  assert.deepEqual(await run('bind', 'ping', 'vm1'), { out: 'ping is bound to vm1\n', err: '', code: 0 });
  assert.deepEqual(await run('run', 'ping', 'vm1'), {
    out: 'vm1: ok by link: up\\x1b[2J\n  passed over: console: the VM has no console that can be written to\n',
    err: '',
    code: 0,
  });
  assert.deepEqual((await run('scenarios')).out.split('\n'), [
    'vm   scenario  state  last  by      ago  what',
    'vm1  ping      ok     ok    link  0.0 s  up\\x1b[2J (passed over: console: the VM has no console that can be written to)',
    'bound to no VM: spare',
    '',
  ]);
  const report = JSON.parse((await run('scenarios', '--json')).out) as {
    bound: { vm: string; state: string }[];
  };
  assert.deepEqual(
    report.bound.map(({ vm, state }) => [vm, state]),
    [['vm1', 'ok']],
  );
  assert.equal((await run('unbind', 'ping', 'vm1')).out, 'ping is not bound any more to vm1\n');
  assert.equal((await run('scenarios')).out.split('\n')[0], 'no scenario is bound to a VM');
});

test('by label many are meant, and a run that is not ok ends with 1', async (t) => {
  const { bench, run } = await openDesk(t);
  bench.vms = bench.vms.map((vm) => ({ ...vm, labels: { role: 'front' } }));
  bench.answer = (app) =>
    app === 'vm2' ? { outcome: 'failed', detail: 'no answer' } : { outcome: 'ok', detail: 'up' };
  assert.equal((await run('bind', 'ping', '--label', 'role=front')).out, 'ping is bound to vm1, vm2\n');
  const ran = await run('run', 'ping', '--label', 'role', '--json');
  assert.equal(ran.code, 1);
  const { runs } = JSON.parse(ran.out) as { runs: { vm: string; outcome: string }[] };
  assert.deepEqual(
    runs.map(({ vm, outcome }) => `${vm} ${outcome}`),
    ['vm1 ok', 'vm2 failed'],
  );
});

test('a pause has an owner, an end and a reason, and is taken back', async (t) => {
  const { bench, service, run } = await openDesk(t);
  const paused = await run('pause', 'vm1', '--for', '2h', '--reason', 'upgrade');
  assert.equal(paused.out, 'vm1: paused by ann until 2023-11-15 00:13:20.000Z\n');
  const [fact] = service.suppressions(bench.vms[0]?.appId ?? '');
  assert.deepEqual([fact?.by, fact?.reason, fact?.untilMs], ['ann', 'upgrade', 7_200_000]);
  assert.match((await run('scenarios')).out, /^vm1: paused by ann for 2\.0 h more \(upgrade\)$/mu);
  assert.equal((await run('resume', 'vm1')).out, 'vm1: goes on\n');
  assert.deepEqual(await run('resume', 'vm1'), {
    out: '',
    err: 'vm1 is not paused; see: cherub scenarios',
    code: 1,
  });
});

test('what is wrong is told in one line, with the nearest name', async (t) => {
  const { run } = await openDesk(t);
  assert.equal(
    (await run('bind', 'pign', 'vm1')).err,
    'there is no scenario pign in the config; did you mean ping?',
  );
  assert.deepEqual(await run('bind', 'ping'), {
    out: '',
    err: 'name either a VM or a --label, not both',
    code: 2,
  });
  await assert.rejects(
    run('pause', 'vm1', '--for', '8d'),
    /It must be such as 90s, 30m, 2h or 1d, at most 7d/u,
  );
});

test('a route that is not there, and one with half its parameters, are refused', async (t) => {
  const { service, bench } = await openDesk(t);
  const api = createScenarioApi(service, () => bench.nowMs);
  const ask = async (method: string, action: string | undefined, query: string): Promise<number> =>
    (await answerScenarios(api, method, action, new URLSearchParams(query))).status;
  assert.deepEqual(
    await Promise.all([
      ask('GET', undefined, ''),
      ask('POST', undefined, ''),
      ask('GET', 'bind', 'scenario=ping&app=vm1'),
      ask('POST', 'bnd', 'scenario=ping&app=vm1'),
      ask('POST', 'bind', 'app=vm1'),
      ask('POST', 'bind', 'scenario=ping'),
      ask('POST', 'bind', 'scenario=ping&app=vm1&label=x'),
      ask('POST', 'bind', 'scenario=ping&label=%00'),
      ask('POST', 'pause', 'app=vm1'),
      ask('POST', 'pause', 'app=vm1&owner=ann&seconds=x'),
      ask('POST', 'bind', 'scenario=ping&app=vm9'),
    ]),
    [200, 404, 404, 404, 400, 400, 400, 400, 409, 200, 409],
  );
  assert.equal((await answerScenarios(undefined, 'GET', undefined, new URLSearchParams())).status, 503);
});
