import { join } from 'node:path';
import type { Disk, GuestDescription, GuestFile } from '#test/vm/guest/description.ts';

/**
 * - `eve`: an application VM of EVE-OS as it is: one mux for both consoles, QMP in short connections, a blank volume for the recorder, no
 *   port of the link and no pvpanic;
 * - `own`: any host of one's own: serial console, QMP with events, pvpanic, link and recorder.
 */
export type Shape = 'eve' | 'own';

export const LINK_PORT = 'org.cherub.agent.0';
export const RECORDER_DEVICE = 'recorder';
/** QMP's name for the disk that the application reads from. */
export const DATA_DEVICE = 'drive-srv';
/** The serial number of a disk on which every write fails, which stops the machine, and on which one sector cannot be read. */
export const BROKEN_SERIAL = 'broken';
/** Where nobody looks for a file system. */
export const BAD_SECTOR = 1024;

/** Files on the host that a VM of the table uses. */
export interface ShapeFiles {
  /** QEMU's second monitor, for the program under test; the first belongs to the framework. */
  readonly qmpSocket: string;
  readonly recorder: string;
  readonly agentDisk: Disk;
  readonly dataDisk: string;
  readonly brokenDisk: string;
  readonly injector: GuestFile;
  readonly httpPort: number;
}

/** Heartbeat and snapshot are at their defaults: what the table shows is what a user gets. */
function agentConfig(shape: Shape): string {
  return `app: web
recorder: { adopt: ${shape === 'eve'} }
checks:
  - { name: health, periodSeconds: 10, timeoutSeconds: 5, http: { url: "http://127.0.0.1/cgi-bin/health" } }
`;
}

/** The application: busybox httpd; an answer needs a new process and its disk. */
const HEALTH = `#!/bin/sh
[ -e /run/mute ] && sleep 1000
[ -e /run/stuck ] && echo sleep > /proc/lockup
dd if=/srv/data of=/dev/null iflag=direct bs=512 count=1 2>/dev/null || exit 1
printf 'Content-Type: text/plain\\r\\n\\r\\nfine\\n'
`;

const START = `ip link set eth0 up; ip addr add 10.0.2.15/24 dev eth0
insmod /lib/modules/lockup.ko
chmod 755 /www/cgi-bin/health
setsid httpd -p 80 -h /www </dev/null >/dev/null 2>&1
setsid sh -c 'exec /opt/cherub-agent run --config /etc/agent.yaml' </dev/null >>/tmp/agent.log 2>&1 &
`;

/** The guest of a shape: it starts application and agent by itself, at each boot. */
export function describeShape(shape: Shape, name: string, files: ShapeFiles): GuestDescription {
  const isEve = shape === 'eve';
  return {
    name,
    root: { kind: 'initramfs' },
    console: isEve ? 'eve-mux' : 'serial',
    ports: isEve ? [] : [{ name: LINK_PORT }],
    modules: ['virtio_net', ...(isEve ? [] : ['pvpanic-pci'])],
    network: { kind: 'user', forward: [{ hostPort: files.httpPort, guestPort: 80 }] },
    disks: [files.agentDisk, { file: files.dataDisk, serial: 'srv', mountAt: '/srv' }],
    files: [
      files.injector,
      { path: '/etc/agent.yaml', content: agentConfig(shape) },
      { path: '/www/cgi-bin/health', content: HEALTH, mode: 0o755 },
      { path: '/etc/rc.test', content: START },
    ],
    qemuArguments: [
      ...['-chardev', `socket,id=qmp2,path=${files.qmpSocket},server=on,wait=off`],
      ...['-mon', 'chardev=qmp2,mode=control'],
      ...recorderArguments(files.recorder),
      ...brokenArguments(files.brokenDisk),
      // Shut down or panicked, EVE's QEMU stays for EVE to see; a pvpanic of one's own must not keep the guest from its reboot.
      ...(isEve
        ? ['-machine', 'pc-q35-3.1', '-no-shutdown']
        : ['-device', 'pvpanic-pci', '-action', 'panic=none']),
    ],
  };
}

/** Behind a port of its own, so that it can be pulled out; without a serial number, as EVE has it. */
function recorderArguments(file: string): string[] {
  return [
    ...['-device', 'pcie-root-port,id=recorder-port,chassis=9,slot=9'],
    ...['-drive', `if=none,id=drive-recorder,file=${file},format=raw,cache=writeback`],
    ...['-device', `virtio-blk-pci,drive=drive-recorder,bus=recorder-port,id=${RECORDER_DEVICE}`],
  ];
}

function brokenArguments(file: string): string[] {
  const debug = {
    driver: 'blkdebug',
    'node-name': 'broken-debug',
    image: 'broken-file',
    'inject-error': [
      { event: 'write_aio', errno: 5 },
      { event: 'read_aio', errno: 5, sector: BAD_SECTOR },
    ],
  };
  return [
    ...['-blockdev', `driver=file,node-name=broken-file,filename=${file}`],
    ...['-blockdev', JSON.stringify(debug)],
    ...['-blockdev', 'driver=raw,node-name=broken,file=broken-debug'],
    ...['-device', `virtio-blk-pci,drive=broken,serial=${BROKEN_SERIAL},werror=stop`],
  ];
}

/** What `cherub serve` is told about the VM. */
export function serveConfig(
  shape: Shape,
  o: {
    readonly appId: string;
    readonly consoleSocket: string;
    readonly linkSocket?: string;
    readonly files: ShapeFiles;
  },
): string {
  const isEve = shape === 'eve';
  return `state: state
vms:
  - name: web
    app: ${o.appId}
    console: { socket: ${o.consoleSocket}, mux: ${isEve} }
    recorder: { disk: ${o.files.recorder} }
${o.linkSocket === undefined ? '' : `    link: { socket: ${o.linkSocket} }\n`}\
    qmp: { socket: ${o.files.qmpSocket}, manner: ${isEve ? 'short' : 'held'} }
    gdb: {}
    host: {}
    network: { probes: [{ type: http, url: "http://127.0.0.1:${o.files.httpPort}/cgi-bin/health" }] }
sinks: [{ type: file, path: entries.jsonl }]
`;
}

/** Where the files of one VM stand in its folder. */
export function shapePaths(
  folder: string,
): Pick<ShapeFiles, 'qmpSocket' | 'recorder' | 'dataDisk' | 'brokenDisk'> {
  return {
    qmpSocket: join(folder, 'qmp'),
    recorder: join(folder, 'recorder.img'),
    dataDisk: join(folder, 'srv.img'),
    brokenDisk: join(folder, 'broken.img'),
  };
}
