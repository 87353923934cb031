import type { SystemFiles } from '../snapshot/system-files.ts';

/** Processes that are looked at; a syslog daemon starts early and has a low number. */
const PROCESSES_MAX = 2000;

const DAEMONS: ReadonlyMap<string, string> = new Map([
  ['rsyslogd', 'rsyslog'],
  ['syslog-ng', 'syslog-ng'],
  ['systemd-journal', 'journald'],
]);

/** Which one of several decides where `logger` ends up: journald hands on to the others. */
const ORDER = ['rsyslog', 'syslog-ng', 'busybox', 'syslogd', 'journald'] as const;

/**
 * What takes this guest's syslog messages, by the names of running processes: `rsyslog`, `syslog-ng`, `busybox`,
 * `syslogd` (another one of that name), `journald`, or `none`.
 */
export function detectSyslog(files: SystemFiles): string {
  const listed = files.list('/proc');
  if (!listed.ok) return 'none';
  const found = new Set<string>();
  const pids = listed.names.map(Number).filter((pid) => Number.isInteger(pid) && pid > 0);
  for (const pid of pids.sort((a, b) => a - b).slice(0, PROCESSES_MAX)) {
    const file = files.read(`/proc/${pid}/comm`, 64);
    if (!file.ok) continue;
    const comm = file.text.trim();
    const kind = comm === 'syslogd' ? kindOfSyslogd(files, pid) : DAEMONS.get(comm);
    if (kind !== undefined) found.add(kind);
  }
  return ORDER.find((kind) => found.has(kind)) ?? 'none';
}

/** busybox and others run under the same name; the program's file tells. */
function kindOfSyslogd(files: SystemFiles, pid: number): string {
  const exe = files.link(`/proc/${pid}/exe`);
  return exe.ok && exe.target.includes('busybox') ? 'busybox' : 'syslogd';
}
