import * as native from 'cherub:native';
import * as os from 'qjs:os';
import type { FileFailure, SystemFiles } from '#agent/core/snapshot/system-files.ts';
import { errnoName } from '../process/errno-name.ts';

const failure = (errno: number): FileFailure => ({ ok: false, code: errnoName(errno) });

/** /proc and /sys of this machine. */
export class ProcFiles implements SystemFiles {
  read(path: string, maxBytes: number): { readonly ok: true; readonly text: string } | FileFailure {
    const text = native.readText(path, maxBytes);
    return typeof text === 'number' ? failure(text) : { ok: true, text };
  }

  readBytes(path: string, maxBytes: number): { readonly ok: true; readonly bytes: Uint8Array } | FileFailure {
    const bytes = native.readBytes(path, maxBytes);
    return typeof bytes === 'number' ? failure(bytes) : { ok: true, bytes: new Uint8Array(bytes) };
  }

  list(path: string): { readonly ok: true; readonly names: readonly string[] } | FileFailure {
    const [names, errno] = os.readdir(path);
    if (errno !== 0) return failure(errno);
    return { ok: true, names: names.filter((name) => name !== '.' && name !== '..') };
  }

  link(path: string): { readonly ok: true; readonly target: string } | FileFailure {
    const [target, errno] = os.readlink(path);
    return errno === 0 ? { ok: true, target } : failure(errno);
  }
}
