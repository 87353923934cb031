import type { ProcFiles } from './proc-files.ts';
import { parseProcessStat } from './process-stat.ts';

/** A process for good: a pid may be given to another one later, a pid with its start may not. */
export interface ProcessIdentity {
  readonly pid: number;
  readonly startTicks: number;
}

/** A path that is known to appear in sockets, and ways to the process that has it. */
export interface QemuHint {
  /** A file with the pid of QEMU, as its `-pidfile` writes it. */
  readonly pidFile?: string | undefined;
  /** The unix socket of its QMP. */
  readonly qmpSocket?: string | undefined;
}

const PROCESSES_MAX = 100_000;
const FILES_MAX = 4096;
/** /proc/net/unix of a host with thousands of sockets. */
const UNIX_BYTES_MAX = 4 * 1024 * 1024;
const LISTENING = '00010000';

/**
 * Finds the QEMU of a VM: by the pid file, by who listens at the QMP socket, or by who names the socket on its command line.
 * A pid file may be old and a command line a coincidence; so a process that is found that way must be a QEMU.
 */
export function findQemu(files: ProcFiles, hint: QemuHint): ProcessIdentity | undefined {
  const fromFile = hint.pidFile === undefined ? undefined : files.text(hint.pidFile);
  const pid = Number(/^\s*(\d{1,9})\s*$/u.exec(fromFile ?? '')?.[1]);
  if (pid > 0 && isQemu(files, pid)) return identify(files, pid);
  if (hint.qmpSocket === undefined) return undefined;
  const pids = files
    .list('/proc')
    .filter((name) => /^\d{1,9}$/u.test(name))
    .slice(0, PROCESSES_MAX)
    .map(Number);
  const candidates = pids.filter((each) => isQemu(files, each));
  const inode = listeningInode(files, hint.qmpSocket);
  const owner = inode === undefined ? undefined : candidates.find((each) => holdsSocket(files, each, inode));
  const named = owner ?? candidates.find((each) => namesSocket(files, each, hint.qmpSocket ?? ''));
  return named === undefined ? undefined : identify(files, named);
}

/** Undefined when there is no such process. */
export function identify(files: ProcFiles, pid: number): ProcessIdentity | undefined {
  const stat = parseProcessStat(files.text(`/proc/${pid}/stat`) ?? '');
  return stat === undefined ? undefined : { pid, startTicks: stat.startTicks };
}

function isQemu(files: ProcFiles, pid: number): boolean {
  const stat = parseProcessStat(files.text(`/proc/${pid}/stat`) ?? '');
  // `-name NAME,process=X` gives it any name; its program cannot be renamed.
  return (
    stat?.name.startsWith('qemu') === true || /\/qemu-[^/]*$/u.test(files.link(`/proc/${pid}/exe`) ?? '')
  );
}

/** The inode of the socket that listens at the path (Linux net/unix/af_unix.c, unix_seq_show). */
function listeningInode(files: ProcFiles, path: string): string | undefined {
  for (const line of (files.text('/proc/net/unix', UNIX_BYTES_MAX) ?? '').split('\n')) {
    const fields = line.trim().split(/\s+/u);
    if (fields[3] === LISTENING && fields.slice(7).join(' ') === path) return fields[6];
  }
  return undefined;
}

function holdsSocket(files: ProcFiles, pid: number, inode: string): boolean {
  const names = files.list(`/proc/${pid}/fd`).slice(0, FILES_MAX);
  return names.some((name) => files.link(`/proc/${pid}/fd/${name}`) === `socket:[${inode}]`);
}

function namesSocket(files: ProcFiles, pid: number, path: string): boolean {
  const words = (files.text(`/proc/${pid}/cmdline`) ?? '').split('\0');
  return words.some((word) =>
    word.split(',').some((part) => part === path || part.endsWith(`=${path}`) || part.endsWith(`:${path}`)),
  );
}
