import { RUNG_NAMES } from '../../ladder/rungs.ts';
import { formatTime } from '../../output/quantities.ts';
import type { Culprit, EvidenceStack } from '../evidence.ts';
import type { IncidentVerdict, IncidentVote } from '../incident.ts';
import type { Report } from './report.ts';

/** What died, in a few words: `The guest's kernel is dead`. */
export function whatDied(verdict: IncidentVerdict): string {
  const { state, rung } = verdict;
  const name = rung === undefined ? 'the VM' : RUNG_NAMES[rung];
  const subject = name.charAt(0).toUpperCase() + name.slice(1);
  const are = rung === 'vcpu' ? 'are' : 'is';
  switch (state) {
    case 'dead':
      return `${subject} ${are} dead`;
    case 'healthy':
      return 'Nothing is dead: every rung was seen working';
    case 'unknown':
      return rung === undefined ? 'It could not be told what is wrong' : `${subject} may be dead`;
    case 'suppressed':
      return 'Silent in a known pause';
    case 'starting':
      return 'The guest was still starting';
  }
}

/** The votes that carried the verdict. */
export function carryingVotes({ votes }: IncidentVerdict): readonly IncidentVote[] {
  return votes.filter((vote) => vote.counts);
}

/** Since when, with the last sign of life. */
export function sinceWhen({ sinceMs, lastAliveMs }: IncidentVerdict): string {
  const since = formatTime(sinceMs);
  return lastAliveMs === undefined ? since : `${since}, last seen alive ${formatTime(lastAliveMs)}`;
}

/**
 * The frames of the kernel that tell somebody to stop and look, and that stand on top of every stack which was asked for.
 */
const MACHINERY =
  /^(?:\?|dump_stack|show_(?:stack|regs|trace|state)|panic|__?die|die_addr|oops|exc_|asm_|nmi_|__?warn|report_bug|handle_bug|sysrq|__handle_sysrq|sched_show_task|watchdog|native_|default_idle|do_idle|cpu_(?:idle|startup)|arch_cpu_idle|page_fault_oops|trigger_.*backtrace)/u;

/** The function that holds the guest, if the evidence names one or a suspect's stack shows it. */
export function findCulprit({ evidence }: Report): Culprit | undefined {
  if (evidence.culprit !== undefined) return evidence.culprit;
  for (const stack of evidence.stacks) {
    if (stack.suspect !== true) continue;
    const frame = stack.frames.find((each) => !MACHINERY.test(each.trim()));
    if (frame === undefined) continue;
    return {
      function: frame.trim(),
      ...(stack.task !== undefined && { task: stack.task }),
      ...(stack.cpu !== undefined && { cpu: stack.cpu }),
      why: `on top of the stack of ${stack.title} (${stack.source})`,
    };
  }
  return undefined;
}

/** `on CPU 1, in task insmod`; empty when neither is known. */
export function whereCulprit({ task, cpu }: Culprit): string {
  const parts = [cpu === undefined ? '' : `on CPU ${cpu}`, task === undefined ? '' : `in task ${task}`];
  return parts.filter((each) => each !== '').join(', ');
}

/** Suspects, then tasks that wait in the kernel, then the rest; as they came within each. */
export function stacksByWeight(stacks: readonly EvidenceStack[]): EvidenceStack[] {
  const weight = (stack: EvidenceStack): number =>
    stack.suspect === true ? 0 : stack.cpu !== undefined ? 1 : stack.state?.startsWith('D') === true ? 2 : 3;
  return [...stacks].sort((a, b) => weight(a) - weight(b));
}
