/**
 * The folder table of the design, as data: what each layer is, and what it may import.
 *
 * A layer is pure when it does no I/O and knows no clock, timer or chance: bytes, text, time and randomness
 * come in as arguments. The compiler enforces most of that (`types: []`, an ES-only `lib`); the rules in
 * `rules.ts` enforce the rest.
 */
export interface Layer {
  /** Folder relative to the root, without a slash at the end. */
  readonly folder: string;
  readonly pure: boolean;
  /** Folders of ours that it may import, besides itself. */
  readonly mayImport: readonly string[];
  /** Packages that a pure layer may import; every other layer may import any dependency. */
  readonly packages?: readonly string[];
}

/** Longest folder first: the first match is the layer of a file. */
export const LAYERS: readonly Layer[] = [
  { folder: 'protocol', pure: true, mayImport: [], packages: ['protobufjs', 'yaml', 'zod'] },
  { folder: 'kernelview', pure: true, mayImport: [], packages: [] },
  { folder: 'agent/core', pure: true, mayImport: ['protocol'], packages: ['zod'] },
  { folder: 'agent/platform/node', pure: false, mayImport: ['protocol', 'agent/core'] },
  { folder: 'agent/platform/quickjs', pure: false, mayImport: ['protocol', 'agent/core'] },
  { folder: 'companion/controller/page', pure: false, mayImport: ['protocol'] },
  { folder: 'companion', pure: false, mayImport: ['protocol', 'kernelview', 'companion/controller/page'] },
  { folder: 'packaging', pure: false, mayImport: ['protocol'] },
  { folder: 'bench', pure: false, mayImport: ['protocol', 'kernelview', 'companion', 'packaging', 'test'] },
  {
    folder: 'test',
    pure: false,
    mayImport: [
      'protocol',
      'kernelview',
      'agent/core',
      'agent/platform/node',
      'agent/platform/quickjs',
      'companion',
      'companion/controller/page',
      'packaging',
      'bench',
    ],
  },
];

/**
 * The layer that a file belongs to.
 * @param path relative to the root, with forward slashes
 */
export function layerOf(path: string): Layer | undefined {
  return LAYERS.find((layer) => path.startsWith(`${layer.folder}/`));
}
