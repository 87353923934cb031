import { cherub } from '#protocol/messages/generated/cherub.js';

/** What a healthy guest told about itself, as far as SysRq is concerned. Whatever it did not tell is undefined. */
export interface GuestKnowledge {
  /** Names of the enabled kernel consoles: `ttyS0`, `hvc0`. */
  readonly consoles: readonly string[] | undefined;
  /** kernel.sysrq. */
  readonly mask: number | undefined;
  /** A keyboard that takes SysRq; false: there is none. */
  readonly hasKeyboard: boolean | undefined;
  /** `/proc/sysrq-trigger`; false: the kernel has no SysRq. */
  readonly hasTrigger: boolean | undefined;
  /** Messages with a lower level reach the consoles. */
  readonly logLevel: number | undefined;
}

/** include/linux/sysrq.h */
const ENABLE_LOG = 0x2;
const ENABLE_DUMP = 0x8;

/** At this level everything that SysRq shows is printed (KERN_INFO and below). */
const LOG_LEVEL_ENOUGH = 7;

/** What kernels without `quiet` and without a setting have (CONSOLE_LOGLEVEL_DEFAULT), and with `quiet`. */
const LOG_LEVEL_DEFAULT = 7;
const LOG_LEVEL_QUIET = 4;

export function learnFrom(inventory: cherub.Inventory.$Properties | undefined): GuestKnowledge {
  const find = (name: string): cherub.Capability.$Properties | undefined =>
    inventory?.capabilities?.find((each) => each.name === name);
  const consoles = inventory?.consoles
    ?.filter((each) => each.enabled === true)
    .map((each) => each.name ?? '');
  return {
    consoles: consoles !== undefined && consoles.length > 0 ? consoles : undefined,
    mask: digits(inventory?.sysrq?.value ?? find('sysrq')?.value),
    hasKeyboard: isThere(find('sysrq_keyboard')),
    hasTrigger: isThere(find('sysrq_trigger')),
    logLevel: digits(find('printk_level')?.value) ?? levelOfCommandLine(inventory?.kernelCommandLine),
  };
}

/** May dumps be had from consoles and keyboard? Undefined: nobody knows. */
export function allowsDumps({ mask }: GuestKnowledge): boolean | undefined {
  return mask === undefined ? undefined : mask === 1 || (mask & ENABLE_DUMP) !== 0;
}

/**
 * Whether the log level must be raised for answers to reach the console, and what it is put back to. Unknown: it is raised,
 * and the kernel's default put back.
 */
export function planLogLevel({ logLevel, mask }: GuestKnowledge): { mustRaise: boolean; putBack: number } {
  const mayRaise = mask === undefined || mask === 1 || (mask & ENABLE_LOG) !== 0;
  const putBack = Math.min(9, logLevel ?? LOG_LEVEL_DEFAULT);
  return { mustRaise: mayRaise && (logLevel === undefined || logLevel < LOG_LEVEL_ENOUGH), putBack };
}

function levelOfCommandLine(line: string | null | undefined): number | undefined {
  if (line === undefined || line === null || line === '') return undefined;
  let level: number | undefined;
  for (const word of line.split(/\s+/u)) {
    if (word === 'quiet') level = LOG_LEVEL_QUIET;
    else if (word === 'debug') level = 9;
    else if (/^loglevel=\d{1,2}$/u.test(word)) level = Number(word.slice('loglevel='.length));
  }
  // Without any of the words a distribution's sysctl may still have set it: not known.
  return level;
}

function digits(value: string | null | undefined): number | undefined {
  const first = /^\s{0,8}(\d{1,9})(?:\s|$)/u.exec(value ?? '')?.[1];
  return first === undefined ? undefined : Number(first);
}

function isThere(capability: cherub.Capability.$Properties | undefined): boolean | undefined {
  if (capability?.available === cherub.Outcome.OUTCOME_OK) return true;
  return capability?.available === cherub.Outcome.OUTCOME_FAILED ? false : undefined;
}
