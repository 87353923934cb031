import { chmod, mkdir, readdir } from 'node:fs/promises';
import { arch } from 'node:os';
import { join } from 'node:path';
import { BuildError } from '../build/build-error.ts';
import { exists } from '../build/files.ts';
import { runCommand } from '../build/run-command.ts';

/** Newer ones need a module that not every proxy of Go modules has; docs/decisions/0135. */
const NFPM_VERSION = 'v2.45.2';
/** What nfpm asks for in its go.mod. */
const GO_MINOR_MIN = 25;
const GO_VERSION = 'go1.25.5';
const DEADLINE_MS = 540_000;

/**
 * Where nfpm stands; builds it from its Go module the first time. A Go that is too old for it, such as Debian 12's,
 * is used to fetch a newer one, which is a Go module as well.
 * @throws BuildError
 */
export async function ensureNfpm(cache: string, say: (line: string) => void): Promise<string> {
  const folder = join(cache, 'tools', `nfpm-${NFPM_VERSION}`);
  const nfpm = join(folder, 'nfpm');
  if (await exists(nfpm)) return nfpm;
  say(`packages: building nfpm ${NFPM_VERSION} (once)`);
  await mkdir(folder, { recursive: true });
  const go = await findGo();
  const env = { ...process.env, GOBIN: folder, GOFLAGS: '', CGO_ENABLED: '0' };
  await runCommand(go, ['install', `github.com/goreleaser/nfpm/v2/cmd/nfpm@${NFPM_VERSION}`], {
    env,
    timeoutMs: DEADLINE_MS,
  });
  return nfpm;
}

async function findGo(): Promise<string> {
  const version = await runCommand('go', ['version'], { timeoutMs: 30_000 }).catch(() => {
    throw new BuildError('packages are made by nfpm, which needs Go; run scripts/setup');
  });
  const minor = Number(/go1\.(\d+)/.exec(version)?.[1] ?? 0);
  return minor >= GO_MINOR_MIN ? 'go' : fetchGo();
}

async function fetchGo(): Promise<string> {
  const machine = arch() === 'arm64' ? 'arm64' : 'amd64';
  const module = `golang.org/toolchain@v0.0.1-${GO_VERSION}.linux-${machine}`;
  const env = { ...process.env, GOFLAGS: '' };
  const answer = await runCommand('go', ['mod', 'download', '-json', module], {
    env,
    timeoutMs: DEADLINE_MS,
  });
  const { Dir: folder } = JSON.parse(answer) as { Dir: string };
  // A module's archive carries no permission to execute.
  for (const path of ['bin', `pkg/tool/linux_${machine}`]) {
    for (const name of await readdir(join(folder, path))) await chmod(join(folder, path, name), 0o755);
  }
  return join(folder, 'bin/go');
}
