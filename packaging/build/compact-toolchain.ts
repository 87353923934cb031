import { mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ensureDir } from 'fs-extra/esm';
import { BuildError } from './build-error.ts';
import { exists, sha256Of } from './files.ts';
import { runCommand } from './run-command.ts';
import type { Architecture } from './targets.ts';

/** The suite whose QuickJS is taken: bookworm has none. */
const SUITE = 'trixie';
/** Each unpacked with what it depends on, without being installed: no privilege is needed, and nothing runs. */
const PACKAGES: Readonly<Record<Architecture, readonly string[]>> = {
  x64: ['quickjs', 'libquickjs', 'libc6-dev'],
  arm64: ['libquickjs', 'libc6-dev'],
};
const DEBIAN: Readonly<Record<Architecture, string>> = { x64: 'amd64', arm64: 'arm64' };
export const TRIPLETS: Readonly<Record<Architecture, string>> = {
  x64: 'x86_64-linux-gnu',
  arm64: 'aarch64-linux-gnu',
};
const DEADLINE_MS = 600_000;

/** QuickJS and the C library, as Debian packages them; the C compilers are this machine's own. */
export interface CompactToolchain {
  /** A folder with `usr/` of both architectures in it. */
  readonly folder: string;
}

/**
 * Unpacks QuickJS and the C library for both architectures, once.
 * @param cache a folder that is kept between builds
 * @throws BuildError
 */
export async function prepareToolchain(
  cache: string,
  say: (line: string) => void,
): Promise<CompactToolchain> {
  const folder = join(cache, `quickjs-${SUITE}-${sha256Of(JSON.stringify(PACKAGES)).slice(0, 12)}`);
  if (await exists(folder)) return { folder };
  say(`compact: fetching QuickJS and the C library of Debian ${SUITE}`);
  await ensureDir(cache);
  const work = await mkdtemp(`${folder}.part-`);
  try {
    const root = join(work, 'root');
    await ensureDir(root);
    for (const architecture of ['x64', 'arm64'] as const) await unpack(architecture, work, root);
    await rename(root, folder);
  } finally {
    await rm(work, { recursive: true, force: true });
  }
  return { folder };
}

async function unpack(architecture: Architecture, work: string, root: string): Promise<void> {
  const archive = join(work, `${architecture}.tar`);
  const options = [
    '--variant=extract',
    `--architectures=${DEBIAN[architecture]}`,
    `--include=${PACKAGES[architecture].join(',')}`,
  ];
  await runCommand('mmdebstrap', [...options, SUITE, archive], { timeoutMs: DEADLINE_MS });
  await runCommand('tar', ['-x', '-f', archive, '-C', root, '--no-same-owner'], { timeoutMs: DEADLINE_MS });
}

/**
 * Compiles an ES module to bytecode, as a C file with the array `qjsc_NAME`. The compiler of QuickJS runs by the C library
 * that it came with: this machine's may be older.
 * @throws BuildError when the module is no correct JavaScript for QuickJS
 */
export async function compileModule(
  { folder }: CompactToolchain,
  o: { readonly name: string; readonly from: string; readonly to: string },
): Promise<void> {
  const libraries = join(folder, 'usr/lib', TRIPLETS.x64);
  const loader = join(libraries, 'ld-linux-x86-64.so.2');
  const modules = ['qjs:std', 'qjs:os', 'cherub:native'].flatMap((name) => ['-M', name]);
  const compiler = [loader, '--library-path', libraries, join(folder, 'usr/bin/qjsc')] as const;
  const words = [...compiler.slice(1), '-s', '-m', '-c', ...modules, '-N', `qjsc_${o.name}`, '-o', o.to];
  await runCommand(compiler[0], [...words, o.from], { cwd: dirname(o.from), timeoutMs: DEADLINE_MS });
}

/**
 * Compiles C files and links them with QuickJS into one static executable.
 * @throws BuildError with what the compiler says
 */
export async function linkExecutable(
  { folder }: CompactToolchain,
  architecture: Architecture,
  o: { readonly sources: readonly string[]; readonly to: string },
): Promise<void> {
  const triplet = TRIPLETS[architecture];
  const libraries = join(folder, 'usr/lib', triplet);
  const flags = ['-Os', '-Wall', '-static', '-s', '-ffunction-sections', '-Wl,--gc-sections'];
  // Start files and libraries are named by hand: Debian's compilers look for their own first.
  const places = [`--sysroot=${folder}`, `-B${libraries}`, `-L${libraries}`];
  const include = `-I${join(folder, 'usr/include/quickjs')}`;
  const engine = join(libraries, 'quickjs/libquickjs.a');
  const words = [...flags, ...places, include, '-o', o.to, ...o.sources, engine, '-lm', '-lpthread', '-ldl'];
  await runCommand(`${triplet}-gcc`, words, { timeoutMs: DEADLINE_MS });
}

/** Of the executable's own engine and C library. */
export function engineLicenses({ folder }: CompactToolchain): { name: string; path: string }[] {
  const copyright = (name: string): string => join(folder, 'usr/share/doc', name, 'copyright');
  return [
    { name: 'QuickJS', path: copyright('libquickjs') },
    { name: 'GNU C Library', path: copyright('libc6') },
  ];
}

/** @throws BuildError when a program that the build starts is not there */
export async function compilerVersion(architecture: Architecture): Promise<string> {
  try {
    return await runCommand(`${TRIPLETS[architecture]}-gcc`, ['--version'], { timeoutMs: DEADLINE_MS });
  } catch {
    throw new BuildError(`there is no ${TRIPLETS[architecture]}-gcc; scripts/setup installs it`);
  }
}
