/** A Debian release that images are made from. */
export type Suite = 'bullseye' | 'bookworm' | 'trixie' | 'sid';

/**
 * What a guest runs on.
 * - `initramfs`: busybox and glibc in memory; a root shell in two or three seconds;
 * - `debian`: a Debian disk with systemd and cloud-init, used copy-on-write, so the image stays pristine;
 * - `custom`: files of the caller; `initrd` is used as it is, so `files`, `modules` and `mountAt` are not available.
 */
export type Root =
  | { readonly kind: 'initramfs'; readonly suite?: Suite }
  | { readonly kind: 'debian'; readonly suite?: Suite }
  | {
      readonly kind: 'custom';
      readonly kernel: string;
      readonly initrd?: string;
      readonly kernelArguments?: string;
    };

/** A file that the guest finds in its root when its first program starts. */
export interface GuestFile {
  /** Absolute path in the guest. */
  readonly path: string;
  /** Text (written as UTF-8) or bytes; or `from`, a file of the host. */
  readonly content?: string | Uint8Array;
  readonly from?: string;
  /** Default 0o644. */
  readonly mode?: number;
}

/** A virtio-blk disk. */
export interface Disk {
  /** The file on the host. */
  readonly file: string;
  /** The virtio-blk serial number (at most 20 bytes of `[A-Za-z0-9._-]`); also the QMP device id `disk-SERIAL`. */
  readonly serial: string;
  /** `snapshot` lets the guest write and throws the writes away. Default `read-write`. */
  readonly access?: 'read-write' | 'read-only' | 'snapshot';
  /** Default `raw`. */
  readonly format?: 'raw' | 'qcow2';
  /** QEMU's cache mode; default `writeback`, as EVE has it: what the guest wrote can be read from the file at once. */
  readonly cache?: 'writeback' | 'none' | 'writethrough' | 'directsync' | 'unsafe';
  /** What QEMU does when the host file fails; default `report`. */
  readonly onError?: 'report' | 'stop' | 'ignore' | 'enospc';
  /** Mounted here (ext4) before the guest's system starts; read-only if `access` is, else writable. */
  readonly mountAt?: string;
}

/** A virtio-serial port: `/dev/virtio-ports/NAME` in the guest, a unix socket on the host ({@link Guest.portPath}). */
export interface Port {
  readonly name: string;
}

/** A cloud-init NoCloud seed. */
export interface Seed {
  /** The text of user-data, with its `#cloud-config` or `#!` line. */
  readonly userData: string;
  /** The text of meta-data; default an instance id made of the guest's name, and that name as host name. */
  readonly metaData?: string;
}

/**
 * How the guest's console is wired.
 * - `serial`: ttyS0;
 * - `eve-mux`: as EVE-OS has it: ttyS0 and hvc0 on one mux chardev, Linux's console on hvc0 with the focus there.
 */
export type ConsoleKind = 'serial' | 'eve-mux';

/** The guest's network card: none, or QEMU's user network on 10.0.2.0/24 with the host at 10.0.2.2. */
export type Network =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'user';
      /** Keeps the guest from the host and the world; forwards still work. Default true. */
      readonly restrict?: boolean;
      /** TCP ports of 127.0.0.1 that lead to the guest. */
      readonly forward?: readonly { readonly hostPort: number; readonly guestPort: number }[];
    };

/** Everything that a test says about its guest. Only `root` has no default. */
export interface GuestDescription {
  /** Names its folder under artifacts; default `guest`. */
  readonly name?: string;
  readonly root: Root;
  /** Appended to the kernel command line. */
  readonly kernelArguments?: string;
  /** Default 512 for an initramfs, 1024 for a disk root. */
  readonly memoryMiB?: number;
  /** Default 2. */
  readonly cpus?: number;
  /** QEMU's `-cpu`; default a plain 64-bit one with SSE 4.2, which boots faster than `max`. */
  readonly cpuModel?: string;
  /** QEMU's accelerator; default `tcg,thread=multi`. */
  readonly accelerator?: string;
  readonly disks?: readonly Disk[];
  readonly ports?: readonly Port[];
  /** Default `serial`. */
  readonly console?: ConsoleKind;
  readonly files?: readonly GuestFile[];
  /** Kernel modules, by name, loaded with what they need before the first program starts. */
  readonly modules?: readonly string[];
  readonly seed?: Seed;
  /** Default none. */
  readonly network?: Network;
  /** What a reset of the guest does: boots it again, or ends QEMU. Default `reset`. */
  readonly onReboot?: 'reset' | 'exit';
  /** Further arguments for QEMU, such as `['-device', 'pvpanic']`. */
  readonly qemuArguments?: readonly string[];
  /** Files of the host that are copied to the artifacts when the test fails, such as a disk that the test made. */
  readonly keepOnFailure?: readonly string[];
}
