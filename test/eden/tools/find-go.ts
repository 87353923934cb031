import { execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** A Go that can build the tools: the program, and what its environment needs beyond ours. */
export interface Go {
  readonly program: string;
  readonly environment: Readonly<Record<string, string>>;
}

const MINOR_MIN = 24;

/** Taken by the module proxy where the installed Go is older, such as Debian 12's 1.19. */
const TOOLCHAIN = 'v0.0.1-go1.27.3';

const runFile = promisify(execFile);

/**
 * The Go of this machine, or a newer one that it fetches as a module, which go.sum's checksum database vouches for.
 * @throws Error with one line for people
 */
export async function findGo(cache: string, say: (line: string) => void): Promise<Go> {
  const installed = ['go', '/usr/local/go/bin/go'];
  for (const program of installed) {
    const minor = await minorOf(program);
    if (minor === undefined) continue;
    if (minor >= MINOR_MIN) return { program, environment: { GOTOOLCHAIN: 'local' } };
    say(`${program} is Go 1.${minor}; fetching a newer one by the module proxy`);
    return fetchToolchain(program, cache);
  }
  throw new Error('there is no Go; run scripts/setup');
}

async function minorOf(program: string): Promise<number | undefined> {
  try {
    const { stdout } = await runFile(program, ['version']);
    const minor = /go1\.(\d+)/u.exec(stdout)?.[1];
    return minor === undefined ? undefined : Number(minor);
  } catch {
    return undefined;
  }
}

/** A Go before 1.21 cannot switch to another one by itself, but it can fetch any module. */
async function fetchToolchain(old: string, cache: string): Promise<Go> {
  const modules = join(cache, 'modules');
  await mkdir(modules, { recursive: true });
  const version = `${TOOLCHAIN}.linux-${process.arch === 'arm64' ? 'arm64' : 'amd64'}`;
  const environment = { GOMODCACHE: modules, GOFLAGS: '-modcacherw' };
  const folder = join(modules, `golang.org/toolchain@${version}`);
  if (!existsSync(folder)) {
    await runGo({ program: old, environment }, ['mod', 'download', `golang.org/toolchain@${version}`], cache);
  }
  // Modules carry no execute bits.
  for (const place of ['bin', `pkg/tool/linux_${process.arch === 'arm64' ? 'arm64' : 'amd64'}`]) {
    for (const name of await readdir(join(folder, place)).catch((): string[] => [])) {
      await chmod(join(folder, place, name), 0o755);
    }
  }
  return {
    program: join(folder, 'bin/go'),
    environment: { GOROOT: folder, GOTOOLCHAIN: 'local', GOMODCACHE: modules },
  };
}

/** Runs it with its messages on our standard error. @throws Error when it fails */
export async function runGo(go: Go, args: readonly string[], cwd: string): Promise<void> {
  const child = spawn(go.program, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'inherit'],
    // eden looks for its home by the account database unless it is built without libc's.
    env: { ...process.env, GOFLAGS: '-mod=mod -modcacherw', CGO_ENABLED: '0', ...go.environment },
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (code !== 0) throw new Error(`go ${args[0] ?? ''} failed (${code ?? 'killed'})`);
}
