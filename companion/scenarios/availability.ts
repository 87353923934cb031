import type { Availability, Transport } from './engine/scenario.ts';
import type { Scenario } from './scenario.ts';
import type { ScenarioVm } from './scenario-vm.ts';

/** Whether a scenario can look at a VM through a transport now. */
export function availabilityOf(scenario: Scenario, vm: ScenarioVm, transport: Transport): Availability {
  const reason = whyNot(scenario, vm, transport);
  return reason === undefined ? { ok: true } : { ok: false, reason };
}

function whyNot(scenario: Scenario, vm: ScenarioVm, transport: Transport): string | undefined {
  switch (transport) {
    case 'console':
      if (vm.console === undefined) return 'the VM has no console that can be written to';
      return vm.missing?.('console');
    case 'link':
      if (vm.link === undefined) return 'the VM has no link';
      return vm.missing?.('link');
    case 'disk':
      if (vm.recorder === undefined && vm.mailbox === undefined) return 'the VM has no recorder disk';
      if (vm.mailbox === undefined && scenario.agent.check !== undefined) {
        return 'the recorder disk takes no requests';
      }
      return vm.missing?.('recorder');
    case 'network':
      return scenario.network === undefined ? 'the scenario has no network probe' : undefined;
    case 'qga':
      return vm.qga === undefined ? 'the VM has no qga socket' : undefined;
  }
}
