import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Suite } from '../guest/description.ts';
import { runTool } from '../guest/run-tool.ts';
import { mirrorArguments } from './debian-packages.ts';
import { INITRAMFS_INPUTS, INITRD_FILE, writeInitramfs } from './initramfs.ts';
import type { Recipe } from './recipe.ts';
import { userlandRecipe } from './userland.ts';

const PACKAGES = [
  ...[
    'systemd',
    'systemd-sysv',
    'udev',
    'dbus',
    'kmod',
    'login',
    'util-linux',
    'bsdutils',
    'linux-image-cloud-amd64',
  ],
  ...['cloud-init', 'rsyslog', 'cron', 'busybox', 'qemu-guest-agent', 'e2fsprogs'],
  ...['iproute2', 'procps', 'psmisc', 'curl', 'ca-certificates'],
];
const OPTIONS = [
  '--variant=apt',
  '--aptopt=Apt::Install-Recommends "false"',
  ...['doc', 'man', 'info'].map((tree) => `--dpkgopt=path-exclude=/usr/share/${tree}/*`),
];
const SETUP_FILE = join(import.meta.dirname, 'debian-setup.sh');
const BUILD_DEADLINE_MS = 20 * 60_000;

/** The files of the image's folder. */
export const DEBIAN_FILES = { disk: 'root.ext4', kernel: 'vmlinuz', modules: 'modules', initrd: INITRD_FILE };

/**
 * A Debian disk with systemd, cloud-init, rsyslog and cron, a root shell on the console, and the suite's cloud
 * kernel. It boots through the initramfs of the small guest, which is faster than Debian's own.
 */
export function debianRecipe(suite: Suite): Recipe {
  return {
    name: `debian-${suite}`,
    about: `installing Debian ${suite} (about 90 s)`,
    inputs: [suite, ...PACKAGES, ...OPTIONS, readFileSync(SETUP_FILE, 'utf8'), ...INITRAMFS_INPUTS, '1'],
    needs: [userlandRecipe(suite)],
    build: async (folder, [userland = '']) => {
      const hook = `--customize-hook='${SETUP_FILE}' "$1" '${folder}'`;
      const args = ['--format=null', ...OPTIONS, `--include=${PACKAGES.join(',')}`, hook, suite, '/dev/null'];
      // The kernel package makes an initrd when it is installed; nobody would boot it.
      const env = { INITRD: 'No' };
      await runTool('mmdebstrap', [...args, ...mirrorArguments(suite)], {
        deadlineMs: BUILD_DEADLINE_MS,
        env,
      });
      await writeInitramfs(join(folder, INITRD_FILE), join(folder, DEBIAN_FILES.modules), userland);
    },
  };
}
