import { LADDER_DEFAULTS } from '../../ladder/settings.ts';
import { formatDuration } from '../../output/quantities.ts';
import { askAgent } from './agent-probe.ts';
import type { ProbeReport, ProbeTask } from './probe.ts';

/** The agent looks into its mailbox every five seconds; who waits for less asks in vain. */
const MAILBOX_MS_MIN = 7000;

/**
 * The recorder disk as a transport: a request in its mailbox, answered in its ring; or, where nobody takes requests, how
 * old the newest record is.
 */
export async function probeDisk(task: ProbeTask): Promise<ProbeReport> {
  const { vm, scenario, deadlineMs } = task;
  const isAsked = scenario.agent.check !== undefined || (scenario.disk.ask && deadlineMs >= MAILBOX_MS_MIN);
  if (vm.mailbox === undefined || !isAsked) return judgeFreshness(task);
  const asked = await askAgent(vm.mailbox, scenario, deadlineMs);
  if (asked.outcome !== 'failed' || asked.rung !== 'agent') return asked;
  const fresh = judgeFreshness(task);
  if (fresh.outcome === 'failed') return { ...asked, detail: `${asked.detail}; ${fresh.detail}` };
  // An agent that writes and does not read: it may be of a version that knows no mailbox.
  if (fresh.outcome === 'ok') {
    return { outcome: 'unknown', detail: `${fresh.detail}, but a request in the mailbox is not answered` };
  }
  return asked;
}

function judgeFreshness({ vm, scenario }: ProbeTask): ProbeReport {
  const newest = vm.recorder?.();
  if (newest === undefined) {
    return { outcome: 'unknown', detail: 'no record was seen on the disk yet', passOverPeriods: 1 };
  }
  const { silentPromises, marginMs } = LADDER_DEFAULTS;
  const limitMs = scenario.disk.freshMs ?? newest.promisedMs * silentPromises + marginMs;
  const detail = `the newest record on the disk is ${formatDuration(newest.ageMs)} old`;
  return { outcome: newest.ageMs <= limitMs ? 'ok' : 'failed', detail, rung: 'agent' };
}
