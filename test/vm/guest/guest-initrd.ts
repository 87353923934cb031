import { readFile, writeFile } from 'node:fs/promises';
import { readModules } from '../images/kernel-modules.ts';
import { type CpioEntry, encodeCpio } from './cpio.ts';
import type { Disk, GuestDescription, GuestFile } from './description.ts';
import { GuestError } from './guest-error.ts';

/** The serial number of the disk with the system of a guest that has one. */
export const ROOT_SERIAL = 'guest-root';

/** Where the parts of a guest's initrd come from. */
export interface InitrdSources {
  /** The archive that all guests of this image share. */
  readonly base: string;
  /** The `lib/modules/RELEASE` tree of its kernel. */
  readonly modules: string;
}

/** Writes the guest's initrd: the shared archive, and behind it one with what the description adds. */
export async function writeGuestInitrd(
  file: string,
  sources: InitrdSources,
  description: GuestDescription,
): Promise<void> {
  const onDisk = description.root.kind === 'debian';
  const entries = [
    ...(onDisk ? [textEntry('etc/guest/root', `${ROOT_SERIAL}\n`)] : []),
    ...(await moduleEntries(sources.modules, description.modules ?? [])),
    ...mountEntries(description.disks ?? []),
    ...(await fileEntries(description.files ?? [], onDisk ? 'etc/guest/files/' : '')),
  ];
  await writeFile(file, Buffer.concat([await readFile(sources.base), encodeCpio(entries)]));
}

async function moduleEntries(folder: string, names: readonly string[]): Promise<CpioEntry[]> {
  const modules = await readModules(folder, names);
  return [
    textEntry('etc/guest/modules', modules.map((module) => `${module.name}\n`).join('')),
    ...modules.map(
      ({ name, content }): CpioEntry => ({ kind: 'file', path: `lib/modules/extra/${name}.ko`, content }),
    ),
  ];
}

function mountEntries(disks: readonly Disk[]): CpioEntry[] {
  const lines = disks
    .filter((disk) => disk.mountAt !== undefined)
    .map(
      (disk) =>
        `${disk.serial} ${(disk.access ?? 'read-write') === 'read-only' ? 'ro' : 'rw'} ${disk.mountAt}\n`,
    );
  return lines.length === 0 ? [] : [textEntry('etc/guest/mounts', lines.join(''))];
}

async function fileEntries(files: readonly GuestFile[], prefix: string): Promise<CpioEntry[]> {
  const entries: CpioEntry[] = [];
  for (const { path, content, from, mode } of files) {
    if (!path.startsWith('/'))
      throw new GuestError('description', `guest file ${path} must be an absolute path`);
    const bytes = from === undefined ? content : await readFile(from);
    if (bytes === undefined) throw new GuestError('description', `guest file ${path} needs content or from`);
    entries.push({
      kind: 'file',
      path: `${prefix}${path.slice(1)}`,
      mode: mode ?? 0o644,
      content: typeof bytes === 'string' ? Buffer.from(bytes) : bytes,
    });
  }
  return entries;
}

function textEntry(path: string, text: string): CpioEntry {
  return { kind: 'file', path, content: Buffer.from(text) };
}
