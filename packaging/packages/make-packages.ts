import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { stringify } from 'yaml';
import { BuildError } from '../build/build-error.ts';
import type { BuildPlaces } from '../build/build-targets.ts';
import { COMPACT_LICENSES } from '../build/compact-targets.ts';
import { exists, sha256Of, sha256OfFile, writeWhole } from '../build/files.ts';
import { runCommand } from '../build/run-command.ts';
import type { Architecture } from '../build/targets.ts';
import { ensureNfpm } from './nfpm.ts';
import {
  type Format,
  type PackageFacts,
  type PackageOrder,
  packageFile,
  planPackage,
} from './package-plan.ts';

const ARCHITECTURES: readonly Architecture[] = ['x64', 'arm64'];
/** The standard build is for glibc, which Alpine does not have. */
const STANDARD_FORMATS: readonly Format[] = ['deb', 'rpm'];
const FORMATS: readonly Format[] = ['deb', 'rpm', 'apk'];

/**
 * Makes every package in `dist/packages/`, with SHA256SUMS, from the executables in `dist/`; leaves alone what is as it was.
 * @throws BuildError
 */
export async function makePackages(places: BuildPlaces, say: (line: string) => void): Promise<void> {
  const { version } = JSON.parse(await readFile(join(places.root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = join(places.dist, 'packages');
  await mkdir(folder, { recursive: true });
  const orders = await listOrders(places.dist);
  const files = orders.map((order) => packageFile(order, version));
  const stamp = join(folder, '.inputs');
  const inputs = await fingerprint(places, orders);
  const current = await readFile(stamp, 'utf8').catch(() => '');
  if (current === inputs && (await allExist(folder, files))) {
    say(`packages: ${files.length}, unchanged`);
    return;
  }
  await rm(stamp, { force: true });
  for (const name of await readdir(folder)) await rm(join(folder, name), { recursive: true, force: true });
  await makeAll(places, { version, folder, orders, say });
  const sums: string[] = [];
  for (const file of files) sums.push(`${await sha256OfFile(join(folder, file))}  ${file}\n`);
  await writeWhole(join(folder, 'SHA256SUMS'), sums.join(''));
  await writeWhole(stamp, inputs);
  say(`packages: ${files.length} in dist/packages`);
}

interface Work {
  readonly version: string;
  readonly folder: string;
  readonly orders: readonly PackageOrder[];
  readonly say: (line: string) => void;
}

async function makeAll(places: BuildPlaces, it: Work): Promise<void> {
  const nfpm = await ensureNfpm(places.cache, it.say);
  const texts = await mkdtemp(join(tmpdir(), 'cherub-packages-'));
  try {
    const facts: PackageFacts = { root: places.root, version: it.version, texts };
    await writeTexts(facts);
    // Compression takes one core for each.
    const waiting = [...it.orders];
    const take = async (): Promise<void> => {
      for (let order = waiting.shift(); order !== undefined; order = waiting.shift()) {
        await makeOne(nfpm, facts, order, it.folder);
      }
    };
    await Promise.all(Array.from({ length: availableParallelism() }, take));
  } finally {
    await rm(texts, { recursive: true, force: true });
  }
}

async function makeOne(
  nfpm: string,
  facts: PackageFacts,
  order: PackageOrder,
  folder: string,
): Promise<void> {
  const file = packageFile(order, facts.version);
  const config = join(facts.texts, `${file}.yaml`);
  await writeFile(config, stringify(planPackage(order, facts)));
  const args = ['package', '--config', config, '--packager', order.format, '--target', join(folder, file)];
  await runCommand(nfpm, args, { timeoutMs: 300_000 });
}

/** What is derived from files that stand elsewhere. */
async function writeTexts(facts: PackageFacts): Promise<void> {
  const packaging = join(facts.root, 'packaging');
  const unit = await readFile(join(packaging, 'systemd/cherub-agent.service'), 'utf8');
  await writeFile(
    join(facts.texts, 'cherub-agent.service'),
    unit.replace('/usr/local/bin/cherub-agent', '/usr/bin/cherub-agent'),
  );
  const page = await readFile(join(packaging, 'man/cherub-agent.8'));
  await writeFile(join(facts.texts, 'cherub-agent.8.gz'), gzipSync(page, { level: 9 }));
}

async function listOrders(dist: string): Promise<PackageOrder[]> {
  const orders: PackageOrder[] = [];
  for (const architecture of ARCHITECTURES) {
    const standard = join(dist, `cherub-agent-linux-${architecture}`);
    const compact = join(dist, `cherub-agent-compact-linux-${architecture}`);
    if (!(await exists(standard))) throw new BuildError(`${standard} is missing; make it with scripts/build`);
    for (const format of STANDARD_FORMATS) {
      orders.push({
        name: 'cherub-agent-standard',
        format,
        architecture,
        binary: standard,
        licenses: join(dist, 'cherub-agent.LICENSES.txt'),
      });
    }
    if (!(await exists(compact))) continue;
    const licenses = join(dist, COMPACT_LICENSES);
    for (const format of FORMATS) {
      orders.push({ name: 'cherub-agent', format, architecture, binary: compact, licenses });
    }
  }
  for (const format of FORMATS) {
    orders.push({
      name: 'cherub-agent-cron',
      format,
      architecture: 'all',
      binary: undefined,
      licenses: undefined,
    });
  }
  return orders;
}

/** Of everything that decides what the packages are. */
async function fingerprint(places: BuildPlaces, orders: readonly PackageOrder[]): Promise<string> {
  const sums: string[] = [];
  const folder = join(places.root, 'packaging');
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && !path.includes('/build/')) sums.push(`${path}:${await sha256OfFile(path)}`);
  }
  for (const binary of new Set(orders.map((order) => order.binary))) {
    if (binary !== undefined) sums.push(`${binary}:${await sha256OfFile(binary)}`);
  }
  sums.push(await sha256OfFile(join(places.root, 'package.json')));
  return sha256Of(JSON.stringify([orders, sums.sort()]));
}

async function allExist(folder: string, files: readonly string[]): Promise<boolean> {
  for (const file of files) if (!(await exists(join(folder, file)))) return false;
  return true;
}
