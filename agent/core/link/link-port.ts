import type { Result } from '../ports.ts';

/** What an open port tells. Calls may come in any order that the host brings about, never after `close`. */
export interface LinkEvents {
  /** A host is at the other end now. */
  connected(): void;
  /** The host has left; the port stays open and waits for the next one. */
  disconnected(): void;
  /** Bytes from the host, valid only during the call. */
  bytes(chunk: Uint8Array): void;
  /** The port itself is of no more use and has closed itself. */
  gone(problem: string): void;
}

/** The guest's end of a virtio-serial port. */
export interface OpenLinkPort {
  /**
   * Writes without blocking and calls `done` when the bytes have left; never, when the host does not read or leaves. One
   * at a time between `connected` and `disconnected`.
   */
  write(bytes: Uint8Array, done: () => void): void;
  close(): void;
}

/** Opens the port with this name. Never blocks, never throws. */
export type OpenLink = (name: string, events: LinkEvents) => Result<OpenLinkPort>;
