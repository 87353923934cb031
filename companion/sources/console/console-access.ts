/**
 * Typing on a guest's console. A chardev socket of QEMU serves one client (decision 0053), so whoever types goes through
 * the connection of the one who reads.
 */
export interface ConsoleAccess {
  /** What the config says: the socket is a mux that carries ttyS0 and hvc0, with QEMU's escape 0x01. */
  readonly isMux: boolean;
  /** Exclusive use; waits for its turn. Never rejects. */
  borrow(o: BorrowOptions): Promise<Borrowed>;
}

export interface BorrowOptions {
  /** Milliseconds to wait for the turn. */
  readonly deadlineMs: number;
  /** Ends the waiting, not a lease that was given. */
  readonly signal: AbortSignal;
}

export type Borrowed =
  | { readonly ok: true; readonly lease: ConsoleLease }
  /** One line for people. */
  | { readonly ok: false; readonly reason: string };

/** The console in one pair of hands. Every lease must be released. */
export interface ConsoleLease {
  /**
   * Aborted when the connection is gone: nothing more can be typed or will come. What was typed may or may not have
   * arrived.
   */
  readonly gone: AbortSignal;
  /**
   * Types bytes; 0x01 is doubled on a mux, so nothing typed can command QEMU. Resolves false when the connection is gone
   * or QEMU did not take the bytes by the deadline, because the guest does not read; they may then arrive later, and
   * until they have, no write does more.
   */
  write(bytes: Uint8Array, o: { readonly deadlineMs: number }): Promise<boolean>;
  /** Raw bytes from now on until the lease ends. The listener works at once and bounds what it keeps. */
  onBytes(listener: (bytes: Uint8Array) => void): void;
  /** Mux only: moves the focus to the other device. False: no mux, or the bytes did not leave. */
  switchFocus(): Promise<boolean>;
  /** Mux only: sends BREAK to the device in focus. Without a mux only QMP can. */
  sendBreak(): Promise<boolean>;
  /** Puts the focus back where it was. Idempotent. */
  release(): Promise<void>;
}
