import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disk, GuestDescription } from './description.ts';
import { makeSeed } from './disks.ts';
import { CONSOLE_SOCKET, EVIDENCE_FILES, Guest } from './guest.ts';
import { GuestConsole } from './guest-console.ts';
import { GuestError } from './guest-error.ts';
import { ROOT_SERIAL, writeGuestInitrd } from './guest-initrd.ts';
import { qemuArguments } from './qemu-arguments.ts';
import { QemuProcess } from './qemu-process.ts';
import { QmpClient } from './qmp-client.ts';
import { type RootFiles, rootFiles } from './root-files.ts';

/** The one that QEMU makes, and the relay holds. */
const QEMU_CONSOLE_SOCKET = 'qemu-console.sock';
const QMP_DEADLINE_MS = 20_000;

/**
 * Boots a guest. Resolves when QEMU runs it: its kernel is about to start. The caller must
 * {@link Guest.close} it; `withGuest` does, and keeps the evidence when a test fails.
 *
 * @throws GuestError `description`, `image`, or `exited` with QEMU's own words
 */
export async function bootGuest(description: GuestDescription): Promise<Guest> {
  const root = await rootFiles(description.root);
  // A short name: the paths of unix sockets have at most 107 bytes.
  const directory = await mkdtemp(join(tmpdir(), 'vm-'));
  try {
    const process = await startQemu(description, root, directory);
    return await connectGuest(description, directory, process);
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

async function startQemu(
  description: GuestDescription,
  root: RootFiles,
  directory: string,
): Promise<QemuProcess> {
  let initrd = root.initrd;
  if (root.modules !== undefined && root.initrd !== undefined) {
    initrd = join(directory, 'initrd.img');
    await writeGuestInitrd(initrd, { base: root.initrd, modules: root.modules }, description);
  }
  const paths = {
    consoleSocket: join(directory, QEMU_CONSOLE_SOCKET),
    qmpSocket: join(directory, 'qmp.sock'),
    portSockets: portSockets(description, directory),
    kernel: root.kernel,
    initrd,
  };
  const disks = [
    ...rootDisks(root),
    ...(description.disks ?? []),
    ...(await seedDisks(description, directory)),
  ];
  const args = qemuArguments(description, paths, kernelArguments(description, root), disks);
  return QemuProcess.start(directory, args);
}

/** Listens first and lets the machine run then, so that nothing of the boot is missed. */
async function connectGuest(
  description: GuestDescription,
  directory: string,
  process: QemuProcess,
): Promise<Guest> {
  try {
    const qmpLog = join(directory, EVIDENCE_FILES.qmp);
    const qmp = await QmpClient.connect(join(directory, 'qmp.sock'), qmpLog, process, QMP_DEADLINE_MS);
    const console = await GuestConsole.open(description.console ?? 'serial', {
      qemu: join(directory, QEMU_CONSOLE_SOCKET),
      socket: join(directory, CONSOLE_SOCKET),
      log: join(directory, EVIDENCE_FILES.console),
    });
    process.onEnd((code) => {
      console.fail(
        new GuestError('exited', `QEMU ended with ${code}; the console's end:\n${console.tail()}`),
      );
    });
    await qmp.execute('cont');
    return new Guest({
      description,
      directory,
      process,
      console,
      qmp,
      portSockets: portSockets(description, directory),
    });
  } catch (error) {
    await process.close();
    throw error;
  }
}

function portSockets(description: GuestDescription, directory: string): string[] {
  return (description.ports ?? []).map((_, index) => join(directory, `port${index}.sock`));
}

function kernelArguments(description: GuestDescription, root: RootFiles): string {
  // Linux's /dev/console is the last one named.
  const consoles = description.console === 'eve-mux' ? 'console=ttyS0 console=hvc0' : 'console=ttyS0';
  return [consoles, root.kernelArguments, description.kernelArguments].filter((part) => part).join(' ');
}

function rootDisks(root: RootFiles): Disk[] {
  return root.disk === undefined
    ? []
    : [{ file: root.disk, serial: ROOT_SERIAL, access: 'snapshot', cache: 'unsafe' }];
}

async function seedDisks(description: GuestDescription, directory: string): Promise<Disk[]> {
  if (description.seed === undefined) return [];
  const file = join(directory, 'seed.iso');
  const name = description.name ?? 'guest';
  const metaData = description.seed.metaData ?? `instance-id: ${name}-1\nlocal-hostname: ${name}\n`;
  await makeSeed(file, { userData: description.seed.userData, metaData });
  return [{ file, serial: 'cidata', access: 'read-only' }];
}
