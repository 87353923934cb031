import { askAgent } from './agent-probe.ts';
import type { ProbeReport, ProbeTask } from './probe.ts';

/** Asks the agent over its virtio-serial port. */
export async function probeLink({ vm, scenario, deadlineMs }: ProbeTask): Promise<ProbeReport> {
  if (vm.link === undefined) return { outcome: 'unknown', detail: 'the VM has no link' };
  return askAgent(vm.link, scenario, deadlineMs);
}
