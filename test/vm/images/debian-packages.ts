import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Suite } from '../guest/description.ts';
import { runTool } from '../guest/run-tool.ts';

const EXTRACT_DEADLINE_MS = 10 * 60_000;

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
      return [`deb ${hostMirror()} ${suite} main`];
    // Its signature is valid for a week only; a mirror that follows more slowly would be refused.
    case 'sid':
      return [`deb [check-valid-until=no] ${hostMirror()} ${suite} main`];
  }
}

/**
 * The mirror that this machine's own apt uses.
 *
 * @throws Error when apt has no Debian source, which then GUEST_DEBIAN_MIRROR must name
 */
function hostMirror(): string {
  const query = ['indextargets', '--format', '$(REPO_URI)', 'Created-By: Packages', 'Label: Debian'];
  const mirror = execFileSync('apt-get', query, { encoding: 'utf8' }).split('\n')[0] ?? '';
  if (mirror === '') throw new Error('apt knows no Debian mirror; name one in GUEST_DEBIAN_MIRROR');
  return mirror;
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
