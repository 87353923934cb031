/** What a run state of QEMU (qapi/run-state.json, RunState) means for somebody who watches the guest. */
export type RunStateClass =
  /** vCPUs may run. */
  | { readonly kind: 'running' }
  /**
   * The vCPUs stand still because somebody wants it, or because the guest ended in order: silence is explained, for a
   * while.
   */
  | { readonly kind: 'suppressed'; readonly by: Suppression; readonly reason: string }
  /** QEMU stopped the machine because something broke: nothing explains silence away. */
  | {
      readonly kind: 'broken';
      readonly rung: 'vcpu' | 'kernel';
      readonly isProof: boolean;
      readonly reason: string;
    }
  /** A name that we do not know. */
  | { readonly kind: 'unknown'; readonly reason: string };

/** Why a guest is expected to be silent. The ladder bounds each. */
export type Suppression =
  | 'paused'
  | 'migration'
  | 'saving'
  | 'not-started'
  | 'guest-suspended'
  | 'guest-shutdown'
  | 'debugger';

const MIGRATION = { by: 'migration', reason: 'the VM is being migrated' } as const;

const SUPPRESSED: Readonly<Record<string, { readonly by: Suppression; readonly reason: string }>> = {
  paused: { by: 'paused', reason: 'the VM is paused' },
  inmigrate: { by: 'migration', reason: 'the VM waits for an incoming migration' },
  'finish-migrate': MIGRATION,
  postmigrate: { by: 'migration', reason: 'the VM was migrated away' },
  colo: MIGRATION,
  'save-vm': { by: 'saving', reason: 'the VM is being saved' },
  'restore-vm': { by: 'saving', reason: 'the VM is being restored' },
  prelaunch: { by: 'not-started', reason: 'the VM was not started yet' },
  preconfig: { by: 'not-started', reason: 'the VM is being configured' },
  suspended: { by: 'guest-suspended', reason: 'the guest suspended itself' },
  shutdown: { by: 'guest-shutdown', reason: 'the guest shut down' },
  debug: { by: 'debugger', reason: 'a debugger holds the VM' },
};

const BROKEN: Readonly<Record<string, Extract<RunStateClass, { kind: 'broken' }>>> = {
  'guest-panicked': {
    kind: 'broken',
    rung: 'kernel',
    // QEMU itself stopped the machine: whoever in the guest asked for it, no kernel runs there any more.
    isProof: true,
    reason: 'QEMU stopped the VM because the guest reported a panic',
  },
  'internal-error': {
    kind: 'broken',
    rung: 'vcpu',
    isProof: true,
    reason: 'QEMU stopped the VM because of an internal error of virtualisation',
  },
  'io-error': {
    kind: 'broken',
    rung: 'vcpu',
    isProof: true,
    reason: 'QEMU stopped the VM because a disk of it failed',
  },
  watchdog: {
    kind: 'broken',
    rung: 'kernel',
    isProof: true,
    reason: "QEMU stopped the VM because the guest's watchdog was not fed",
  },
};

export function classifyRunState(state: string): RunStateClass {
  if (state === 'running') return { kind: 'running' };
  const broken = Object.hasOwn(BROKEN, state) ? BROKEN[state] : undefined;
  if (broken !== undefined) return broken;
  const suppressed = Object.hasOwn(SUPPRESSED, state) ? SUPPRESSED[state] : undefined;
  if (suppressed !== undefined) return { kind: 'suppressed', ...suppressed };
  return { kind: 'unknown', reason: `QEMU reports a run state that Cherub does not know: ${state}` };
}
