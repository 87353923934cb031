import * as native from 'cherub:native';
import * as os from 'qjs:os';
import { collectInventory } from '#agent/core/inventory/collect-inventory.ts';
import type { Clock } from '#agent/core/ports.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import { ProcFiles } from '../snapshot/proc-files.ts';

/** The first records and labels come first. */
const FIRST_AFTER_MS = 1000;
/** Settings change rarely, and a hot-attached port should be seen some time. */
const AGAIN_EVERY_MS = 600_000;

/** The inventory as /proc and /sys have it; only the standard build asks further. */
export function takeInventory(clock: Clock): cherub.Inventory.$Properties {
  return collectInventory(new ProcFiles(), { ...native.machine(), wallUs: clock.wallUs() });
}

/** Takes it after a second and again every ten minutes, and tells of each new state. @returns how to end it */
export function startInventory(
  clock: Clock,
  onInventory: (inventory: cherub.Inventory.$Properties) => void,
): () => void {
  let told = '';
  const collect = (): void => {
    timer = os.setTimeout(collect, AGAIN_EVERY_MS);
    const inventory = takeInventory(clock);
    const same = JSON.stringify({ ...inventory, takenWallUs: 0 });
    if (same === told) return;
    told = same;
    onInventory(inventory);
  };
  let timer = os.setTimeout(collect, FIRST_AFTER_MS);
  return () => os.clearTimeout(timer);
}
