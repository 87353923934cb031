/** What went wrong with a disk. `code` is the system's (`EIO`, `ENODEV`), `message` says it to a person. */
export class DiskError extends Error {
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'DiskError';
    this.code = code;
  }
}

/**
 * A disk that was opened. One call at a time; every call may take for ever when the disk hangs, and rejects with a
 * DiskError when the disk fails. Offsets and lengths are whole blocks of 4,096 bytes where
 * nothing else is said.
 */
export interface OpenDisk {
  /** As a person knows it: `/dev/vdb`. */
  readonly path: string;
  readonly diskBytes: number;
  /**
   * Reads show what the host has written meanwhile. False when they come from this guest's own page cache: then the
   * mailbox cannot work.
   */
  readonly readsAreFresh: boolean;
  /** At most DISK_IO_BYTES_MAX. The bytes are valid until the next call. */
  read(offsetBytes: number, lengthBytes: number): Promise<Uint8Array>;
  /** At most DISK_IO_BYTES_MAX. Settles when the bytes have left the guest: a guest that dies then loses none of them. */
  write(offsetBytes: number, bytes: Uint8Array): Promise<void>;
  /** Whether there is nothing but zeros; whole sectors, at most DISK_IO_BYTES_MAX. */
  isZero(offsetBytes: number, lengthBytes: number): Promise<boolean>;
  /** Never rejects. */
  close(): Promise<void>;
}

/** Longest single read or write: bounds the one buffer that a disk needs. Holds the longest record and the head of a disk. */
export const DISK_IO_BYTES_MAX = 131_072;

/** How disks are found and opened. */
export interface DiskPort {
  /** Paths of all whole disks that this machine has now, in a stable order. */
  list(): Promise<string[]>;
  /**
   * `look`: to read what is on it. `own`: to write; fails with code `EBUSY` when anybody else holds the disk.
   * Rejects with a DiskError.
   */
  open(path: string, use: 'look' | 'own'): Promise<OpenDisk>;
}
