import { chmod, cp, mkdir, mkdtemp, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { GuestFile } from './description.ts';
import { GuestError } from './guest-error.ts';
import { runTool } from './run-tool.ts';

const MIB = 1024 * 1024;
/** Room for the filesystem's own tables, beside the content. */
const EXT4_EXTRA_BYTES = 8 * MIB;

/** Makes a sparse file of zeros. @param bytes a multiple of 512 */
export async function makeBlankDisk(file: string, bytes: number): Promise<void> {
  await writeFile(file, '');
  await truncate(file, bytes);
}

/**
 * Makes an ext4 disk without partitions that holds `files`, without mounting anything.
 *
 * @param options.label at most 16 bytes; the guest finds it under /dev/disk/by-label (with udev)
 * @param options.bytes default: what the content needs and 8 MiB
 */
export async function makeExt4Disk(
  file: string,
  options: { readonly label: string; readonly files: readonly GuestFile[]; readonly bytes?: number },
): Promise<void> {
  await withTree(options.files, async (tree, contentBytes) => {
    const bytes = options.bytes ?? Math.ceil((contentBytes * 1.05 + EXT4_EXTRA_BYTES) / MIB) * MIB;
    await makeBlankDisk(file, bytes);
    const owner = 'root_owner=0:0,lazy_itable_init=0,lazy_journal_init=0';
    await runTool(
      'mke2fs',
      ['-q', '-F', '-t', 'ext4', '-L', options.label, '-E', owner, '-m', '0', '-d', tree, file],
      {
        env: { PATH: `${process.env['PATH']}:/usr/sbin:/sbin` },
      },
    );
  });
}

/** Makes an ISO 9660 image, with Joliet and Rock Ridge names. */
export async function makeIso(
  file: string,
  options: { readonly label: string; readonly files: readonly GuestFile[] },
): Promise<void> {
  await withTree(options.files, async (tree) => {
    await runTool('xorriso', ['-as', 'mkisofs', '-quiet', '-J', '-R', '-V', options.label, '-o', file, tree]);
  });
}

/** Makes a NoCloud seed for cloud-init: an ISO with the label `cidata`. */
export async function makeSeed(
  file: string,
  seed: { readonly userData: string; readonly metaData: string },
): Promise<void> {
  await makeIso(file, {
    label: 'cidata',
    files: [
      { path: '/user-data', content: seed.userData },
      { path: '/meta-data', content: seed.metaData },
    ],
  });
}

/** Puts the files into a directory for the time of `use`. */
async function withTree(
  files: readonly GuestFile[],
  use: (tree: string, contentBytes: number) => Promise<void>,
): Promise<void> {
  const tree = await mkdtemp(join(tmpdir(), 'vm-tree-'));
  try {
    let contentBytes = 0;
    for (const entry of files) contentBytes += await putFile(tree, entry);
    await use(tree, contentBytes);
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

async function putFile(tree: string, entry: GuestFile): Promise<number> {
  const target = join(tree, entry.path);
  await mkdir(dirname(target), { recursive: true });
  if (entry.from !== undefined) await cp(entry.from, target);
  else if (entry.content !== undefined) await writeFile(target, entry.content);
  else throw new GuestError('description', `file ${entry.path} needs content or from`);
  await chmod(target, entry.mode ?? 0o644);
  return (await stat(target)).size;
}
