import { readFileSync } from 'node:fs';
import type { FileFailure, SystemFiles } from '#agent/core/snapshot/system-files.ts';

/** A recorded /proc and /sys: see test/agent/fixtures/README.md. */
interface Recorded {
  readonly files: Readonly<Record<string, string>>;
  readonly binary: Readonly<Record<string, string>>;
  readonly folders: Readonly<Record<string, readonly string[]>>;
}

/** /proc and /sys from memory. What it does not hold is `ENOENT`; `failures` gives other errors. */
export class FakeSystemFiles implements SystemFiles {
  readonly files = new Map<string, string | Uint8Array>();
  readonly folders = new Map<string, Set<string>>();
  readonly links = new Map<string, string>();
  /** Path → errno name. */
  readonly failures = new Map<string, string>();
  /** Paths in the order in which they were read or listed. */
  readonly asked: string[] = [];

  set(path: string, content: string | Uint8Array): this {
    this.files.set(path, content);
    this.#name(path);
    return this;
  }

  /** Forgets a file or a folder with all below it. */
  remove(path: string): this {
    for (const key of [...this.files.keys()]) if (isAt(key, path)) this.files.delete(key);
    for (const key of [...this.folders.keys()]) if (isAt(key, path)) this.folders.delete(key);
    const slash = path.lastIndexOf('/');
    this.folders.get(path.slice(0, slash))?.delete(path.slice(slash + 1));
    return this;
  }

  read(path: string, maxBytes: number): { readonly ok: true; readonly text: string } | FileFailure {
    const bytes = this.readBytes(path, maxBytes);
    return bytes.ok ? { ok: true, text: new TextDecoder().decode(bytes.bytes) } : bytes;
  }

  readBytes(path: string, maxBytes: number): { readonly ok: true; readonly bytes: Uint8Array } | FileFailure {
    this.asked.push(path);
    const code = this.failures.get(path);
    if (code !== undefined) return { ok: false, code };
    const content = this.files.get(path);
    if (content === undefined) return { ok: false, code: 'ENOENT' };
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return { ok: true, bytes: bytes.slice(0, maxBytes) };
  }

  list(path: string): { readonly ok: true; readonly names: readonly string[] } | FileFailure {
    this.asked.push(path);
    const code = this.failures.get(path);
    if (code !== undefined) return { ok: false, code };
    const names = this.folders.get(path);
    return names === undefined ? { ok: false, code: 'ENOENT' } : { ok: true, names: [...names] };
  }

  link(path: string): { readonly ok: true; readonly target: string } | FileFailure {
    const target = this.links.get(path);
    return target === undefined ? { ok: false, code: 'ENOENT' } : { ok: true, target };
  }

  /** Makes every folder above a path list it. */
  #name(path: string): void {
    for (let at = path; ; ) {
      const slash = at.lastIndexOf('/');
      const folder = at.slice(0, slash);
      const names = this.folders.get(folder) ?? new Set<string>();
      names.add(at.slice(slash + 1));
      this.folders.set(folder, names);
      if (folder === '') return;
      at = folder;
    }
  }
}

/** @param name a file of test/agent/fixtures, without its `.json` */
export function recordedSystemFiles(name: 'debian-6.1' | 'debian-6.12'): FakeSystemFiles {
  const url = new URL(`../agent/fixtures/${name}.json`, import.meta.url);
  const recorded = JSON.parse(readFileSync(url, 'utf8')) as Recorded;
  const fake = new FakeSystemFiles();
  for (const [path, text] of Object.entries(recorded.files)) fake.set(path, text);
  for (const [path, base64] of Object.entries(recorded.binary)) fake.set(path, Buffer.from(base64, 'base64'));
  for (const [folder, names] of Object.entries(recorded.folders)) {
    const known = fake.folders.get(folder) ?? new Set<string>();
    for (const item of names) known.add(item);
    fake.folders.set(folder, known);
  }
  return fake;
}

function isAt(key: string, path: string): boolean {
  return key === path || key.startsWith(`${path}/`);
}
