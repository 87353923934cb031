import { createHash, timingSafeEqual } from 'node:crypto';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { BuildError } from './build-error.ts';
import { exists } from './files.ts';
import { runCommand } from './run-command.ts';
import type { Architecture } from './targets.ts';

interface LockedPackage {
  readonly version: string;
  /** Subresource integrity, `sha512-<base64>`. */
  readonly integrity: string;
}

/** A Node.js executable of the version that the lock file names. */
export interface NodeBinary {
  readonly architecture: Architecture;
  /** e.g. `24.21.0` */
  readonly version: string;
  readonly path: string;
  /** Its licence file. */
  readonly license: string;
}

/**
 * Finds Node.js for an architecture: the one that npm installed, or, as npm leaves out the packages of
 * other architectures, the same package fetched by `npm pack` and checked against the lock file.
 * @param root the project
 * @param cache a folder that may be kept between builds
 * @throws BuildError when npm cannot get it, or when its bytes are not the locked ones
 */
export async function findNode(root: string, cache: string, architecture: Architecture): Promise<NodeBinary> {
  const name = `node-linux-${architecture}`;
  const locked = await readLock(root, name);
  const installed = join(root, 'node_modules', name);
  const fetched = join(cache, `${name}-${locked.version}`);
  const isInstalled = await exists(join(installed, 'bin', 'node'));
  if (!isInstalled && !(await exists(fetched))) await fetchPackage(root, cache, fetched, name, locked);
  const folder = isInstalled ? installed : join(fetched, 'package');
  return {
    architecture,
    version: locked.version,
    path: join(folder, 'bin', 'node'),
    license: join(folder, 'LICENSE'),
  };
}

async function readLock(root: string, name: string): Promise<LockedPackage> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    packages?: Record<string, Partial<LockedPackage>>;
  };
  const entry = lock.packages?.[`node_modules/${name}`];
  if (entry?.version === undefined || entry.integrity === undefined) {
    throw new BuildError(`package-lock.json has no version and integrity of ${name}`);
  }
  return { version: entry.version, integrity: entry.integrity };
}

async function fetchPackage(
  root: string,
  cache: string,
  folder: string,
  name: string,
  locked: LockedPackage,
): Promise<void> {
  const part = `${folder}.part-${process.pid}`;
  await mkdir(part, { recursive: true });
  try {
    const args = [
      'pack',
      `${name}@${locked.version}`,
      '--pack-destination',
      part,
      '--ignore-scripts',
      '--silent',
    ];
    await runCommand('npm', args, { cwd: root, timeoutMs: 600_000 });
    const archive = join(part, `${name}-${locked.version}.tgz`);
    checkIntegrity(name, await readFile(archive), locked.integrity);
    const only = ['package/bin/node', 'package/LICENSE'];
    await runCommand('tar', ['-xzf', archive, '-C', part, ...only], { timeoutMs: 120_000 });
    await rm(archive);
    await mkdir(cache, { recursive: true });
    await rm(folder, { recursive: true, force: true });
    await rename(part, folder);
  } finally {
    await rm(part, { recursive: true, force: true });
  }
}

/**
 * Compares bytes with a checksum of the lock file.
 * @throws BuildError when they differ, or when the checksum is not of the one kind that npm writes
 */
export function checkIntegrity(name: string, bytes: Uint8Array, integrity: string): void {
  const match = /^sha512-([A-Za-z0-9+/]{86}==)$/.exec(integrity);
  if (match?.[1] === undefined) throw new BuildError(`${name}: the lock file's checksum is not sha512`);
  const want = Buffer.from(match[1], 'base64');
  const have = createHash('sha512').update(bytes).digest();
  if (!timingSafeEqual(want, have)) {
    throw new BuildError(`${name}: what npm fetched is not what package-lock.json names; not used`);
  }
}
