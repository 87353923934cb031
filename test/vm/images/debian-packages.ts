import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suite } from '../guest/description.ts';
import { runTool } from '../guest/run-tool.ts';

const EXTRACT_DEADLINE_MS = 10 * 60_000;

const MIRROR = 'http://deb.debian.org/debian';

/**
 * Where mmdebstrap takes a suite from; nothing for its own choice, the archive with its security updates.
 * `GUEST_DEBIAN_MIRROR` names another mirror.
 */
export function mirrorArguments(suite: Suite): string[] {
  const own = process.env['GUEST_DEBIAN_MIRROR'];
  if (own !== undefined && own !== '') return [`deb ${own} ${suite} main`];
  switch (suite) {
    case 'bookworm':
    case 'trixie':
      return [];
    // Its security archive is past its end of life, and index and packages do not agree everywhere.
    case 'bullseye':
      return [`deb ${MIRROR} ${suite} main`];
    // Its signature is valid for a week only; a mirror that follows more slowly would be refused.
    case 'sid':
      return [`deb [check-valid-until=no] ${MIRROR} ${suite} main`];
  }
}

/**
 * Unpacks packages of a suite, with what they depend on, without installing them: no script of a package runs
 * and no privilege is needed.
 */
export async function extractPackages(
  suite: Suite,
  packages: readonly string[],
  folder: string,
): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'vm-packages-'));
  try {
    const archive = join(work, 'root.tar');
    const args = ['--variant=extract', `--include=${packages.join(',')}`, suite, archive];
    await runTool('mmdebstrap', [...args, ...mirrorArguments(suite)], { deadlineMs: EXTRACT_DEADLINE_MS });
    await mkdir(folder, { recursive: true });
    await runTool('tar', ['-x', '-f', archive, '-C', folder, '--no-same-owner']);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}
