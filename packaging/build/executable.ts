import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { PkgJob } from '../pkg/job.ts';
import type { Bundle } from './bundle.ts';
import { runCommand } from './run-command.ts';
import type { Architecture } from './targets.ts';

/** One executable to make. */
export interface ExecutableOrder {
  readonly architecture: Architecture;
  /** Where it goes, absolute. */
  readonly output: string;
}

/** What all executables of one call have in common. */
export interface ExecutableOptions {
  readonly root: string;
  /** `$HOME` of pkg, with the Node.js of each architecture in its cache. */
  readonly home: string;
  readonly nodeVersion: string;
  readonly execArgv: readonly string[];
  readonly bundle: Pick<Bundle, 'code' | 'assets'>;
}

/**
 * Injects a bundled program into Node.js by pkg, for every architecture in one call.
 * @throws BuildError with what pkg said; no output is left half written
 */
export async function makeExecutables(
  options: ExecutableOptions,
  orders: readonly ExecutableOrder[],
): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), 'cherub-build-'));
  try {
    const bundle = join(work, 'program.cjs');
    await writeFile(bundle, options.bundle.code);
    const assets: Record<string, string> = {};
    for (const [name, code] of options.bundle.assets) {
      const file = join(work, `asset-${Object.keys(assets).length}.cjs`);
      await writeFile(file, code);
      assets[name] = file;
    }
    for (const { output } of orders) await mkdir(dirname(output), { recursive: true });
    const parts = orders.map(({ architecture, output }) => ({ architecture, output: `${output}.part` }));
    const job: PkgJob = {
      bundle,
      assets,
      execArgv: options.execArgv,
      nodeVersion: options.nodeVersion,
      executables: parts,
    };
    await runCommand(process.execPath, [join(options.root, 'packaging/pkg/main.ts'), JSON.stringify(job)], {
      cwd: options.root,
      env: { ...process.env, HOME: options.home, TMPDIR: work },
      timeoutMs: 600_000,
    });
    for (const { output } of orders) {
      await chmod(`${output}.part`, 0o755);
      await rename(`${output}.part`, output);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
    for (const { output } of orders) await rm(`${output}.part`, { force: true });
  }
}
