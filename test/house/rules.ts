import { importsOf, packageOf, resolveOurs } from './imports.ts';
import { LAYERS, layerOf } from './layers.ts';

/** The project as the rules see it: path (relative, forward slashes) → text. */
export type Tree = ReadonlyMap<string, string>;

/** One place that breaks a rule. */
export interface Violation {
  readonly rule: string;
  readonly path: string;
  /** 1-based; 0 when the whole file is meant. */
  readonly line: number;
  readonly message: string;
}

/** A house rule: what it says, and who breaks it. */
export interface Rule {
  readonly name: string;
  readonly check: (tree: Tree) => Violation[];
}

/** Longer files have more than one job. Generated code does not count. */
export const FILE_LINES_MAX = 500;

const isGenerated = (path: string): boolean => path.includes('/generated/');
const isSource = (path: string): boolean =>
  path.endsWith('.ts') && !path.endsWith('.d.ts') && !isGenerated(path);
const isTest = (path: string): boolean => path.startsWith('test/') && /\.(test|vm)\.ts$/.test(path);

const layerImports: Rule = {
  name: 'a layer imports only what the folder table allows',
  check: (tree) =>
    eachImport(tree, layerImports, (path, specifier) => {
      const target = resolveOurs(path, specifier);
      const from = layerOf(path);
      if (target === undefined || from === undefined) return undefined;
      const to = layerOf(target);
      if (to === undefined || to === from || from.mayImport.includes(to.folder)) return undefined;
      return `${from.folder}/ may not import ${to.folder}/ (${specifier})`;
    }),
};

const knownFolders: Rule = {
  name: 'every source file stands in a folder of the table',
  check: (tree) =>
    [...tree.keys()]
      .filter((path) => isSource(path) && layerOf(path) === undefined)
      .map((path) => violation(knownFolders, path, 0, 'is in no layer of test/house/layers.ts')),
};

const purePackages: Rule = {
  name: 'a pure layer imports no built-in and only its listed packages',
  check: (tree) =>
    eachImport(tree, purePackages, (path, specifier) => {
      const layer = layerOf(path);
      if (!layer?.pure || resolveOurs(path, specifier) !== undefined) return undefined;
      const name = packageOf(specifier);
      return layer.packages?.includes(name)
        ? undefined
        : `${layer.folder}/ is pure and may not import ${name}`;
    }),
};

const IMPURE =
  /\b(?:Date\.now|new Date\(\s*\)|Math\.random|performance\.now|setTimeout|setInterval|setImmediate|process\.|globalThis)\b/;

const pureCode: Rule = {
  name: 'a pure layer uses no clock, timer, chance or process',
  check: (tree) =>
    eachLine(tree, pureCode, (path) => layerOf(path)?.pure === true, IMPURE, 'take it as an argument'),
};

const pureCompiler: Rule = {
  name: 'pure layers are compiled without any ambient types',
  check: (tree) =>
    LAYERS.filter(
      (layer) => layer.pure && [...tree.keys()].some((path) => path.startsWith(`${layer.folder}/`)),
    ).flatMap((layer) => {
      const path = `${layer.folder}/tsconfig.json`;
      const text = tree.get(path);
      const options =
        text === undefined ? undefined : (JSON.parse(text) as { compilerOptions?: object }).compilerOptions;
      const loosened = options === undefined || 'types' in options || 'lib' in options;
      return loosened
        ? [violation(pureCompiler, path, 0, 'must exist and must not set `types` or `lib`')]
        : [];
    }),
};

const ESCAPES =
  /@ts-(?:ignore|expect-error|nocheck)|(?:istanbul|c8|v8) ignore|biome-ignore-all|(?:eslint|oxlint)-disable/;

const noEscapes: Rule = {
  name: 'no check is switched off by a comment',
  check: (tree) =>
    eachLine(tree, noEscapes, (path) => !path.startsWith('test/house/'), ESCAPES, 'mend the cause instead'),
};

const SKIPPED =
  /\b(?:test|it|describe|suite|t)\.(?:skip|todo|only)\(|\b(?:skip|todo|only):\s*true\b|\b(?:skip|todo):\s*['"`]/;

const noSkips: Rule = {
  name: 'no test is skipped',
  check: (tree) =>
    eachLine(
      tree,
      noSkips,
      (path) => isTest(path) && !path.startsWith('test/house/'),
      SKIPPED,
      'a test that cannot run must fail',
    ),
};

const SLEEP = /\bsetTimeout\(|node:timers\/promises/;
const pureTests = /^test\/(?:protocol|kernelview|agent\/core)\//;

const noSleeps: Rule = {
  name: 'a test of pure code never sleeps',
  check: (tree) => eachLine(tree, noSleeps, (path) => pureTests.test(path), SLEEP, 'pass the time in'),
};

const fileLength: Rule = {
  name: `a source file has at most ${FILE_LINES_MAX} lines`,
  check: (tree) =>
    [...tree]
      .filter(([path, text]) => isSource(path) && text.split('\n').length > FILE_LINES_MAX)
      .map(([path]) => violation(fileLength, path, 0, 'give each job a file of its own')),
};

const fileNames: Rule = {
  name: 'source files are named in kebab-case',
  check: (tree) =>
    [...tree.keys()]
      .filter(
        (path) =>
          isSource(path) &&
          !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:test|vm))?\.ts$/.test(path.split('/').at(-1) ?? ''),
      )
      .map((path) => violation(fileNames, path, 0, 'rename it in kebab-case')),
};

/** Folders whose subfolders are of one kind, and the file that each of them must have. */
const SIBLINGS: ReadonlyMap<string, string> = new Map([
  ['companion/sources', 'source.ts'],
  ['companion/sinks', 'sink.ts'],
]);

const siblings: Rule = {
  name: 'folders of one kind have the same file names',
  check: (tree) =>
    [...SIBLINGS].flatMap(([parent, file]) => {
      const depth = parent.split('/').length;
      const inside = [...tree.keys()].filter(
        (path) => path.startsWith(`${parent}/`) && path.split('/').length > depth + 1,
      );
      const folders = new Set(
        inside.map((path) =>
          path
            .split('/')
            .slice(0, depth + 1)
            .join('/'),
        ),
      );
      return [...folders]
        .filter((folder) => !tree.has(`${folder}/${file}`))
        .map((folder) => violation(siblings, folder, 0, `has no ${file}, as its siblings have`));
    }),
};

const decisions: Rule = {
  name: 'every runtime dependency has a decision record',
  check: (tree) => {
    const manifest = JSON.parse(tree.get('package.json') ?? '{}') as {
      dependencies?: Record<string, string>;
    };
    const records = [...tree].filter(([path]) => path.startsWith('docs/decisions/')).map(([, text]) => text);
    return Object.keys(manifest.dependencies ?? {})
      .filter((name) => !records.some((text) => text.includes(`\`${name}\``)))
      .map((name) =>
        violation(decisions, 'package.json', 0, `no record in docs/decisions/ speaks of \`${name}\``),
      );
  },
};

/** All rules of the house. */
export const RULES: readonly Rule[] = [
  layerImports,
  knownFolders,
  purePackages,
  pureCode,
  pureCompiler,
  noEscapes,
  noSkips,
  noSleeps,
  fileLength,
  fileNames,
  siblings,
  decisions,
];

function violation(rule: Rule, path: string, line: number, message: string): Violation {
  return { rule: rule.name, path, line, message };
}

function eachImport(
  tree: Tree,
  rule: Rule,
  problemOf: (path: string, specifier: string) => string | undefined,
): Violation[] {
  const found: Violation[] = [];
  for (const [path, text] of tree) {
    if (!isSource(path)) continue;
    for (const { specifier, line } of importsOf(text)) {
      const message = problemOf(path, specifier);
      if (message !== undefined) found.push(violation(rule, path, line, message));
    }
  }
  return found;
}

function eachLine(
  tree: Tree,
  rule: Rule,
  applies: (path: string) => boolean,
  pattern: RegExp,
  advice: string,
): Violation[] {
  const found: Violation[] = [];
  for (const [path, text] of tree) {
    if (!isSource(path) || !applies(path)) continue;
    text.split('\n').forEach((line, index) => {
      const code = rule === noEscapes ? line : line.replace(/^\s*(?:\/\/|\*|\/\*).*$/, '');
      const match = pattern.exec(code);
      if (match) found.push(violation(rule, path, index + 1, `${match[0].trim()}: ${advice}`));
    });
  }
  return found;
}
