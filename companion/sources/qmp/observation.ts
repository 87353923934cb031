import type { JsonObject, QmpMessage } from './qmp-lines.ts';

/** What happened to a VM, as QEMU tells; from events on a held connection. */
export type QmpHappening =
  | 'shutdown'
  | 'reset'
  | 'powerdown'
  | 'stopped'
  | 'resumed'
  | 'panicked'
  | 'crash-loaded'
  | 'disk-error'
  | 'watchdog'
  | 'migration'
  | 'device-deleted'
  | 'suspended'
  | 'woken'
  | 'memory-failure'
  | 'clock-changed';

/** What the source saw. Texts may hold words of a hostile QEMU, made safe and bounded. */
export type QmpObservation =
  | { readonly kind: 'attached'; readonly version: string }
  | { readonly kind: 'missing'; readonly reason: string }
  /** QEMU answered `query-status`; `state` is its run state. */
  | { readonly kind: 'status'; readonly state: string }
  /** A question was not answered, though the connection stood. */
  | { readonly kind: 'unanswered'; readonly reason: string; readonly isGreeted: boolean }
  | {
      readonly kind: 'happening';
      readonly what: QmpHappening;
      /** One line for people. */
      readonly text: string;
      /** Of a shutdown and a reset: who wished it (qapi/run-state.json, ShutdownCause). */
      readonly cause?: string;
      /** QEMU's wall clock, microseconds since 1970. */
      readonly wallUs?: number;
    };

const TEXT_CHARACTERS_MAX = 200;

/** Event name → what happened, and how to say it. Names of qapi/*.json. */
const EVENTS: Readonly<Record<string, readonly [QmpHappening, (data: JsonObject) => string]>> = {
  SHUTDOWN: ['shutdown', (data) => `QEMU shuts the VM down (${word(data, 'reason')})`],
  RESET: ['reset', (data) => `the VM was reset (${word(data, 'reason')})`],
  POWERDOWN: ['powerdown', () => 'the power button was pressed'],
  STOP: ['stopped', () => 'the vCPUs were stopped'],
  RESUME: ['resumed', () => 'the vCPUs run again'],
  GUEST_PANICKED: ['panicked', (data) => `the guest reported a panic (action: ${word(data, 'action')})`],
  GUEST_CRASHLOADED: ['crash-loaded', () => 'the guest runs its crash kernel'],
  BLOCK_IO_ERROR: ['disk-error', describeDiskError],
  WATCHDOG: ['watchdog', (data) => `the guest's watchdog fired (action: ${word(data, 'action')})`],
  MIGRATION: ['migration', (data) => `migration: ${word(data, 'status')}`],
  DEVICE_DELETED: [
    'device-deleted',
    (data) => `a device is gone: ${word(data, 'device', word(data, 'path'))}`,
  ],
  SUSPEND: ['suspended', () => 'the guest suspended itself'],
  SUSPEND_DISK: ['suspended', () => 'the guest hibernated'],
  WAKEUP: ['woken', () => 'the guest woke up'],
  MEMORY_FAILURE: ['memory-failure', (data) => `memory failure in the ${word(data, 'recipient')}`],
  RTC_CHANGE: ['clock-changed', () => 'the guest set its clock'],
};

/** The observation of an event, or undefined for one that says nothing about the guest's life. */
export function observeEvent(
  event: Extract<QmpMessage, { kind: 'event' }>,
): Extract<QmpObservation, { kind: 'happening' }> | undefined {
  const found = Object.hasOwn(EVENTS, event.event) ? EVENTS[event.event] : undefined;
  if (found === undefined) return undefined;
  const [what, describe] = found;
  const text = describe(event.data).slice(0, TEXT_CHARACTERS_MAX);
  const cause = typeof event.data['reason'] === 'string' ? word(event.data, 'reason') : undefined;
  return {
    kind: 'happening',
    what,
    text,
    ...(cause !== undefined && (what === 'shutdown' || what === 'reset') && { cause }),
    ...(event.wallUs !== undefined && { wallUs: event.wallUs }),
  };
}

function describeDiskError(data: JsonObject): string {
  const where = word(data, 'device', word(data, 'node-name'));
  const what = `${word(data, 'operation')} of disk ${where} failed`;
  return `${what}: ${word(data, 'reason')} (action: ${word(data, 'action')})`;
}

/** A text of an event, as far as it is a plain one. */
function word(data: JsonObject, key: string, otherwise = '?'): string {
  const value = data[key];
  if (typeof value !== 'string' || value === '') return otherwise;
  return value.replace(/[^A-Za-z0-9 ._,:()/[\]#+-]/g, '?').slice(0, 120);
}
