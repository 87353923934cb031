import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Artifact, BuildPlaces } from './build-targets.ts';
import { bundleCompact, type CompactBundle } from './compact-bundle.ts';
import { COMPACT_LICENSES, type CompactTarget } from './compact-targets.ts';
import {
  type CompactToolchain,
  compileModule,
  compilerVersion,
  engineLicenses,
  linkExecutable,
  prepareToolchain,
} from './compact-toolchain.ts';
import { exists, sha256Of, sha256OfFile, writeWhole } from './files.ts';
import { joinLicenses } from './licenses.ts';

/** Changes when the way of building does. */
const RECIPE = 1;

export interface CompactOrder {
  readonly targets: readonly CompactTarget[];
  readonly version: string;
  readonly force: boolean;
  readonly say: (line: string) => void;
}

/** What all architectures share. */
interface Parts {
  readonly toolchain: CompactToolchain;
  readonly bundles: readonly CompactBundle[];
  /** Our C files. */
  readonly sources: readonly string[];
}

/**
 * Makes the compact agent: TypeScript bundled, compiled to QuickJS's bytecode, and linked into one static executable for
 * each architecture. What has not changed is left alone.
 * @throws BuildError
 */
export async function buildCompact(places: BuildPlaces, order: CompactOrder): Promise<Artifact[]> {
  if (order.targets.length === 0) return [];
  order.say('compact: bundling agent/platform/quickjs');
  const toolchain = await prepareToolchain(places.cache, order.say);
  const parts: Parts = {
    toolchain,
    bundles: await bundleCompact(places.root, order.version),
    sources: await nativeSources(places.root),
  };
  const artifacts: Artifact[] = [];
  for (const target of order.targets) artifacts.push(await buildOne(places, order, parts, target));
  return artifacts;
}

async function nativeSources(root: string): Promise<string[]> {
  const folder = join(root, 'agent/platform/quickjs/native');
  const names = (await readdir(folder)).filter((name) => name.endsWith('.c') || name.endsWith('.h'));
  return names.sort().map((name) => join(folder, name));
}

async function buildOne(
  places: BuildPlaces,
  order: CompactOrder,
  parts: Parts,
  target: CompactTarget,
): Promise<Artifact> {
  const output = join(places.dist, target.output);
  const inputs = await fingerprint(parts, target);
  const stamp = join(places.cache, 'stamps', `${target.output}.json`);
  const made = order.force || !(await isFresh(places, output, stamp, inputs));
  if (made) {
    order.say(`compact: making ${target.output}`);
    await makeExecutable(parts, target, output);
    const engine = engineLicenses(parts.toolchain);
    const files = parts.bundles.flatMap((bundle) => bundle.inputs);
    await writeWhole(join(places.dist, COMPACT_LICENSES), await joinLicenses(places.root, files, engine));
    await writeWhole(stamp, JSON.stringify({ inputs, sha256: await sha256OfFile(output) }));
  }
  const { size: bytes } = await stat(output);
  order.say(`${target.output}: ${(bytes / 1e6).toFixed(1)} MB${made ? '' : ', unchanged'}`);
  const path = join('dist', target.output);
  return { name: target.name, path, bytes, sha256: await sha256OfFile(output), made };
}

async function makeExecutable(parts: Parts, target: CompactTarget, output: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'cherub-compact-'));
  try {
    const bytecode: string[] = [];
    for (const { piece, code } of parts.bundles) {
      const from = join(work, `${piece}.js`);
      const to = join(work, `${piece}.c`);
      await writeWhole(from, code);
      await compileModule(parts.toolchain, { name: piece, from, to });
      bytecode.push(to);
    }
    await mkdir(join(output, '..'), { recursive: true });
    const sources = [...parts.sources.filter((path) => path.endsWith('.c')), ...bytecode];
    await linkExecutable(parts.toolchain, target.architecture, { sources, to: `${output}.part` });
    await chmod(`${output}.part`, 0o755);
    await rename(`${output}.part`, output);
  } finally {
    await rm(work, { recursive: true, force: true });
    await rm(`${output}.part`, { force: true });
  }
}

async function fingerprint(parts: Parts, target: CompactTarget): Promise<string> {
  const code = parts.bundles.map((bundle) => sha256Of(bundle.code));
  const sources = await Promise.all(parts.sources.map(sha256OfFile));
  const compiler = await compilerVersion(target.architecture);
  return sha256Of(JSON.stringify([RECIPE, code, sources, compiler, parts.toolchain.folder, target]));
}

async function isFresh(places: BuildPlaces, output: string, stamp: string, inputs: string): Promise<boolean> {
  const text = await readFile(stamp, 'utf8').catch(() => undefined);
  const isThere = (await exists(output)) && (await exists(join(places.dist, COMPACT_LICENSES)));
  if (text === undefined || !isThere) return false;
  const before = JSON.parse(text) as { inputs: string; sha256: string };
  return before.inputs === inputs && before.sha256 === (await sha256OfFile(output));
}
