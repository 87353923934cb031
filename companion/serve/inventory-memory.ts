import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import type { Position } from '../sources/observation.ts';

/**
 * What a guest's agent told of its guest while it was healthy: the host must know before the failure what it will be able to get.
 * Kept over a restart of the companion, since the guest may be dead by then.
 */
export class InventoryMemory {
  readonly #position: Position;
  #inventory: cherub.Inventory.$Properties | undefined;

  constructor(position: Position) {
    this.#position = position;
    this.#inventory = decode(position.read());
  }

  get inventory(): cherub.Inventory.$Properties | undefined {
    return this.#inventory;
  }

  /** One that is still being collected never takes the place of a whole one of the same kernel. */
  add(inventory: cherub.Inventory.$Properties): void {
    const before = this.#inventory;
    const isSameKernel =
      before !== undefined &&
      before.kernelBuildId === inventory.kernelBuildId &&
      before.kernelTextAddress === inventory.kernelTextAddress;
    if (isSameKernel && (inventory.pending?.length ?? 0) > (before.pending?.length ?? 0)) return;
    this.#inventory = inventory;
    this.#position.write(Buffer.from(cherub.Inventory.encode(inventory).finish()).toString('base64'));
  }
}

function decode(kept: unknown): cherub.Inventory.$Properties | undefined {
  if (typeof kept !== 'string') return undefined;
  const decoded = decodeMessage(cherub.Inventory, Buffer.from(kept, 'base64'));
  return decoded.ok ? decoded.message : undefined;
}
