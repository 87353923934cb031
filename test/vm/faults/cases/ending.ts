import type { FaultCase } from '../fault-case.ts';
import type { Shape } from '../shape.ts';
import { HANG_MS } from './running.ts';

/** On hosts whose QMP gives events (DESIGN section 8). */
const PANIC_EVENT_MS = 1000;

/** Without events the second vote is the silence after it. */
const panicMs = (shape: Shape): number => (shape === 'own' ? PANIC_EVENT_MS : HANG_MS);

/** Faults after which nothing is left of the guest: a boot for each. */
export function endingCases(shape: Shape): readonly FaultCase[] {
  const kernel = { kind: 'dead', rung: 'kernel', withinMs: HANG_MS } as const;
  return [
    {
      fault: 'panic (echo c), stays there',
      inject: (vm) => vm.guest.console.send('echo c > /proc/sysrq-trigger\n'),
      expected: { ...kernel, withinMs: panicMs(shape) },
      provenOn: ['own', 'eve'],
    },
    {
      fault: 'panic, and reboot by itself',
      inject: (vm) =>
        vm.guest.console.send('echo 2 > /proc/sys/kernel/panic; echo c > /proc/sysrq-trigger\n'),
      expected: { ...kernel, withinMs: panicMs(shape) },
      provenOn: ['own'],
    },
    {
      fault: 'hard lockup of every CPU',
      inject: (vm) => vm.guest.console.send('echo hard-all > /proc/lockup\n'),
      expected: kernel,
    },
    {
      fault: 'hard lockup of one CPU',
      inject: (vm) => vm.guest.console.send('echo hard 1 > /proc/lockup\n'),
      expected: kernel,
    },
    {
      fault: 'soft lockup of one CPU',
      inject: (vm) => vm.guest.console.send('echo soft 1 > /proc/lockup\n'),
      expected: kernel,
    },
    {
      fault: 'userspace frozen (SIGSTOP to every process)',
      inject: (vm) => vm.guest.console.send('kill -STOP -1; kill -STOP $$\n'),
      expected: { kind: 'dead', rung: 'userspace', withinMs: HANG_MS },
    },
    {
      fault: 'fork bomb',
      inject: (vm) => vm.guest.console.send('bomb() { bomb | bomb & }; bomb\n'),
      expected: { kind: 'dead', rung: 'application', withinMs: HANG_MS },
    },
    {
      fault: 'QEMU killed (SIGKILL)',
      inject: (vm) => vm.guest.kill(),
      expected: { kind: 'dead', rung: 'process', withinMs: HANG_MS },
    },
  ];
}
