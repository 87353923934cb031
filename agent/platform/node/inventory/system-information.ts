import { setTimeout as delay } from 'node:timers/promises';
import type { SystemInformation } from '#agent/core/inventory/complete-inventory.ts';

/** Each question to systeminformation starts programs (dmidecode, lscpu); a slow one must not hold the others. */
const CALL_DEADLINE_MS = 5000;

/**
 * Asks systeminformation for what /proc and /sys did not say. It is loaded here and nowhere else, because
 * loading it costs 7 MB; the agent therefore runs this in a process of its own.
 */
export async function readSystemInformation(): Promise<SystemInformation> {
  const { system, cpu, osInfo } = (await import('systeminformation')).default;
  const [machine, processor, os] = await Promise.all([
    withDeadline(system()),
    withDeadline(cpu()),
    withDeadline(osInfo()),
  ]);
  return {
    systemVendor: machine?.manufacturer ?? '',
    systemModel: machine?.model ?? '',
    hypervisor: machine?.virtualHost ?? '',
    cpuModel: `${processor?.manufacturer ?? ''} ${processor?.brand ?? ''}`.trim(),
    osPrettyName: `${os?.distro ?? ''} ${os?.release ?? ''}`.trim(),
  };
}

/** The hidden command `system-information`: one line of JSON. */
export async function printSystemInformation(write: (text: string) => void): Promise<void> {
  write(`${JSON.stringify(await readSystemInformation())}\n`);
}

/** The answer, or undefined when it failed or takes too long; a late one is forgotten. */
async function withDeadline<T>(question: Promise<T>): Promise<T | undefined> {
  const timer = new AbortController();
  const late = delay(CALL_DEADLINE_MS, undefined, { signal: timer.signal, ref: false }).catch(
    () => undefined,
  );
  try {
    return await Promise.race([question, late]);
  } catch {
    return undefined;
  } finally {
    timer.abort();
  }
}
