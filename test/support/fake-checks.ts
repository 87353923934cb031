import type { CheckPort, HttpEnd, ProgramEnd } from '#agent/core/checks/check-port.ts';
import type { SystemFiles } from '#agent/core/snapshot/system-files.ts';
import { encodeUtf8 } from '#protocol/bytes/utf8.ts';

const MISSING = { ok: false, code: 'ENOENT' } as const;

interface FakeFile {
  readonly text?: string;
  readonly bytes?: Uint8Array;
  readonly modifiedUs?: number;
  /** Asked for, it never answers. */
  readonly hangs?: boolean;
  readonly code?: string;
}

/** A machine for checks, made of what a test puts in. */
export class FakeChecks implements CheckPort {
  /** Text by path under /proc and /sys; a folder is there when something is below it. */
  readonly system = new Map<string, string>();
  readonly files = new Map<string, FakeFile>();
  readonly commands: (readonly string[])[] = [];
  readonly urls: string[] = [];
  program: () => Promise<ProgramEnd> = async () => ({ kind: 'ended', code: 0, output: '' });
  answer: () => Promise<HttpEnd> = async () => ({ kind: 'answered', status: 200, body: '' });

  readonly proc: SystemFiles = {
    read: (path, maxBytes) => {
      const text = this.system.get(path);
      return text === undefined ? MISSING : { ok: true, text: text.slice(0, maxBytes) };
    },
    readBytes: () => MISSING,
    list: (path) => namesBelow([...this.system.keys()], path),
    link: () => MISSING,
  };

  readonly get: NonNullable<CheckPort['get']> = (url) => {
    this.urls.push(url);
    return this.answer();
  };

  readonly readPart: CheckPort['readPart'] = (path) =>
    this.#ask(path, ({ text = '', bytes }) => ({ ok: true, bytes: bytes ?? encodeUtf8(text) }));

  readonly modified: CheckPort['modified'] = (path) =>
    this.#ask(path, ({ text = '', modifiedUs = 0 }) => ({ ok: true, modifiedUs, sizeBytes: text.length }));

  readonly list: CheckPort['list'] = async (path) => namesBelow([...this.files.keys()], path);

  readonly run: CheckPort['run'] = (command) => {
    this.commands.push(command);
    return this.program();
  };

  /** A process, running unless another state is given. */
  addProcess(pid: number, comm: string, state = 'S'): void {
    const numbers = Array<number>(48).fill(1).join(' ');
    this.system.set(`/proc/${pid}/stat`, `${pid} (${comm}) ${state} ${numbers}`);
  }

  #ask<T>(path: string, give: (file: FakeFile) => T): Promise<T | { ok: false; code: string }> {
    const file = this.files.get(path);
    if (file?.hangs === true) return new Promise(() => {});
    if (file === undefined) return Promise.resolve(MISSING);
    return Promise.resolve(file.code === undefined ? give(file) : { ok: false, code: file.code });
  }
}

function namesBelow(
  paths: readonly string[],
  folder: string,
): { ok: true; names: string[] } | { ok: false; code: string } {
  const prefix = `${folder}/`;
  const below = paths.filter((path) => path.startsWith(prefix));
  const names = new Set(below.map((path) => path.slice(prefix.length).split('/', 1)[0] ?? ''));
  return below.length === 0 ? MISSING : { ok: true, names: [...names] };
}
