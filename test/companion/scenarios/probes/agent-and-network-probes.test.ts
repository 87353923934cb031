import assert from 'node:assert/strict';
import { test } from 'node:test';
import { probeDisk } from '#companion/scenarios/probes/disk-probe.ts';
import { probeLink } from '#companion/scenarios/probes/link-probe.ts';
import { judgeNetwork } from '#companion/scenarios/probes/network-probe.ts';
import type { ProbeReport, ProbeTask } from '#companion/scenarios/probes/probe.ts';
import type { AgentPort, ScenarioVm } from '#companion/scenarios/scenario-vm.ts';
import type { RequestResult } from '#companion/sources/link/link-port.ts';
import type { NetworkProbe } from '#companion/sources/network/options.ts';
import type { RequestBody } from '#protocol/link/host-session.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { makeScenario, makeScenarioVm } from '../../../support/scenario-bench.ts';

function task(vm: Partial<ScenarioVm>, options: object = {}, deadlineMs = 10_000): ProbeTask {
  return {
    scenario: makeScenario({ name: 'agent', ...options }),
    vm: makeScenarioVm(1, vm),
    deadlineMs,
    signal: new AbortController().signal,
    memory: { hasConsoleWorked: false, isConsoleLeftOpen: false },
    random: () => 0,
  };
}

function port(result: RequestResult, asked: RequestBody[] = []): AgentPort {
  return {
    request: (body) => {
      asked.push(body);
      return Promise.resolve(result);
    },
  };
}

const answer = (fields: cherub.Answer.$Properties): RequestResult => ({
  ok: true,
  answer: new cherub.Answer({ code: cherub.Code.CODE_OK, ...fields }),
  roundTripUs: 500,
});
const TIMEOUT: RequestResult = { ok: false, reason: 'timeout' };
const brief = ({ outcome, rung, reached }: ProbeReport): unknown[] => [outcome, rung, reached];

test('an agent that answers a ping is ok, and one that does not speaks for the agent alone', async () => {
  const asked: RequestBody[] = [];
  assert.deepEqual(brief(await probeLink(task({ link: port(answer({}), asked) }))), [
    'ok',
    'agent',
    undefined,
  ]);
  assert.ok(asked[0]?.ping);
  const silent = await probeLink(task({ link: port(TIMEOUT) }, { rung: 'application' }));
  assert.deepEqual(brief(silent), ['failed', 'agent', undefined]);
  const away = await probeLink(
    task({ link: port({ ok: false, reason: 'disconnected', detail: 'no disk' }) }),
  );
  assert.deepEqual([away.outcome, away.detail, away.passOverPeriods], ['unknown', 'no disk', 1]);
  const refused = await probeLink(
    task({ link: port(answer({ code: cherub.Code.CODE_DENIED, message: 'no\u001b' })) }),
  );
  assert.deepEqual([refused.outcome, refused.detail], ['unknown', 'the agent refused: no\\x1b']);
});

test('a named check speaks for the application, and its failure says that the agent answered', async () => {
  const check = (outcome: cherub.Outcome): Promise<ProbeReport> =>
    probeLink(
      task(
        { link: port(answer({ check: { name: 'db', outcome, message: 'm' } })) },
        { agent: { check: 'db' } },
      ),
    );
  assert.deepEqual(brief(await check(cherub.Outcome.OUTCOME_OK)), ['ok', 'application', undefined]);
  assert.deepEqual(brief(await check(cherub.Outcome.OUTCOME_FAILED)), ['failed', 'application', 'agent']);
  assert.deepEqual(brief(await check(cherub.Outcome.OUTCOME_UNKNOWN)), ['unknown', undefined, undefined]);
});

test('the disk is asked through its mailbox, and where nobody takes requests by its newest record', async () => {
  const fresh = (): { ageMs: number; promisedMs: number } => ({ ageMs: 9000, promisedMs: 10_000 });
  const old = (): { ageMs: number; promisedMs: number } => ({ ageMs: 25_000, promisedMs: 10_000 });
  const outcome = async (vm: Partial<ScenarioVm>, options?: object, deadlineMs?: number): Promise<string> => {
    const report = await probeDisk(task(vm, options, deadlineMs));
    return `${report.outcome} ${report.rung ?? '-'}`;
  };
  assert.equal(await outcome({ mailbox: port(answer({})), recorder: old }), 'ok agent');
  assert.equal(await outcome({ mailbox: port(TIMEOUT), recorder: old }), 'failed agent');
  assert.equal(await outcome({ mailbox: port(TIMEOUT), recorder: fresh }), 'unknown -');
  assert.equal(await outcome({ mailbox: port(TIMEOUT) }), 'failed agent');
  assert.equal(await outcome({ recorder: fresh }), 'ok agent');
  assert.equal(await outcome({ recorder: old }), 'failed agent');
  assert.equal(await outcome({ recorder: fresh }, { disk: { freshSeconds: 5 } }), 'failed agent');
  assert.equal(await outcome({ recorder: () => undefined }), 'unknown -');
  // The agent looks every five seconds: within less nothing is asked.
  assert.equal(await outcome({ mailbox: port(TIMEOUT), recorder: fresh }, {}, 4500), 'ok agent');
});

test('what a network probe proves is never more than who answered', () => {
  const tcp: NetworkProbe = { type: 'tcp', host: '10.1.0.5', port: 80, throughProxy: false };
  const http: NetworkProbe = { type: 'http', url: 'http://10.1.0.5/', insecure: false };
  const result = (outcome: 'ok' | 'failed', answeredBy?: 'kernel' | 'program') => ({
    outcome,
    reason: 'r',
    tookMs: 1,
    ...(answeredBy && { answeredBy }),
  });
  assert.deepEqual(brief(judgeNetwork(tcp, 'application', result('ok'))), ['ok', 'kernel', undefined]);
  assert.deepEqual(brief(judgeNetwork({ ...tcp, throughProxy: true }, undefined, result('ok'))), [
    'unknown',
    undefined,
    undefined,
  ]);
  assert.deepEqual(brief(judgeNetwork(tcp, undefined, result('failed', 'kernel'))), [
    'failed',
    'application',
    'kernel',
  ]);
  for (const host of ['127.0.0.1', 'localhost', '::1']) {
    const local = judgeNetwork({ ...tcp, host }, undefined, result('failed', 'kernel'));
    assert.deepEqual(brief(local), ['failed', 'application', undefined], host);
  }
  assert.deepEqual(brief(judgeNetwork(http, 'userspace', result('ok'))), ['ok', 'userspace', undefined]);
  assert.deepEqual(brief(judgeNetwork(http, undefined, result('failed', 'program'))), [
    'failed',
    'application',
    'userspace',
  ]);
});
