import { join, resolve } from 'node:path';
import { type BuildOptions, build, type Metafile } from 'esbuild';
import { loadAsAsset } from './load-as-asset.ts';
import { replaceModules } from './replace-modules.ts';
import type { Program } from './targets.ts';

/** A whole program as one CommonJS text. */
export interface Bundle {
  readonly code: Uint8Array;
  /** Tells which line of our sources a place in the code is; only where names are shortened. */
  readonly sourceMap: string | undefined;
  /** Packages that the program loads from its executable when it needs them, by name, each as one CommonJS text. */
  readonly assets: ReadonlyMap<string, Uint8Array>;
  /** The files that went in, relative to the root. */
  readonly inputs: readonly string[];
  /** What it still loads at run time: Node's own modules. */
  readonly externals: readonly string[];
}

/** What goes into a program besides its source. */
export interface BundleOptions {
  /** The project. */
  readonly root: string;
  /** What the program says it is. */
  readonly version: string;
  /** The built page of the controller, as definitions for esbuild; asked for by programs that carry it. */
  readonly page: () => Promise<Record<string, string>>;
}

interface Piece {
  readonly code: Uint8Array;
  readonly sourceMap: string | undefined;
  readonly inputs: readonly string[];
  readonly externals: readonly string[];
}

/** Bundles a program with esbuild. */
export async function bundleProgram(program: Program, options: BundleOptions): Promise<Bundle> {
  const { root, version } = options;
  const assets = new Map<string, Piece>();
  for (const name of program.packagesOnDemand) {
    assets.set(
      name,
      await bundlePiece(root, { stdin: { contents: `module.exports=require('${name}')`, resolveDir: root } }),
    );
  }
  const main = await bundlePiece(root, {
    entryPoints: [resolve(root, program.entry)],
    banner: { js: environmentBanner(program) },
    define: {
      __CHERUB_BUNDLED__: 'true',
      __CHERUB_VERSION__: JSON.stringify(version),
      ...(program.withoutIntl ? { 'Intl.DateTimeFormat': 'CherubDateTimeFormat' } : {}),
      ...(program.withPage ? await options.page() : {}),
    },
    inject: program.withoutIntl ? [join(root, 'packaging/build/shims/date-time-format.ts')] : [],
    plugins: [...program.packagesOnDemand.map(loadAsAsset), replaceModules(root, program.replacedModules)],
    minifyIdentifiers: program.minifyNames,
    sourcemap: program.minifyNames ? 'external' : false,
    sourcesContent: false,
  });
  const pieces = [main, ...assets.values()];
  return {
    code: main.code,
    sourceMap: main.sourceMap,
    assets: new Map([...assets].map(([name, piece]) => [name, piece.code])),
    inputs: [...new Set(pieces.flatMap((piece) => piece.inputs))].filter((path) => path.includes('/')),
    externals: [...new Set(pieces.flatMap((piece) => piece.externals))].sort(),
  };
}

async function bundlePiece(root: string, options: BuildOptions): Promise<Piece> {
  const result = await build({
    absWorkingDir: root,
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    outfile: 'bundle.cjs',
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'none',
    logLevel: 'silent',
    alias: {
      // Its ES module entry computes a path from import.meta.url, which a CommonJS bundle does not have.
      'node-cron': join(root, 'node_modules/node-cron/dist/node-cron.cjs'),
      // systeminformation asks for them on macOS only, and lives without them.
      'macos-temperature-sensor': join(root, 'packaging/build/shims/absent.ts'),
      'osx-temperature-sensor': join(root, 'packaging/build/shims/absent.ts'),
    },
    ...options,
  });
  const output = (ending: string): string | undefined =>
    result.outputFiles?.find((file) => file.path.endsWith(ending))?.text;
  const code = Buffer.from(escapeNonAscii(output('.cjs') ?? ''), 'latin1');
  const { inputs, outputs } = result.metafile as Metafile;
  const imports = Object.values(outputs).flatMap((output) => output.imports);
  const externals = imports.filter((each) => each.external).map((each) => each.path);
  return { code, sourceMap: output('.cjs.map'), inputs: Object.keys(inputs), externals };
}

/** libuv reads its pool size when the pool is first used, so a line at the top of the program is early enough. */
function environmentBanner(program: Program): string {
  return Object.entries(program.environment)
    .map(([name, value]) => `process.env.${name}??=${JSON.stringify(value)};`)
    .join('');
}

/**
 * Writes what is not ASCII as `\\uXXXX`, in the one place where esbuild leaves it (regular expressions): a single such
 * character makes V8 keep the whole source with two bytes for each character.
 */
export function escapeNonAscii(code: string): string {
  return code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
