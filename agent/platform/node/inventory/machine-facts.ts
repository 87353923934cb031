import { availableParallelism, hostname, machine, networkInterfaces } from 'node:os';
import type { MachineFacts } from '#agent/core/inventory/collect-inventory.ts';

/** What Node knows of this machine without starting anything. */
export function readMachineFacts(): MachineFacts {
  const addresses: { interface: string; address: string }[] = [];
  for (const [name, entries] of Object.entries(networkInterfaces())) {
    for (const entry of entries ?? []) {
      const isLinkLocal = entry.family === 'IPv6' && entry.address.startsWith('fe80:');
      if (!entry.internal && !isLinkLocal) addresses.push({ interface: name, address: entry.address });
    }
  }
  return {
    machine: machine(),
    hostname: hostname(),
    cpuCount: availableParallelism(),
    addresses,
    wallUs: Date.now() * 1000,
  };
}
