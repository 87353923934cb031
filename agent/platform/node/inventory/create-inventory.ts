import { collectInventory } from '#agent/core/inventory/collect-inventory.ts';
import { completeInventory, type SystemInformation } from '#agent/core/inventory/complete-inventory.ts';
import { numberOfLine } from '#agent/core/snapshot/scan-text.ts';
import type { SystemFiles } from '#agent/core/snapshot/system-files.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import { NodeSystemFiles } from '../snapshot/node-system-files.ts';
import { askSystemInformation } from './ask-system-information.ts';
import { readMachineFacts } from './machine-facts.ts';
import { readSystemInformation } from './system-information.ts';

export interface InventoryOptions {
  /** Told of the first inventory, and of each that differs from the one before. */
  readonly onInventory: (inventory: cherub.Inventory.$Properties) => void;
  /** How this program is started: the executable and what stands before its own arguments. */
  readonly selfCommand: readonly [string, ...string[]];
  /** Folder under which /proc, /sys and /etc are looked for; default `/`. */
  readonly root?: string;
}

/** The first records and labels come first. */
const FIRST_AFTER_MS = 1000;
const SYSTEM_INFORMATION_AFTER_MS = 5000;

/** Settings change rarely, and a hot-attached port should be seen some time. */
const AGAIN_EVERY_MS = 600_000;

/** A second process of 45 MB must not push a small guest into swapping or killing. */
const AVAILABLE_KIB_MIN = 131_072;

const SYSTEM_INFORMATION = 'system-information';

/**
 * Collects the inventory in the background: what /proc and /sys say after a second, completed by systeminformation
 * once a few seconds later, and looked at again every ten minutes.
 * @returns how to end it
 */
export function startInventory(options: InventoryOptions): () => void {
  const files = new NodeSystemFiles(options.root ?? '/');
  const ended = new AbortController();
  let information: SystemInformation | undefined;
  let pending: string | undefined = SYSTEM_INFORMATION;
  let told = '';

  const collect = (): void => {
    const collected = collectInventory(files, readMachineFacts());
    const inventory = information ? completeInventory(collected, information) : collected;
    inventory.pending = pending === undefined ? [] : [pending];
    const same = JSON.stringify({ ...inventory, takenWallUs: 0 });
    if (same === told) return;
    told = same;
    options.onInventory(inventory);
  };
  const complete = async (): Promise<void> => {
    const lack = memoryLack(files);
    const answer = lack ?? (await askSystemInformation(options.selfCommand, ended.signal));
    if (ended.signal.aborted) return;
    if (answer.ok) information = answer.value;
    pending = answer.ok ? undefined : `${SYSTEM_INFORMATION} (${answer.problem})`;
    collect();
  };
  const timers = [
    setTimeout(collect, FIRST_AFTER_MS),
    setTimeout(() => void complete(), SYSTEM_INFORMATION_AFTER_MS),
    setInterval(collect, AGAIN_EVERY_MS),
  ];
  return () => {
    for (const timer of timers) clearTimeout(timer);
    ended.abort();
  };
}

/** The whole inventory at once, for a program that ends afterwards. */
export async function collectCapabilities(
  options: { readonly root?: string } = {},
): Promise<cherub.Inventory.$Properties> {
  const inventory = collectInventory(new NodeSystemFiles(options.root ?? '/'), readMachineFacts());
  return completeInventory(inventory, await readSystemInformation());
}

function memoryLack(files: SystemFiles): { readonly ok: false; readonly problem: string } | undefined {
  const file = files.read('/proc/meminfo', 4096);
  const availableKib = file.ok ? numberOfLine(file.text, 'MemAvailable:') : undefined;
  if (availableKib === undefined || availableKib >= AVAILABLE_KIB_MIN) return undefined;
  return { ok: false, problem: `not asked: less than ${AVAILABLE_KIB_MIN / 1024} MiB are available` };
}
