import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suite } from '../guest/description.ts';
import { runTool } from '../guest/run-tool.ts';

const EXTRACT_DEADLINE_MS = 10 * 60_000;

/**
 * Where mmdebstrap takes a suite from; `undefined` is its own choice. bullseye left the ordinary mirrors.
 * `GUEST_DEBIAN_MIRROR` overrides it for machines that reach another mirror only.
 */
export function mirrorArguments(suite: Suite): string[] {
  const mirror = process.env['GUEST_DEBIAN_MIRROR'];
  if (mirror !== undefined && mirror !== '') return [`deb ${mirror} ${suite} main`];
  return [];
}

/**
 * Unpacks packages of a suite, with what they depend on, without installing them: no script of a package runs
 * and no privilege is needed.
 *
 * @param wanted the paths to unpack, in tar's pattern form, such as `./boot/*`
 */
export async function extractPackages(
  suite: Suite,
  packages: readonly string[],
  wanted: readonly string[],
  folder: string,
): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'vm-packages-'));
  try {
    const archive = join(work, 'root.tar');
    const args = ['--quiet', '--variant=extract', `--include=${packages.join(',')}`, suite, archive];
    await runTool('mmdebstrap', [...args, ...mirrorArguments(suite)], { deadlineMs: EXTRACT_DEADLINE_MS });
    await mkdir(folder, { recursive: true });
    await runTool('tar', ['-x', '-f', archive, '-C', folder, '--no-same-owner', '--wildcards', ...wanted]);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
