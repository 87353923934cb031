import type { ScenarioVm } from '../scenarios/scenario-vm.ts';
import type { VmWatch } from './vm-watch.ts';

/** What scenarios can use of a VM that is watched. */
export function scenarioVm(watch: VmWatch): ScenarioVm {
  const { vm, link, recorder } = watch;
  const access = watch.console?.access;
  return {
    name: vm.name,
    appId: vm.appId,
    labels: vm.labels,
    ...(access && { console: access }),
    ...(link && { link }),
    ...(recorder && {
      mailbox: recorder.mailbox,
      recorder: () => {
        const view = watch.channelView('recorder');
        return view?.ageMs === undefined ? undefined : { ageMs: view.ageMs, promisedMs: view.promisedMs };
      },
    }),
    ...(vm.qga !== undefined && { qga: vm.qga.socket }),
    missing: (channel) => {
      const view = watch.channelView(channel);
      return view?.state === 'missing' ? view.reason : undefined;
    },
  };
}
