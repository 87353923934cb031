import { closeSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import type { FileFailure, SystemFiles } from '#agent/core/snapshot/system-files.ts';
import { codeOf } from './error-code.ts';

/** Largest file that is read whole; the one buffer that all reads share has this size. */
const BUFFER_BYTES = 65_536;

/** A file of the kernel that has one record, or sysfs: a page, delivered by the first read call. */
const PAGE_BYTES = 4096;

/** /proc and /sys below a root folder: `/`, or a recorded tree in a test. */
export class NodeSystemFiles implements SystemFiles {
  readonly #prefix: string;
  readonly #buffer = Buffer.allocUnsafeSlow(BUFFER_BYTES);

  /** @param root absolute; a slash at its end does not matter */
  constructor(root: string) {
    this.#prefix = root.endsWith('/') ? root.slice(0, -1) : root;
  }

  read(path: string, maxBytes: number): { readonly ok: true; readonly text: string } | FileFailure {
    const length = this.#fill(path, maxBytes);
    return typeof length === 'number' ? { ok: true, text: this.#buffer.toString('utf8', 0, length) } : length;
  }

  readBytes(path: string, maxBytes: number): { readonly ok: true; readonly bytes: Uint8Array } | FileFailure {
    const length = this.#fill(path, maxBytes);
    if (typeof length !== 'number') return length;
    return { ok: true, bytes: Uint8Array.from(this.#buffer.subarray(0, length)) };
  }

  list(path: string): { readonly ok: true; readonly names: readonly string[] } | FileFailure {
    try {
      return { ok: true, names: readdirSync(this.#prefix + path) };
    } catch (error) {
      return { ok: false, code: codeOf(error) };
    }
  }

  link(path: string): { readonly ok: true; readonly target: string } | FileFailure {
    try {
      return { ok: true, target: readlinkSync(this.#prefix + path) };
    } catch (error) {
      return { ok: false, code: codeOf(error) };
    }
  }

  /** Fills the buffer from its start; gives the number of bytes. */
  #fill(path: string, maxBytes: number): number | FileFailure {
    const wanted = Math.min(maxBytes, BUFFER_BYTES);
    let descriptor: number | undefined;
    try {
      descriptor = openSync(this.#prefix + path, 'r');
      let length = readSync(descriptor, this.#buffer, 0, wanted, null);
      if (wanted <= PAGE_BYTES) return length;
      // seq_file gives whole records, a page at most with each call: only 0 means the end.
      for (let more = length; more > 0 && length < wanted; length += more) {
        more = readSync(descriptor, this.#buffer, length, wanted - length, null);
      }
      return length;
    } catch (error) {
      return { ok: false, code: codeOf(error) };
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }
}
