import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { GuestError } from '../guest/guest-error.ts';
import { readModules } from './kernel-modules.ts';

/** A modules tree; what of a module counts is its name and its `depends=`. */
async function inTree(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'vm-modules-'));
  const put = (path: string, depends: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `\x7fELF\0license=GPL\0depends=${depends}\0retpoline=Y\0`);
  };
  put('kernel/drivers/virtio/virtio.ko', '');
  put('kernel/drivers/virtio/virtio_ring.ko', 'virtio');
  put('kernel/drivers/virtio/virtio_pci.ko', 'virtio_ring,virtio,virtio-pci-modern-dev');
  put('kernel/drivers/virtio/virtio-pci-modern-dev.ko', 'crc32');
  execFileSync('xz', [join(folder, 'kernel/drivers/virtio/virtio_ring.ko')]);
  writeFileSync(join(folder, 'modules.builtin'), 'kernel/lib/crc32.ko\n');
  try {
    await use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('modules come after what they depend on, once, and without what is built in', async () => {
  await inTree(async (folder) => {
    const modules = await readModules(folder, ['virtio-pci', 'virtio', 'crc32']);
    assert.deepEqual(
      modules.map((module) => module.name),
      ['virtio', 'virtio_ring', 'virtio_pci_modern_dev', 'virtio_pci'],
    );
  });
});

test('compressed modules come out as ELF', async () => {
  await inTree(async (folder) => {
    const [, ring] = await readModules(folder, ['virtio_ring']);
    assert.equal(Buffer.from(ring?.content ?? []).toString('latin1', 0, 4), '\x7fELF');
  });
});

test('a module that the kernel does not have is named', async () => {
  await inTree(async (folder) => {
    await assert.rejects(
      readModules(folder, ['floppy']),
      (error: unknown) => error instanceof GuestError && /no module floppy$/.test(error.message),
    );
  });
});
