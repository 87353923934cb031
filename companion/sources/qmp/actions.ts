import type { QmpExecuteOptions, QmpPort, QmpResult } from './qmp-port.ts';
import type { Queried } from './queries.ts';

/*
 * Commands that do something, as small functions on a port. Paths are those that QEMU sees. What each does to the guest
 * stands beside it; whether that is allowed is for the diagnostic script to decide.
 */

/** What the monitor for people answers to one line. The guest notices what the line does. */
export async function humanMonitor(
  port: QmpPort,
  line: string,
  o?: QmpExecuteOptions,
): Promise<Queried<string>> {
  const result = await port.execute('human-monitor-command', { 'command-line': line }, o);
  if (!result.ok) return result;
  return typeof result.value === 'string'
    ? { ok: true, value: result.value }
    : { ok: false, problem: 'invalid', detail: `the answer to the monitor line "${line}" is no text` };
}

/** Writes the first screen to a file of the host. `png` needs QEMU 7.1. The guest does not notice. */
export function screendump(
  port: QmpPort,
  o: QmpExecuteOptions & { readonly file: string; readonly format?: 'ppm' | 'png' },
): Promise<QmpResult> {
  const format = o.format === undefined ? {} : { format: o.format };
  return port.execute('screendump', { filename: o.file, ...format }, o);
}

/** Presses keys together and lets them go. @param keys QEMU's names (QKeyCode), such as `alt`, `sysrq`, `t` */
export function sendKeys(
  port: QmpPort,
  keys: readonly string[],
  o: QmpExecuteOptions & { readonly holdMs?: number } = {},
): Promise<QmpResult> {
  const list = keys.map((data) => ({ type: 'qcode', data }));
  const hold = o.holdMs === undefined ? {} : { 'hold-time': o.holdMs };
  return port.execute('send-key', { keys: list, ...hold }, o);
}

/** A BREAK on a serial port; on a mux it goes to the port that has the focus. @param id of the chardev */
export function sendBreak(port: QmpPort, id: string, o?: QmpExecuteOptions): Promise<QmpResult> {
  return port.execute('chardev-send-break', { id }, o);
}

/** A non-maskable interrupt to the vCPUs. A guest with `unknown_nmi_panic` dies of it. */
export function injectNmi(port: QmpPort, o?: QmpExecuteOptions): Promise<QmpResult> {
  return port.execute('inject-nmi', undefined, o);
}

/** The vCPUs stand still while it is written; `kdump-zlib` is the format that `crash` opens. */
export function dumpGuestMemory(
  port: QmpPort,
  o: QmpExecuteOptions & { readonly file: string; readonly format?: 'elf' | 'kdump-zlib' },
): Promise<QmpResult> {
  const format = o.format ?? 'kdump-zlib';
  return port.execute('dump-guest-memory', { paging: false, protocol: `file:${o.file}`, format }, o);
}

/** Copies physical guest memory to a file of the host while the vCPUs run. */
export function saveMemory(
  port: QmpPort,
  o: QmpExecuteOptions & { readonly address: number; readonly bytes: number; readonly file: string },
): Promise<QmpResult> {
  return port.execute('pmemsave', { val: o.address, size: o.bytes, filename: o.file }, o);
}

/** Lets the vCPUs run. */
export function resume(port: QmpPort, o?: QmpExecuteOptions): Promise<QmpResult> {
  return port.execute('cont', undefined, o);
}
