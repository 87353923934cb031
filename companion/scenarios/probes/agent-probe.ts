import { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from '../../output/safe-text.ts';
import type { RequestResult } from '../../sources/link/link-port.ts';
import type { Scenario } from '../scenario.ts';
import type { AgentPort } from '../scenario-vm.ts';
import type { ProbeReport } from './probe.ts';

const PAYLOAD = Uint8Array.of(0x63, 0x68, 0x65, 0x72, 0x75, 0x62);
const MESSAGE_CHARACTERS_MAX = 200;

/**
 * Pings the agent, or asks it for a check. An agent that does not answer is what failed then, and nothing above or below
 * it; a check that failed speaks for the application.
 */
export async function askAgent(
  port: AgentPort,
  scenario: Scenario,
  deadlineMs: number,
): Promise<ProbeReport> {
  const { check } = scenario.agent;
  const body = check === undefined ? { ping: { payload: PAYLOAD } } : { check: { name: check, fresh: true } };
  const result = await port.request(body, deadlineMs);
  if (!result.ok) return notAnswered(result, deadlineMs);
  const { answer } = result;
  if (answer.code !== cherub.Code.CODE_OK) return refused(answer);
  if (check !== undefined) return judgeCheck(answer, scenario);
  return { outcome: 'ok', detail: 'the agent answered', rung: 'agent' };
}

function judgeCheck(answer: cherub.Answer, scenario: Scenario): ProbeReport {
  const rung = scenario.rung ?? 'application';
  const { outcome, message } = answer.check ?? {};
  const detail = safeText((message ?? '').slice(0, MESSAGE_CHARACTERS_MAX));
  if (outcome === cherub.Outcome.OUTCOME_OK) return { outcome: 'ok', detail: detail || 'passed', rung };
  if (outcome !== cherub.Outcome.OUTCOME_FAILED) {
    return { outcome: 'unknown', detail: detail || 'the agent could not tell' };
  }
  return { outcome: 'failed', detail: detail || 'the check failed', rung, reached: 'agent' };
}

function notAnswered(
  { reason, detail }: Extract<RequestResult, { ok: false }>,
  deadlineMs: number,
): ProbeReport {
  switch (reason) {
    case 'timeout':
      return { outcome: 'failed', detail: `the agent gave no answer within ${deadlineMs} ms`, rung: 'agent' };
    case 'disconnected':
      return { outcome: 'unknown', detail: detail ?? 'nothing is connected', passOverPeriods: 1 };
    case 'busy':
      return { outcome: 'unknown', detail: 'too many requests are under way already' };
  }
}

function refused(answer: cherub.Answer): ProbeReport {
  const words = answer.message || cherub.Code[answer.code ?? 0] || 'no reason given';
  return {
    outcome: 'unknown',
    detail: `the agent refused: ${safeText(words.slice(0, MESSAGE_CHARACTERS_MAX))}`,
  };
}
