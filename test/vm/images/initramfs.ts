import { readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CpioEntry, encodeCpio } from '../guest/cpio.ts';
import type { Suite } from '../guest/description.ts';
import { KERNEL_FILES, kernelRecipe } from './kernel.ts';
import { readModules } from './kernel-modules.ts';
import type { Recipe } from './recipe.ts';
import { USERLAND_FILES, userlandRecipe } from './userland.ts';

/** What every guest needs to find its disks and ports. */
const BASE_MODULES = ['virtio_pci', 'virtio_blk', 'virtio_console'];
const LIBRARY_FOLDER = 'lib/x86_64-linux-gnu';
const FOLDERS = ['proc', 'sys', 'dev', 'run', 'tmp', 'root', 'mnt', 'sbin', 'var/log', 'usr/bin', 'usr/sbin'];
const INIT = readFileSync(join(import.meta.dirname, 'init.sh'), 'utf8');
const ETC: Readonly<Record<string, string>> = {
  passwd: 'root::0:0:root:/root:/bin/sh\n',
  group: 'root:x:0:\n',
  hosts: '127.0.0.1 localhost\n',
  profile: "export PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root; cd /root; PS1='# '\n",
};

/** Everything that decides what {@link writeInitramfs} writes, for the inputs of a recipe. */
export const INITRAMFS_INPUTS: readonly string[] = [
  ...BASE_MODULES,
  ...FOLDERS,
  INIT,
  JSON.stringify(ETC),
  '1',
];

/** The file in the image's folder. */
export const INITRD_FILE = 'initrd.img';

/** The fast guest: the suite's kernel with busybox, glibc and init.sh. */
export function initramfsRecipe(suite: Suite): Recipe {
  return {
    name: `initramfs-${suite}`,
    about: `packing the initramfs of ${suite} (about 1 s)`,
    inputs: INITRAMFS_INPUTS,
    needs: [kernelRecipe(suite), userlandRecipe(suite)],
    build: async (folder, [kernel = '', userland = '']) => {
      await writeInitramfs(join(folder, INITRD_FILE), join(kernel, KERNEL_FILES.modules), userland);
    },
  };
}

/**
 * Writes the archive that every guest boots with. It is not compressed, because the guest would have to
 * decompress it under emulation.
 *
 * @param modules a `lib/modules/RELEASE` tree
 * @param userland the folder of the userland image
 */
export async function writeInitramfs(file: string, modules: string, userland: string): Promise<void> {
  const entries: CpioEntry[] = FOLDERS.map((path) => ({ kind: 'directory', path }));
  entries.push(
    // The kernel opens it for the first program, before devtmpfs is there.
    { kind: 'character-device', path: 'dev/console', major: 5, minor: 1 },
    { kind: 'file', path: 'init', mode: 0o755, content: Buffer.from(INIT) },
    {
      kind: 'file',
      path: 'bin/busybox',
      mode: 0o755,
      content: await readFile(join(userland, USERLAND_FILES.busybox)),
    },
  );
  for (const path of ['bin/sh', 'sbin/init', 'sbin/reboot', 'sbin/poweroff']) {
    entries.push({ kind: 'symlink', path, target: '/bin/busybox' });
  }
  for (const [name, text] of Object.entries(ETC)) {
    entries.push({ kind: 'file', path: `etc/${name}`, content: Buffer.from(text) });
  }
  entries.push(...(await libraryEntries(userland)), ...(await moduleEntries(modules)));
  await writeFile(file, encodeCpio(entries));
}

async function libraryEntries(userland: string): Promise<CpioEntry[]> {
  const folder = join(userland, USERLAND_FILES.libraries);
  const entries: CpioEntry[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const content = await readFile(join(folder, name));
    entries.push({ kind: 'file', path: `${LIBRARY_FOLDER}/${name}`, mode: 0o755, content });
  }
  const loader = await readFile(join(userland, USERLAND_FILES.loader));
  entries.push({ kind: 'file', path: `lib64/${USERLAND_FILES.loader}`, mode: 0o755, content: loader });
  return entries;
}

async function moduleEntries(folder: string): Promise<CpioEntry[]> {
  const modules = await readModules(folder, BASE_MODULES);
  const order = modules.map((module) => `${module.name}\n`).join('');
  return [
    { kind: 'file', path: 'lib/modules/base/order', content: Buffer.from(order) },
    ...modules.map(
      ({ name, content }): CpioEntry => ({ kind: 'file', path: `lib/modules/base/${name}.ko`, content }),
    ),
  ];
}
