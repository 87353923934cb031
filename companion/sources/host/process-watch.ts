import type { Signal } from '../../ladder/signal.ts';
import type { ProcessIdentity } from './find-qemu.ts';

/** How QEMU's process stands at one look. */
export type ProcessLook =
  | {
      readonly kind: 'found';
      readonly identity: ProcessIdentity;
      readonly state: string;
      readonly isFrozen: boolean;
      readonly wchan?: string;
    }
  | { readonly kind: 'not-found' };

/** In the host's kernel for so many looks in a row, it does not come back. */
const WAITING_LOOKS = 2;

/** QEMU's process, look after look. Pure; time comes in, microseconds of the host's monotonic clock. */
export class ProcessWatch {
  #last: { readonly look: ProcessLook; readonly atUs: number } | undefined;
  #known: ProcessIdentity | undefined;
  #waiting = 0;

  get identity(): ProcessIdentity | undefined {
    return this.#last?.look.kind === 'found' ? this.#last.look.identity : undefined;
  }

  /** @returns whether this is another process than the one before */
  look(look: ProcessLook, nowUs: number): boolean {
    const isOther = look.kind === 'found' && this.#known !== undefined && !isSame(look.identity, this.#known);
    if (look.kind === 'found') this.#known = look.identity;
    this.#waiting = look.kind === 'found' && look.state === 'D' && !isOther ? this.#waiting + 1 : 0;
    this.#last = { look, atUs: nowUs };
    return isOther;
  }

  signal(nowUs: number): Signal {
    const base = { id: 'host.process', source: 'host', rung: 'process' } as const;
    const last = this.#last;
    if (last === undefined)
      return { ...base, state: 'unknown', ageMs: 0, reason: "QEMU's process was not looked for yet" };
    const ageMs = Math.max(0, Math.round((nowUs - last.atUs) / 1000));
    if (last.look.kind === 'not-found') {
      return this.#known === undefined
        ? { ...base, state: 'unknown', ageMs, reason: "QEMU's process was not found" }
        : {
            ...base,
            state: 'dead',
            ageMs,
            proof: true,
            reason: `QEMU has ended (it was process ${this.#known.pid})`,
          };
    }
    const { state, identity, isFrozen, wchan } = last.look;
    const qemu = `QEMU (process ${identity.pid})`;
    if (state === 'Z' || state === 'X')
      return { ...base, state: 'dead', ageMs, proof: true, reason: `${qemu} has ended` };
    if (state === 'T') return { ...base, state: 'dead', ageMs, reason: `${qemu} is stopped by a signal` };
    if (state === 't') return { ...base, state: 'dead', ageMs, reason: `${qemu} is held by a debugger` };
    if (isFrozen) return { ...base, state: 'dead', ageMs, reason: `${qemu} is frozen by its cgroup` };
    if (this.#waiting >= WAITING_LOOKS) {
      const where = wchan === undefined ? '' : ` (${wchan})`;
      return { ...base, state: 'dead', ageMs, reason: `${qemu} waits in the host's kernel${where}` };
    }
    return { ...base, state: 'alive', ageMs, reason: `${qemu} is there` };
  }
}

function isSame(one: ProcessIdentity, other: ProcessIdentity): boolean {
  return one.pid === other.pid && one.startTicks === other.startTicks;
}
