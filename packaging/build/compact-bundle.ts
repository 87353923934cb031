import { join } from 'node:path';
import { build, type Metafile, type Plugin } from 'esbuild';

/** The pieces of bytecode in the compact agent, with the file that each begins with. */
const PIECES = {
  resident: 'run/main.ts',
  tools: 'cli/main.ts',
  yaml: 'config/yaml-piece.ts',
} as const;

export type CompactPiece = keyof typeof PIECES;

/** One piece as the text of an ES module, and the files that went in, relative to the root. */
export interface CompactBundle {
  readonly piece: CompactPiece;
  readonly code: string;
  readonly inputs: readonly string[];
}

/** Bundles the compact agent for its engine, which has no modules but its own. */
export async function bundleCompact(root: string, version: string): Promise<CompactBundle[]> {
  const pieces = Object.keys(PIECES) as CompactPiece[];
  return Promise.all(pieces.map((piece) => bundlePiece(root, version, piece)));
}

async function bundlePiece(root: string, version: string, piece: CompactPiece): Promise<CompactBundle> {
  const platform = join(root, 'agent/platform/quickjs');
  const result = await build({
    absWorkingDir: root,
    entryPoints: [join(platform, PIECES[piece])],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: 'es2022',
    outfile: `${piece}.js`,
    mainFields: ['module', 'main'],
    external: ['qjs:*', 'cherub:native'],
    minify: true,
    charset: 'ascii',
    legalComments: 'none',
    logLevel: 'silent',
    define: { __CHERUB_VERSION__: JSON.stringify(version) },
    inject: [join(platform, 'native/text-decoder.ts')],
    // protobufjs takes it when it is there; numbers are all that our messages hold.
    alias: { long: join(root, 'packaging/build/shims/absent.ts') },
    plugins: piece === 'yaml' ? [] : [yamlLater(join(platform, 'config/read-yaml-later.ts'))],
  });
  const { inputs } = result.metafile as Metafile;
  return { piece, code: result.outputFiles?.[0]?.text ?? '', inputs: Object.keys(inputs) };
}

function yamlLater(standIn: string): Plugin {
  return {
    name: 'YAML later',
    setup(build) {
      build.onResolve({ filter: /\/read-yaml\.ts$/ }, () => ({ path: standIn }));
    },
  };
}
