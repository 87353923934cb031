import { randomBytes } from 'node:crypto';
import { cherub } from '#protocol/messages/generated/cherub.js';
import type { ControlApi, PingReply } from '../control/api.ts';
import { createScenarioApi } from '../control/scenario-api.ts';
import { explainJson } from '../ladder/explain.ts';
import type { RequestResult } from '../sources/link/link-port.ts';
import type { Companion } from './companion.ts';

/** What the control socket gives of a running companion. */
export function createControlApi(companion: Companion): ControlApi {
  return {
    status: () => companion.status(),
    snapshots: (vm, count) => companion.vm(vm)?.snapshots(count),
    explain: (vm) => {
      const watch = companion.vm(vm);
      return watch && explainJson(watch.verdict, { vm: watch.vm.name, nowMs: companion.monotonicMs() });
    },
    diagnose: (vm, o, onEvent) => {
      const watch = companion.vm(vm);
      if (watch === undefined) return false;
      if (o.script !== undefined && companion.script(o.script) === undefined) {
        onEvent({ kind: 'failed', reason: `there is no script "${o.script}" in the config` });
      } else if (!companion.diagnose(watch, { ...o, trigger: 'manual', onEvent })) {
        onEvent({ kind: 'failed', reason: 'too many diagnoses wait already; try again later' });
      }
      return true;
    },
    scenarios: createScenarioApi(companion.scenarios, () => companion.monotonicMs()),
    captured: (vm) => companion.vm(vm)?.captured(),
    ping: async (vm, { payloadBytes, deadlineMs }) => {
      const link = companion.vm(vm)?.link;
      if (link === undefined) return undefined;
      const payload = randomBytes(payloadBytes);
      return toPingReply(await link.request({ ping: { payload } }, deadlineMs), payload, deadlineMs);
    },
  };
}

/** Judges the answer to a ping: it must be OK and repeat the payload. */
export function toPingReply(result: RequestResult, payload: Uint8Array, deadlineMs: number): PingReply {
  if (!result.ok) return { ok: false, reason: result.detail ?? describe(result.reason, deadlineMs) };
  const { answer, roundTripUs } = result;
  if (answer.code !== cherub.Code.CODE_OK) {
    return { ok: false, reason: `the agent refused: ${answer.message || cherub.Code[answer.code ?? 0]}` };
  }
  const echo = answer.pong?.payload ?? new Uint8Array(0);
  if (Buffer.compare(echo, payload) !== 0) return { ok: false, reason: 'the answer has another payload' };
  return { ok: true, roundTripMs: roundTripUs / 1000 };
}

function describe(reason: 'timeout' | 'disconnected' | 'busy', deadlineMs: number): string {
  switch (reason) {
    case 'timeout':
      return `no answer within ${deadlineMs} ms`;
    case 'disconnected':
      return 'the link is not connected; is the VM running?';
    case 'busy':
      return 'too many requests are under way already';
  }
}
