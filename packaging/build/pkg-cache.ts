import { chmod, copyFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BuildError } from './build-error.ts';
import { exists, sha256OfFile } from './files.ts';
import type { NodeBinary } from './node-package.ts';
import { runCommand } from './run-command.ts';
import type { Architecture } from './targets.ts';

const TRIPLETS: Record<Architecture, string> = { x64: 'x86_64-linux-gnu', arm64: 'aarch64-linux-gnu' };

/** A stripped Node.js where pkg looks for it. */
export interface CachedNode {
  readonly path: string;
  /** Of the stripped executable. */
  readonly sha256: string;
}

/**
 * Puts a stripped Node.js into pkg's cache, so that pkg downloads nothing.
 *
 * pkg's single-executable mode reads `$HOME/.pkg-cache/sea/node-vX-linux-ARCH/bin/node`, and takes it as it is when
 * `node.ok` stands beside it and `<folder>.tar.gz` with its own `.ok` beside the folder (pkg 6.23, lib-es5/sea.js).
 * It must be stripped before the program is injected: a stripped result crashes at its start.
 * @param home what will be `$HOME` of the process that runs pkg
 */
export async function prepareNode(home: string, node: NodeBinary): Promise<CachedNode> {
  const folder = join(home, '.pkg-cache', 'sea', `node-v${node.version}-linux-${node.architecture}`);
  const path = join(folder, 'bin', 'node');
  const sentinel = `${path}.ok`;
  const source = await sha256OfFile(node.path);
  const known = (await readFile(sentinel, 'utf8').catch(() => '')).split(' ');
  if (known[0] === source && known[1] !== undefined && (await exists(path))) {
    return { path, sha256: known[1] };
  }
  await mkdir(dirname(path), { recursive: true });
  const part = `${path}.part-${process.pid}`;
  await copyFile(node.path, part);
  await strip(part, node.architecture);
  await chmod(part, 0o755);
  await rename(part, path);
  for (const suffix of ['.tar.gz', '.tar.gz.ok']) await writeFile(folder + suffix, '');
  const sha256 = await sha256OfFile(path);
  await writeFile(sentinel, `${source} ${sha256}`);
  return { path, sha256 };
}

async function strip(path: string, architecture: Architecture): Promise<void> {
  const triplet = TRIPLETS[architecture];
  await runCommand(`${triplet}-strip`, ['--strip-all', path], { timeoutMs: 120_000 }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new BuildError(
        `cannot strip Node.js for ${architecture}: ${reason}; run scripts/setup, it installs binutils`,
      );
    },
  );
}
