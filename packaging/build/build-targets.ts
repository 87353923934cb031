import { mkdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { type Bundle, bundleProgram } from './bundle.ts';
import { makeExecutables } from './executable.ts';
import { exists, sha256Of, sha256OfFile, writeWhole } from './files.ts';
import { collectLicenses } from './licenses.ts';
import { findNode, type NodeBinary } from './node-package.ts';
import { type CachedNode, prepareNode } from './pkg-cache.ts';
import type { Architecture, Program, Target } from './targets.ts';

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

/** One executable, and whether it must be made. */
interface Job {
  readonly target: Target;
  readonly architecture: Architecture;
  readonly node: NodeBinary;
  /** Absolute. */
  readonly output: string;
  /** See Stamp. */
  readonly inputs: string;
  readonly fresh: boolean;
}

async function buildProgram(places: BuildPlaces, order: BuildOrder, it: ProgramOrder): Promise<Artifact[]> {
  const { program } = it;
  order.say(`${program.name}: bundling ${program.entry}`);
  const bundle = await bundleProgram(program, { root: places.root, version: it.version, page: order.page });
  const jobs: Job[] = [];
  for (const target of it.targets) jobs.push(await planJob(places, order, target, bundle));
  const due = jobs.filter((job) => !job.fresh);
  const [first] = due;
  if (first !== undefined) {
    order.say(`${program.name}: making ${due.map((job) => job.target.output).join(', ')}`);
    const home = pkgHome(places);
    const nodeVersion = first.node.version;
    const common = { root: places.root, home, nodeVersion, execArgv: program.execArgv, bundle };
    await makeExecutables(common, due);
    const licenses = await collectLicenses(places.root, bundle.inputs, first.node.license);
    await writeWhole(join(places.dist, program.licenses), licenses);
    if (bundle.sourceMap !== undefined) {
      await writeWhole(join(places.dist, program.sourceMap), bundle.sourceMap);
    }
  }
  const artifacts: Artifact[] = [];
  for (const job of jobs) artifacts.push(await finishJob(places, order, job));
  return artifacts;
}

async function planJob(places: BuildPlaces, order: BuildOrder, target: Target, bundle: Bundle): Promise<Job> {
  const { architecture, program } = target;
  const node = await findNode(places.root, join(places.cache, 'node'), architecture);
  const inputs = fingerprint(bundle, program, await prepareNode(pkgHome(places), node));
  const fresh = !order.force && (await isFresh(places, target, inputs));
  return { target, architecture, node, inputs, fresh, output: join(places.dist, target.output) };
}

async function finishJob(places: BuildPlaces, order: BuildOrder, job: Job): Promise<Artifact> {
  const { target, inputs, fresh } = job;
  const sha256 = await sha256OfFile(job.output);
  if (!fresh) await writeStamp(places, target, { inputs, sha256 });
  const { size: bytes } = await stat(job.output);
  order.say(`${target.output}: ${(bytes / 1e6).toFixed(1)} MB${fresh ? ', unchanged' : ''}`);
  return { name: target.name, path: join('dist', target.output), bytes, sha256, made: !fresh };
}

const pkgHome = (places: BuildPlaces): string => join(places.cache, 'pkg-home');

function fingerprint(bundle: Bundle, program: Program, node: CachedNode): string {
  const assets = [...bundle.assets].map(([name, code]) => [name, sha256Of(code)]);
  return sha256Of(JSON.stringify([sha256Of(bundle.code), assets, program.execArgv, node.sha256, 1]));
}

async function isFresh(places: BuildPlaces, target: Target, inputs: string): Promise<boolean> {
  const output = join(places.dist, target.output);
  const text = await readFile(stampPath(places, target), 'utf8').catch(() => undefined);
  if (text === undefined || !(await exists(output))) return false;
  const stamp = JSON.parse(text) as Stamp;
  if (!(await exists(join(places.dist, target.program.licenses)))) return false;
  return stamp.inputs === inputs && stamp.sha256 === (await sha256OfFile(output));
}

async function writeStamp(places: BuildPlaces, target: Target, stamp: Stamp): Promise<void> {
  await mkdir(join(places.cache, 'stamps'), { recursive: true });
  await writeWhole(stampPath(places, target), JSON.stringify(stamp));
}

const stampPath = (places: BuildPlaces, target: Target): string =>
  join(places.cache, 'stamps', `${target.output}.json`);

/** What package.json says. */
export async function projectVersion(root: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  return manifest.version;
}
