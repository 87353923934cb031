import type { Disk, GuestDescription, Network } from './description.ts';
import { GuestError } from './guest-error.ts';

/** The files of one guest, all in its own directory, where unix socket paths stay below 108 bytes. */
export interface GuestPaths {
  readonly consoleSocket: string;
  readonly qmpSocket: string;
  /** The socket of each port, in the order of the description. */
  readonly portSockets: readonly string[];
  readonly kernel: string;
  readonly initrd: string | undefined;
}

/** EVE's name for the port of its console. */
const EVE_CONSOLE_NAME = 'org.lfedge.eve.console.0';
/**
 * Costs a booting Debian a quarter less than `max`, whose AVX and Intel-style page table isolation are dear
 * under emulation; with what a program of today may ask for.
 */
const CPU_MODEL = 'qemu64,+ssse3,+sse4.1,+sse4.2,+popcnt,+rdrand';
const SERIAL_PATTERN = /^[A-Za-z0-9._-]{1,20}$/;
const PORT_NAME_PATTERN = /^[A-Za-z0-9._-]{1,64}$/;

/**
 * Turns a description into QEMU's arguments. The machine starts stopped (`-S`), so that nothing is lost
 * before the framework listens.
 *
 * @param kernelArguments the whole kernel command line
 * @param disks the description's disks with those that the framework adds, in guest order
 * @throws GuestError `description`
 */
export function qemuArguments(
  description: GuestDescription,
  paths: GuestPaths,
  kernelArguments: string,
  disks: readonly Disk[],
): string[] {
  const memoryMiB = description.memoryMiB ?? (description.root.kind === 'initramfs' ? 512 : 1024);
  return [
    '-nodefaults',
    '-no-user-config',
    ...['-display', 'none', '-S'],
    ...['-machine', 'q35', '-accel', description.accelerator ?? 'tcg,thread=multi'],
    ...['-cpu', description.cpuModel ?? CPU_MODEL, '-smp', `${description.cpus ?? 2}`, '-m', `${memoryMiB}M`],
    ...['-kernel', paths.kernel, '-append', kernelArguments],
    ...(paths.initrd === undefined ? [] : ['-initrd', paths.initrd]),
    ...(description.onReboot === 'exit' ? ['-no-reboot'] : []),
    ...[
      '-chardev',
      `socket,id=qmp,path=${paths.qmpSocket},server=on,wait=off`,
      '-mon',
      'chardev=qmp,mode=control',
    ],
    ...consoleAndPorts(description, paths),
    ...disks.flatMap(diskArguments),
    ...networkArguments(description.network ?? { kind: 'none' }),
    ...(description.qemuArguments ?? []),
  ];
}

function consoleAndPorts(description: GuestDescription, paths: GuestPaths): string[] {
  const socket = `path=${paths.consoleSocket},server=on,wait=off`;
  const mux = description.console === 'eve-mux';
  const ports = description.ports ?? [];
  const args = mux
    ? ['-chardev', `socket,id=charserial0,mux=on,${socket}`, '-serial', 'chardev:charserial0']
    : ['-chardev', `socket,id=charserial0,${socket}`, '-serial', 'chardev:charserial0'];
  if (mux || ports.length > 0) args.push('-device', 'virtio-serial-pci,id=vserial0');
  if (mux) args.push('-device', `virtconsole,bus=vserial0.0,chardev=charserial0,name=${EVE_CONSOLE_NAME}`);
  for (const [index, port] of ports.entries()) {
    if (!PORT_NAME_PATTERN.test(port.name)) {
      throw new GuestError(
        'description',
        `port name ${JSON.stringify(port.name)} must match ${PORT_NAME_PATTERN.source}`,
      );
    }
    args.push(
      '-chardev',
      `socket,id=port${index},path=${paths.portSockets[index]},server=on,wait=off`,
      '-device',
      `virtserialport,bus=vserial0.0,chardev=port${index},id=port-${port.name},name=${port.name}`,
    );
  }
  return args;
}

function diskArguments(disk: Disk): string[] {
  if (!SERIAL_PATTERN.test(disk.serial)) {
    throw new GuestError(
      'description',
      `disk serial ${JSON.stringify(disk.serial)} must match ${SERIAL_PATTERN.source}`,
    );
  }
  const access = { 'read-write': [], 'read-only': ['readonly=on'], snapshot: ['snapshot=on'] }[
    disk.access ?? 'read-write'
  ];
  const drive = [
    `if=none,id=drive-${disk.serial}`,
    // A comma ends a QEMU option; inside a value it is doubled.
    `file=${disk.file.replaceAll(',', ',,')}`,
    `format=${disk.format ?? 'raw'}`,
    `cache=${disk.cache ?? 'writeback'}`,
    `werror=${disk.onError ?? 'report'}`,
    `rerror=${disk.onError === 'enospc' ? 'report' : (disk.onError ?? 'report')}`,
    ...access,
  ];
  const id = `disk-${disk.serial}`;
  return [
    '-drive',
    drive.join(','),
    '-device',
    `virtio-blk-pci,drive=drive-${disk.serial},id=${id},serial=${disk.serial}`,
  ];
}

function networkArguments(network: Network): string[] {
  if (network.kind === 'none') return [];
  const forwards = (network.forward ?? []).map((f) => `,hostfwd=tcp:127.0.0.1:${f.hostPort}-:${f.guestPort}`);
  const restrict = (network.restrict ?? true) ? 'on' : 'off';
  return [
    '-netdev',
    `user,id=net0,restrict=${restrict}${forwards.join('')}`,
    '-device',
    'virtio-net-pci,netdev=net0,mac=52:54:00:12:34:56',
  ];
}
