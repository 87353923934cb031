import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { GuestError } from '../guest/guest-error.ts';
import { runTool } from '../guest/run-tool.ts';

/** A module, ready for insmod. */
export interface KernelModule {
  /** With underscores, as the kernel calls it. */
  readonly name: string;
  /** An ELF object, not compressed. */
  readonly content: Uint8Array;
}

/**
 * Reads modules and everything that they depend on, in an order in which insmod can load them. What is built
 * into the kernel is left out. The dependencies come from the modules themselves (`depends=` in their
 * .modinfo section, Linux `scripts/mod/modpost.c`), because modules.dep exists only after an installation.
 *
 * @param folder a `lib/modules/RELEASE` tree
 * @throws GuestError `image` for a name that the kernel does not have
 */
export async function readModules(folder: string, names: readonly string[]): Promise<KernelModule[]> {
  const files = await moduleFiles(folder);
  const builtin = new Set(
    (await readFile(join(folder, 'modules.builtin'), 'utf8')).split('\n').map((line) => moduleName(line)),
  );
  const ordered = new Map<string, KernelModule>();
  const visit = async (name: string): Promise<void> => {
    if (ordered.has(name) || builtin.has(name)) return;
    const file = files.get(name);
    if (file === undefined) throw new GuestError('image', `the kernel in ${folder} has no module ${name}`);
    const content = await readModule(file);
    for (const need of dependencies(content)) await visit(need);
    ordered.set(name, { name, content });
  };
  for (const name of names) await visit(moduleName(name));
  return [...ordered.values()];
}

async function moduleFiles(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true });
  return new Map(
    entries
      .filter((path) => /\.ko(\.[a-z]+)?$/.test(path))
      .map((path) => [moduleName(path), join(folder, path)]),
  );
}

function moduleName(path: string): string {
  const base = path.slice(path.lastIndexOf('/') + 1);
  return base.replace(/\.ko(\.[a-z]+)?$/, '').replaceAll('-', '_');
}

/** trixie and later compress their modules, and busybox's insmod cannot read them. */
async function readModule(file: string): Promise<Uint8Array> {
  if (file.endsWith('.ko')) return readFile(file);
  const tool = file.endsWith('.xz') ? 'xz' : 'zstd';
  return runTool(tool, ['-dc', file]);
}

function dependencies(content: Uint8Array): string[] {
  const match = /\0depends=([^\0]*)\0/.exec(Buffer.from(content).toString('latin1'));
  return (match?.[1] ?? '')
    .split(',')
    .filter((name) => name !== '')
    .map(moduleName);
}
