import { type CpuDump, parseCpuDump } from './cpu-dump.ts';

/**
 * The answer to `p`: the processor that took the key. Only a key that came by an interrupt has registers to show
 * (`get_irq_regs`): BREAK, the keyboard, and Ctrl-O by that of virtio-console. By the agent nothing but the counters of the
 * performance unit is there.
 */
export interface RegistersShown extends CpuDump {
  readonly kind: 'registers';
}

export function parseRegisters(lines: readonly string[]): { shown: RegistersShown; problems: string[] } {
  const dump = parseCpuDump(lines);
  const problems =
    dump.contexts.length === 0
      ? ['no registers: the kernel shows them only when the key came by an interrupt']
      : [];
  return { shown: { kind: 'registers', ...dump }, problems };
}
