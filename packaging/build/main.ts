/** `scripts/build`: the composition root. */
import { join } from 'node:path';
import { makePackages } from '../packages/make-packages.ts';
import { buildCompact } from './build-compact.ts';
import { BuildError } from './build-error.ts';
import { type BuildPlaces, buildTargets, projectVersion } from './build-targets.ts';
import { writeChecksums } from './checksums.ts';
import { HELP, parseBuildOptions } from './options.ts';
import { buildPage } from './page.ts';

const say = (line: string): void => void process.stderr.write(`[build] ${line}\n`);

async function main(): Promise<number> {
  const request = parseBuildOptions(process.argv.slice(2));
  if (request.kind === 'help') {
    process.stdout.write(HELP);
    return 0;
  }
  if (request.kind === 'wrong') {
    process.stderr.write(`scripts/build: ${request.message}\n`);
    return 2;
  }
  const root = join(import.meta.dirname, '../..');
  const places: BuildPlaces = { root, cache: join(root, '.cache/build'), dist: join(root, 'dist') };
  const artifacts = await buildTargets(places, {
    targets: request.targets,
    force: request.force,
    page: () => buildPage(root),
    say,
  });
  const version = await projectVersion(root);
  const { compact, force } = request;
  artifacts.push(...(await buildCompact(places, { targets: compact, version, force, say })));
  await writeChecksums(places.dist);
  if (request.packages) await makePackages(places, say);
  if (request.json) process.stdout.write(`${JSON.stringify(artifacts, null, 2)}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`scripts/build: ${error instanceof BuildError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
