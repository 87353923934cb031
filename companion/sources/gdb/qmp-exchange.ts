import { open } from 'node:fs/promises';
import { wait } from '../../delivery/wait.ts';
import { humanMonitor } from '../qmp/actions.ts';
import type { QmpFailure, QmpPort } from '../qmp/qmp-port.ts';
import { queryChardevs } from '../qmp/queries.ts';
import type { Exchanged, GdbExchange, GdbFailure } from './exchange.ts';
import { type ExchangeFolder, makeExchangeFolder } from './exchange-folder.ts';
import { ReplyReader } from './reply-reader.ts';
import type { GdbScript } from './script.ts';

/** Our character device in QEMU. */
const CHARDEV_ID = 'cherub-gdb';
/** The one that QEMU makes itself for `-gdb` and `gdbserver`. */
const FOREIGN_CHARDEV_ID = 'gdb';
const POLL_MS_FIRST = 1;
const POLL_MS_MAX = 50;
const CLEAN_UP_MS = 2000;

export interface QmpExchangeOptions {
  readonly qmp: QmpPort;
  /** The path of the socket, as the companion sees it. */
  readonly qmpSocket: string;
  /** Where the two files of an exchange stand; default the folder of the socket. */
  readonly folder?: string | undefined;
  /** The same folder as QEMU sees it; default the same. */
  readonly folderInQemu?: string | undefined;
  /** Milliseconds since 1970. */
  readonly wallMs: () => number;
}

/**
 * Through QMP, without a connection: QEMU opens a stub on a character device that reads the script from one file and
 * writes its replies to another. It stops the guest, works through the script with the detach at its end, and lets the
 * guest go on, all by itself: a companion that is killed at any moment changes nothing.
 */
export function qmpExchange(o: QmpExchangeOptions): GdbExchange {
  return async (script, limits) => {
    let folder: ExchangeFolder;
    try {
      folder = await makeExchangeFolder(o.qmpSocket, o.folder, script.bytes, o.wallMs());
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      return { ok: false, problem: 'refused', detail: `no place for the files of gdb: ${reason}` };
    }
    try {
      return await exchange(o, folder, script, limits);
    } finally {
      await folder.remove();
    }
  };
}

async function exchange(
  o: QmpExchangeOptions,
  folder: ExchangeFolder,
  script: GdbScript,
  limits: { readonly deadlineMs: number; readonly signal: AbortSignal },
): Promise<Exchanged> {
  const signal = AbortSignal.any([limits.signal, AbortSignal.timeout(limits.deadlineMs)]);
  const failed = (await makeRoom(o.qmp, signal)) ?? (await openStub(o, folder, signal));
  if (failed !== undefined) return failed;
  try {
    return await readReplies(folder, script, signal);
  } finally {
    // Also after a deadline; a stub that stays open would keep others from opening theirs.
    await humanMonitor(o.qmp, 'gdbserver none', { deadlineMs: CLEAN_UP_MS });
  }
}

/** What an earlier companion left is taken away; what is somebody else's is left alone. */
async function makeRoom(qmp: QmpPort, signal: AbortSignal): Promise<GdbFailure | undefined> {
  const chardevs = await queryChardevs(qmp, { signal });
  if (!chardevs.ok) return fromQmp(chardevs);
  if (chardevs.value.some(({ label }) => label === FOREIGN_CHARDEV_ID)) {
    const detail = 'a gdb stub is open on this VM already; close it first (monitor command gdbserver none)';
    return { ok: false, problem: 'busy', detail };
  }
  if (chardevs.value.some(({ label }) => label === CHARDEV_ID)) {
    // With a stub on it QEMU removes it with the stub; the second command then fails, which is as good.
    await humanMonitor(qmp, 'gdbserver none', { signal });
    await qmp.execute('chardev-remove', { id: CHARDEV_ID }, { signal });
  }
  return undefined;
}

async function openStub(
  o: QmpExchangeOptions,
  folder: ExchangeFolder,
  signal: AbortSignal,
): Promise<GdbFailure | undefined> {
  const seenByQemu = (path: string): string => {
    if (o.folder === undefined || o.folderInQemu === undefined) return path;
    return `${o.folderInQemu}${path.slice(o.folder.length)}`;
  };
  const data = { out: seenByQemu(folder.replyPath), in: seenByQemu(folder.scriptPath), append: true };
  const added = await o.qmp.execute(
    'chardev-add',
    { id: CHARDEV_ID, backend: { type: 'file', data } },
    { signal },
  );
  if (!added.ok) return fromQmp(added);
  const opened = await humanMonitor(o.qmp, `gdbserver chardev:${CHARDEV_ID}`, { signal });
  if (!opened.ok) return fromQmp(opened);
  if (opened.value.startsWith('Waiting for gdb connection')) return undefined;
  await o.qmp.execute('chardev-remove', { id: CHARDEV_ID }, { deadlineMs: CLEAN_UP_MS });
  const words = opened.value
    .replace(/[^\x20-\x7e]+/gu, ' ')
    .trim()
    .slice(0, 200);
  return { ok: false, problem: 'refused', detail: `QEMU opens no gdb stub: ${words}` };
}

/** Reads what grows in the reply file until everything is there. The file may be a liar's: bounded by the script. */
async function readReplies(
  folder: ExchangeFolder,
  script: GdbScript,
  signal: AbortSignal,
): Promise<Exchanged> {
  const reader = new ReplyReader(script);
  const file = await open(folder.replyPath, 'r');
  try {
    const buffer = Buffer.alloc(64 * 1024);
    for (let pollMs = POLL_MS_FIRST; !signal.aborted; ) {
      const { bytesRead } = await file.read(buffer, 0, buffer.length);
      if (bytesRead === 0) {
        await wait(pollMs, signal);
        pollMs = Math.min(pollMs * 2, POLL_MS_MAX);
        continue;
      }
      const state = reader.push(buffer.subarray(0, bytesRead));
      if (state === 'complete') return { ok: true, replies: reader.packets };
      if (state === 'broken') {
        return {
          ok: false,
          problem: 'invalid',
          detail: 'the gdb stub of QEMU gave no answers of a gdb stub',
        };
      }
    }
    const detail = `the gdb stub of QEMU gave ${reader.packets.length} of ${script.replies} answers in time`;
    return { ok: false, problem: 'deadline', detail };
  } finally {
    await file.close();
  }
}

function fromQmp(failure: QmpFailure): GdbFailure {
  return { ok: false, problem: failure.problem, detail: failure.detail };
}
