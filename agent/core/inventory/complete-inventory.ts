import type { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from '../snapshot/safe-text.ts';

/** What systeminformation found; empty where it found nothing. */
export interface SystemInformation {
  readonly systemVendor: string;
  readonly systemModel: string;
  readonly hypervisor: string;
  readonly cpuModel: string;
  readonly osPrettyName: string;
}

const FIELDS = ['systemVendor', 'systemModel', 'hypervisor', 'cpuModel', 'osPrettyName'] as const;

const TEXT_BYTES_MAX = 256;

/**
 * Reads what the process that asked systeminformation has printed.
 * @returns undefined when it is not one JSON object of texts
 */
export function parseSystemInformation(text: string): SystemInformation | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const record = value as Readonly<Record<string, unknown>>;
  const field = (name: string): string => {
    const item = record[name];
    return typeof item === 'string' ? safeText(item.trim(), TEXT_BYTES_MAX) : '';
  };
  return {
    systemVendor: field('systemVendor'),
    systemModel: field('systemModel'),
    hypervisor: field('hypervisor').toLowerCase(),
    cpuModel: field('cpuModel'),
    osPrettyName: field('osPrettyName'),
  };
}

/** An inventory in which systeminformation fills the gaps; what /proc and /sys said stays. */
export function completeInventory(
  inventory: cherub.Inventory.$Properties,
  information: SystemInformation,
): cherub.Inventory.$Properties {
  const completed = { ...inventory };
  for (const field of FIELDS) {
    const known = completed[field] ?? '';
    const isGap = known === '' || known === 'unknown';
    if (isGap && information[field] !== '') completed[field] = information[field];
  }
  return completed;
}
