import * as z from 'zod/mini';
import type { StubAddress } from './socket-exchange.ts';

const text = z.string().check(z.minLength(1));

/** How the vCPUs of a VM are looked at through QEMU's gdb stub, as the config writes it. */
export const gdbOptionsShape = z
  .strictObject({
    /** A stub that is open already: the path of a unix socket, or HOST:PORT. Default: one is opened through QMP when needed. */
    stub: z.optional(text),
    /** For the way through QMP: where its two files stand; default the folder of the QMP socket. */
    folder: z.optional(text),
    /** The same folder, as QEMU sees it when it runs in another mount namespace. */
    folderInQemu: z.optional(text),
  })
  .check(
    z.refine((value) => value.folderInQemu === undefined || value.folder !== undefined, {
      error: 'folderInQemu needs folder: the same place as the companion sees it',
      when: () => true,
    }),
    z.refine((value) => value.stub === undefined || parseStub(value.stub) !== undefined, {
      error: 'stub must be an absolute path or HOST:PORT',
      when: () => true,
    }),
  );

/** What the source needs to know; paths are absolute. */
export interface GdbOptions {
  readonly stub?: StubAddress;
  readonly folder?: string;
  readonly folderInQemu?: string;
}

export function parseStub(stub: string): StubAddress | undefined {
  if (stub.startsWith('/')) return { path: stub };
  const match = /^(?<host>[A-Za-z0-9.-]+|\[[0-9a-fA-F:]+\]):(?<port>\d{1,5})$/u.exec(stub)?.groups;
  const port = Number(match?.['port']);
  if (match?.['host'] === undefined || !(port > 0 && port < 65_536)) return undefined;
  return { host: match['host'].replace(/^\[|\]$/gu, ''), port };
}
