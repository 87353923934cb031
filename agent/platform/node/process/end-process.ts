/**
 * Ends the process. When a call to the kernel has not come back (a disk or a filesystem that hangs), an ordinary exit
 * would wait for its thread: then the process kills itself.
 */
export function endProcess(code: number, hangs: boolean): void {
  if (hangs) process.kill(process.pid, 'SIGKILL');
  process.exit(code);
}
