import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { bundleProgram } from './bundle.ts';
import { makeExecutables } from './executable.ts';
import { exists, sha256Of, sha256OfFile, writeWhole } from './files.ts';
import { collectLicenses } from './licenses.ts';
import { findNode } from './node-package.ts';
import { type CachedNode, prepareNode } from './pkg-cache.ts';
import type { Program, Target } from './targets.ts';

/** Where the build reads and writes. */
export interface BuildPlaces {
  /** The project. */
  readonly root: string;
  /** Kept between builds. */
  readonly cache: string;
  /** Where the executables go. */
  readonly dist: string;
}

/** One executable in `dist/`. */
export interface Artifact {
  readonly name: string;
  /** Relative to the root. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Whether this run made it; false when nothing had changed. */
  readonly made: boolean;
}

/** What one build is to do. */
export interface BuildOrder {
  readonly targets: readonly Target[];
  readonly force: boolean;
  /** See BundleOptions. */
  readonly page: () => Promise<Record<string, string>>;
  readonly say: (line: string) => void;
}

interface Stamp {
  /** Of everything that decides what the executable is. */
  readonly inputs: string;
  /** Of the executable. */
  readonly sha256: string;
}

/**
 * Makes executables, leaving alone those whose inputs are as they were: the bundle, the flags, the stripped Node.js.
 * @throws BuildError
 */
export async function buildTargets(places: BuildPlaces, order: BuildOrder): Promise<Artifact[]> {
  const version = await projectVersion(places.root);
  const programs = [...new Set(order.targets.map((target) => target.program))];
  const artifacts: Artifact[] = [];
  for (const program of programs) {
    const targets = order.targets.filter((target) => target.program === program);
    artifacts.push(...(await buildProgram(places, order, { program, targets, version })));
  }
  return artifacts;
}

interface ProgramOrder {
  readonly program: Program;
  readonly targets: readonly Target[];
  readonly version: string;
}

async function buildProgram(places: BuildPlaces, order: BuildOrder, it: ProgramOrder): Promise<Artifact[]> {
  order.say(`${it.program.name}: bundling ${it.program.entry}`);
  const bundle = await bundleProgram(it.program, {
    root: places.root,
    version: it.version,
    page: order.page,
  });
  const home = join(places.cache, 'pkg-home');
  const jobs = [];
  let licenses = '';
  for (const target of it.targets) {
    const node = await findNode(places.root, join(places.cache, 'node'), target.architecture);
    const cached = await prepareNode(home, node);
    const inputs = fingerprint(bundle.code, it.program, cached);
    const output = join(places.dist, target.output);
    const fresh = !order.force && (await isFresh(places, target, inputs));
    licenses = await collectLicenses(places.root, bundle.inputs, node.license);
    jobs.push({ target, inputs, output, fresh, version: node.version, architecture: target.architecture });
  }
  const due = jobs.filter((job) => !job.fresh);
  const [first] = due;
  if (first !== undefined) {
    order.say(`${it.program.name}: making ${due.map((job) => job.target.output).join(', ')}`);
    const options = {
      root: places.root,
      home,
      nodeVersion: first.version,
      execArgv: it.program.execArgv,
      code: bundle.code,
    };
    await makeExecutables(options, due);
  }
  await mkdir(places.dist, { recursive: true });
  await writeWhole(join(places.dist, it.program.licenses), licenses);
  const artifacts: Artifact[] = [];
  for (const job of jobs) {
    const sha256 = await sha256OfFile(job.output);
    if (!job.fresh) await writeStamp(places, job.target, { inputs: job.inputs, sha256 });
    const { size } = await stat(job.output);
    order.say(`${job.target.output}: ${(size / 1e6).toFixed(1)} MB${job.fresh ? ', unchanged' : ''}`);
    artifacts.push({
      name: job.target.name,
      path: join('dist', job.target.output),
      bytes: size,
      sha256,
      made: !job.fresh,
    });
  }
  return artifacts;
}

function fingerprint(code: Uint8Array, program: Program, node: CachedNode): string {
  return sha256Of(JSON.stringify([sha256Of(code), program.execArgv, node.sha256, 1]));
}

async function isFresh(places: BuildPlaces, target: Target, inputs: string): Promise<boolean> {
  const output = join(places.dist, target.output);
  const text = await readFile(stampPath(places, target), 'utf8').catch(() => undefined);
  if (text === undefined || !(await exists(output))) return false;
  const stamp = JSON.parse(text) as Stamp;
  return stamp.inputs === inputs && stamp.sha256 === (await sha256OfFile(output));
}

async function writeStamp(places: BuildPlaces, target: Target, stamp: Stamp): Promise<void> {
  await mkdir(join(places.cache, 'stamps'), { recursive: true });
  await writeWhole(stampPath(places, target), JSON.stringify(stamp));
}

const stampPath = (places: BuildPlaces, target: Target): string =>
  join(places.cache, 'stamps', `${target.output}.json`);

async function projectVersion(root: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
