import { open, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import { KernelSymbols } from './kernel-symbols.ts';
import { SymbolTable } from './symbol-table.ts';

export type FoundSymbols =
  | { readonly ok: true; readonly symbols: KernelSymbols }
  /** One line for a person: what is missing. */
  | { readonly ok: false; readonly reason: string };

/** Finds the symbols of a guest's kernel on this host. Never rejects. */
export interface SymbolSource {
  /** @param inventory what the guest's agent told while it was healthy */
  find(inventory: cherub.Inventory.$Properties | undefined): Promise<FoundSymbols>;
}

/** Where distributions put them: the kernel's package, and that with its debug symbols. */
const SYSTEM_PATHS: readonly string[] = ['/boot', '/usr/lib/debug/boot'];

/** A System.map has 5 to 10 MiB. */
const MAP_BYTES_MAX = 64 * 1024 * 1024;
/** Guests of one node run few kernels; each table has some 10 MiB. */
const TABLES_MAX = 2;
const NAMES_MAX = 10_000;

/**
 * @param paths System.map files, or folders with them, as the config names them; docs/specs/diagnostic-scripts.md has the names
 * that are looked for. Then come the places of the system.
 */
export function createSymbolSource(
  paths: readonly string[],
  systemPaths: readonly string[] = SYSTEM_PATHS,
): SymbolSource {
  return new FileSymbols([...paths, ...systemPaths]);
}

class FileSymbols implements SymbolSource {
  readonly #paths: readonly string[];
  /** By file and its time of change, so that a file that is replaced is read again. */
  readonly #tables = new Map<string, Promise<SymbolTable | string>>();

  constructor(paths: readonly string[]) {
    this.#paths = paths;
  }

  async find(inventory: cherub.Inventory.$Properties | undefined): Promise<FoundSymbols> {
    const kernel = readIdentity(inventory);
    if (typeof kernel === 'string') return { ok: false, reason: kernel };
    const refused: string[] = [];
    for (const file of await this.#files(kernel)) {
      const table = await this.#table(file);
      if (table === undefined) continue;
      const symbols = typeof table === 'string' ? table : KernelSymbols.at(table, kernel.textAddress, file);
      if (typeof symbols !== 'string') return { ok: true, symbols };
      refused.push(typeof table === 'string' ? `${file}: ${symbols}` : symbols);
    }
    const [why] = refused;
    return { ok: false, reason: why ?? notFound(kernel, this.#paths) };
  }

  async #files(kernel: KernelIdentity): Promise<string[]> {
    const found: string[] = [];
    for (const path of this.#paths) {
      const entry = await stat(path).catch(() => undefined);
      if (entry?.isDirectory() === true) found.push(...(await filesIn(path, kernel)));
      else if (entry !== undefined && names(basename(path), kernel)) found.push(path);
    }
    return found;
  }

  async #table(file: string): Promise<SymbolTable | string | undefined> {
    const entry = await stat(file).catch(() => undefined);
    if (entry === undefined || !entry.isFile()) return undefined;
    const key = `${file}:${entry.ino}:${entry.mtimeMs}:${entry.size}`;
    const known = this.#tables.get(key);
    if (known !== undefined) return known;
    const table = readTable(file);
    this.#tables.set(key, table);
    for (const old of this.#tables.keys()) if (this.#tables.size > TABLES_MAX) this.#tables.delete(old);
    return table;
  }
}

interface KernelIdentity {
  readonly release: string;
  /** Lower-case hex; empty when the guest did not tell. */
  readonly buildId: string;
  readonly textAddress: bigint;
}

/** The inventory is a guest's word: nothing of it may lead out of a folder. */
function readIdentity(inventory: cherub.Inventory.$Properties | undefined): KernelIdentity | string {
  if (inventory === undefined) {
    return 'the guest has no agent that told which kernel it runs and where it lies: addresses stay addresses';
  }
  const release = inventory.kernelRelease ?? '';
  const buildId = (inventory.kernelBuildId ?? '').toLowerCase();
  if (!/^[A-Za-z0-9][\w.+~-]{0,127}$/u.test(release))
    return 'the guest did not tell the release of its kernel';
  const text = /^(?:0x)?([0-9a-f]{1,16})$/iu.exec(inventory.kernelTextAddress ?? '')?.[1] ?? '0';
  const textAddress = BigInt(`0x${text}`);
  if (textAddress === 0n) {
    return 'the guest did not tell where its kernel lies (kernel.kptr_restrict hides it): addresses stay addresses';
  }
  return { release, buildId: /^[0-9a-f]{8,128}$/u.test(buildId) ? buildId : '', textAddress };
}

function names(name: string, { release, buildId }: KernelIdentity): boolean {
  return name === `System.map-${release}` || (buildId !== '' && name.includes(buildId));
}

/** The build id is exact, so it comes first; a release may have been built twice. */
async function filesIn(folder: string, kernel: KernelIdentity): Promise<string[]> {
  const listed = (await readdir(folder).catch((): string[] => [])).slice(0, NAMES_MAX);
  const own = listed.filter((name) => names(name, kernel));
  const exact = own.filter((name) => kernel.buildId !== '' && name.includes(kernel.buildId));
  const sorted = [...exact, ...own.filter((name) => !exact.includes(name))];
  const below = [kernel.buildId, kernel.release]
    .filter((name) => listed.includes(name))
    .map((name) => join(folder, name, 'System.map'));
  return [...sorted.map((name) => join(folder, name)), ...below];
}

async function readTable(file: string): Promise<SymbolTable | string> {
  try {
    const handle = await open(file, 'r');
    try {
      const { size } = await handle.stat();
      if (size > MAP_BYTES_MAX) return `it has ${size} bytes, more than any System.map`;
      return SymbolTable.parse((await handle.readFile()).toString('latin1'));
    } finally {
      await handle.close();
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function notFound({ release, buildId }: KernelIdentity, paths: readonly string[]): string {
  const build = buildId === '' ? '' : ` (build ${buildId})`;
  return `no System.map of kernel ${release}${build} in ${paths.join(', ')}: addresses stay addresses`;
}
