import { allowsDumps, type GuestKnowledge } from './guest-knowledge.ts';

/**
 * How a key comes to the kernel: BREAK on the serial port, Ctrl-O on hvc0, QEMU's keyboard, the agent by its link or by
 * the mailbox on its disk.
 */
export type SysrqRoute = 'serial-break' | 'hvc-ctrl-o' | 'send-key' | 'agent-link' | 'agent-mailbox';

export interface PassedOver {
  readonly route: SysrqRoute;
  /** One line for people. */
  readonly reason: string;
}

export interface RouteFacts {
  /** Undefined: nobody can type there; the answers of the first three routes could not be heard either. */
  readonly console: { readonly isMux: boolean; readonly device: 'serial' | 'hvc' | undefined } | undefined;
  readonly hasQmp: boolean;
  readonly hasLink: boolean;
  readonly hasMailbox: boolean;
  readonly guest: GuestKnowledge;
}

type Judge = (facts: RouteFacts) => string | undefined;

const SERIAL = /^tty(?:S|AMA|LP|O)\d/u;
const HVC = /^hvc\d/u;

/** What speaks against each route; undefined: nothing. */
const JUDGES: Readonly<Record<SysrqRoute, Judge>> = {
  'serial-break': (facts) => {
    const { console, guest } = facts;
    if (console === undefined) return NO_CONSOLE;
    if (!console.isMux && console.device === 'hvc')
      return 'the console is hvc0 alone: there is no serial port';
    if (!console.isMux && !facts.hasQmp) return 'no QMP to send a BREAK with, and the console is no mux';
    return (
      notConsole(guest, SERIAL, 'a BREAK is heard on a kernel console alone') ?? forbidden(guest, 'consoles')
    );
  },
  'hvc-ctrl-o': ({ console, guest }) => {
    if (console === undefined) return NO_CONSOLE;
    if (!console.isMux && console.device === 'serial') return 'the console is a serial port';
    // Elsewhere a shell gets the Ctrl-O, and bash runs what stands on its line.
    if (guest.consoles === undefined) return 'it is not known whether hvc0 is a kernel console';
    return notConsole(guest, HVC, 'Ctrl-O would be typed into a program') ?? forbidden(guest, 'consoles');
  },
  'send-key': ({ console, hasQmp, guest }) => {
    if (!hasQmp) return 'no QMP to press keys with';
    if (console === undefined) return `${NO_CONSOLE}, so the answer would not be heard`;
    if (guest.hasKeyboard === false) return 'the guest has no keyboard that takes SysRq';
    return (
      notConsole(guest, /^(?:tty(?:S|AMA|LP|O)|hvc)\d/u, 'the answer would not be heard') ??
      forbidden(guest, 'the keyboard')
    );
  },
  'agent-link': ({ hasLink, guest }) => (hasLink ? noTrigger(guest) : 'no link to an agent'),
  'agent-mailbox': ({ hasMailbox, guest }) =>
    hasMailbox ? noTrigger(guest) : 'no recorder disk with a mailbox',
};

const NO_CONSOLE = 'nobody can type on the console (none is configured, or it is read from a log)';

/** The kernel first: it needs no program of the guest to live, and a console holds more than a record. */
const KNOWN_ORDER: readonly SysrqRoute[] = [
  'serial-break',
  'hvc-ctrl-o',
  'send-key',
  'agent-link',
  'agent-mailbox',
];

/** Of a guest that told nothing, first what does no harm where it is not understood: a BREAK may interrupt a program. */
const UNKNOWN_ORDER: readonly SysrqRoute[] = [
  'send-key',
  'agent-link',
  'agent-mailbox',
  'serial-break',
  'hvc-ctrl-o',
];

/** The routes worth trying, best first, and why not the others. Pure. */
export function planRoutes(facts: RouteFacts): {
  readonly order: readonly SysrqRoute[];
  readonly passedOver: readonly PassedOver[];
} {
  const order: SysrqRoute[] = [];
  const passedOver: PassedOver[] = [];
  for (const route of facts.guest.consoles === undefined ? UNKNOWN_ORDER : KNOWN_ORDER) {
    const reason = JUDGES[route](facts);
    if (reason === undefined) order.push(route);
    else passedOver.push({ route, reason });
  }
  return { order, passedOver };
}

function notConsole({ consoles }: GuestKnowledge, pattern: RegExp, why: string): string | undefined {
  if (consoles === undefined || consoles.some((name) => pattern.test(name))) return undefined;
  return `the guest's kernel consoles are ${consoles.join(', ').slice(0, 100)}: ${why}`;
}

function forbidden(guest: GuestKnowledge, whom: string): string | undefined {
  if (allowsDumps(guest) !== false) return undefined;
  return `kernel.sysrq=${guest.mask} forbids dumps from ${whom} (bit 8, or 1 for all)`;
}

function noTrigger({ hasTrigger }: GuestKnowledge): string | undefined {
  return hasTrigger === false ? 'the guest has no /proc/sysrq-trigger' : undefined;
}
