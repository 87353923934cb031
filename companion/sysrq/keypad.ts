import type { ConsoleLease } from '../sources/console/console-access.ts';
import { sendBreak, sendKeys } from '../sources/qmp/actions.ts';
import type { QmpPort } from '../sources/qmp/qmp-port.ts';
import type { SysrqRoute } from './plan-routes.ts';

/** One way of pressing keys. Neither function rejects. */
export interface Keypad {
  /** @returns why it cannot be used */
  prepare(): Promise<string | undefined>;
  /** @param key a letter or a digit. @returns why it was not pressed */
  press(key: string): Promise<string | undefined>;
}

export interface KeypadParts {
  readonly lease: ConsoleLease;
  readonly isMux: boolean;
  readonly qmp: QmpPort | undefined;
  /** Id of the serial port's chardev; undefined: it is looked for. */
  readonly serialChardev: string | undefined;
}

/** A route that goes to the kernel without an agent. */
export type ConsoleRoute = Exclude<SysrqRoute, 'agent-link' | 'agent-mailbox'>;

const WRITE_MS = 2000;
const QMP_MS = 2000;
const CTRL_O = 0x0f;
const NOT_TAKEN = 'the console took no bytes';
const NO_QMP = 'no QMP';

export function createKeypad(route: ConsoleRoute, parts: KeypadParts): Keypad {
  switch (route) {
    case 'serial-break':
      return parts.isMux ? muxKeypad(parts.lease) : breakKeypad(parts);
    case 'hvc-ctrl-o':
      return {
        prepare: () => Promise.resolve(undefined),
        press: (key) => type(parts.lease, [CTRL_O, key.charCodeAt(0)]),
      };
    case 'send-key':
      return sendKeyKeypad(parts.qmp);
  }
}

/** The focus is on hvc0 before and, by the lease, afterwards. */
function muxKeypad(lease: ConsoleLease): Keypad {
  return {
    prepare: async () => ((await lease.switchFocus()) ? undefined : NOT_TAKEN),
    press: async (key) => ((await lease.sendBreak()) ? type(lease, [key.charCodeAt(0)]) : NOT_TAKEN),
  };
}

function breakKeypad({ lease, qmp, serialChardev }: KeypadParts): Keypad {
  let id = serialChardev;
  return {
    prepare: async () => {
      if (qmp === undefined) return NO_QMP;
      id ??= await findSerial(qmp);
      return id === undefined ? 'QEMU names no chardev that looks like the serial port' : undefined;
    },
    press: async (key) => {
      if (qmp === undefined || id === undefined) return NO_QMP;
      const sent = await sendBreak(qmp, id, { deadlineMs: QMP_MS });
      return sent.ok ? type(lease, [key.charCodeAt(0)]) : sent.detail;
    },
  };
}

function sendKeyKeypad(qmp: QmpPort | undefined): Keypad {
  return {
    prepare: () => Promise.resolve(qmp === undefined ? NO_QMP : undefined),
    press: async (key) => {
      if (qmp === undefined) return NO_QMP;
      const sent = await sendKeys(qmp, ['alt', 'sysrq', key], { deadlineMs: QMP_MS });
      return sent.ok ? undefined : sent.detail;
    },
  };
}

async function type(lease: ConsoleLease, bytes: readonly number[]): Promise<string | undefined> {
  return (await lease.write(Uint8Array.from(bytes), { deadlineMs: WRITE_MS })) ? undefined : NOT_TAKEN;
}

/** The only chardev with `serial` in its name, as libvirt and EVE name it (`charserial0`) and QEMU itself (`serial0`). */
async function findSerial(qmp: QmpPort): Promise<string | undefined> {
  const found = await qmp.execute('query-chardev', undefined, { deadlineMs: QMP_MS });
  if (!found.ok || !Array.isArray(found.value)) return undefined;
  const names = found.value.flatMap((each) => {
    const label = typeof each === 'object' && each !== null && 'label' in each ? each['label'] : undefined;
    return typeof label === 'string' && /serial/iu.test(label) ? [label] : [];
  });
  return names.length === 1 ? names[0] : undefined;
}
