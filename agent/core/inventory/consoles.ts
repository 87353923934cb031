import type { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from '../snapshot/safe-text.ts';
import { eachLine, fieldsOf } from '../snapshot/scan-text.ts';
import type { SystemFiles } from '../snapshot/system-files.ts';
import { available, type Capability, readSetting, unavailable } from './capability.ts';

const CONSOLES_MAX = 16;
const NAME_BYTES_MAX = 32;

/**
 * Kernel consoles. `/proc/consoles` (fs/proc/consoles.c) has lines such as `ttyS0 -W- (EC  p a) 4:64`, where E is
 * enabled and C the preferred one, which /dev/console means. Without that file,
 * `/sys/class/tty/console/active` names them, the preferred one last.
 */
export function readConsoles(files: SystemFiles): cherub.Console.$Properties[] {
  const proc = files.read('/proc/consoles', 8192);
  if (proc.ok) return parseConsoles(proc.text);
  const active = readSetting(files, '/sys/class/tty/console/active');
  const names = active.ok ? fieldsOf(active.text) : [];
  return names.map((name, index) => ({
    name: safeText(name, NAME_BYTES_MAX),
    enabled: true,
    preferred: index === names.length - 1,
  }));
}

function parseConsoles(text: string): cherub.Console.$Properties[] {
  const consoles: cherub.Console.$Properties[] = [];
  eachLine(text, CONSOLES_MAX, (line) => {
    const blank = line.indexOf(' ');
    const open = line.indexOf('(');
    const close = line.indexOf(')', open);
    if (blank <= 0 || open < 0 || close < 0) return;
    const flags = line.slice(open + 1, close);
    consoles.push({
      name: safeText(line.slice(0, blank), NAME_BYTES_MAX),
      enabled: flags.includes('E'),
      preferred: flags.includes('C'),
    });
  });
  return consoles;
}

/** Whether the kernel speaks on something that a host can listen to. */
export function probeConsole(files: SystemFiles): Capability {
  const names = readConsoles(files)
    .filter((item) => item.enabled)
    .map((item) => item.name ?? '');
  const heard = names.filter((name) => /^(?:ttyS|ttyAMA|hvc|xvc)\d/.test(name));
  return heard.length > 0
    ? available('console', names.join(', '))
    : unavailable(
        'console',
        'the kernel has no serial or virtio console: boot with console=ttyS0 or console=hvc0',
        names.join(', '),
      );
}
