import type { GuestRequest, GuestSession } from '#protocol/link/guest-session.ts';
import type { HostEvent, HostSession } from '#protocol/link/host-session.ts';

/** How a {@link FakeLink} treats what goes through it. */
export interface FakeLinkFaults {
  /** Asked for each chunk in either direction: what arrives instead. The default is what was sent. */
  distort: (chunk: Uint8Array) => Uint8Array[];
}

/**
 * A virtio-serial port without a kernel: what one end writes waits until {@link deliver}, in chunks that may be distorted. What the
 * host wrote before the guest opened the port waits too, as in QEMU's socket.
 */
export class FakeLink {
  readonly host: HostSession;
  readonly faults: FakeLinkFaults;
  readonly events: HostEvent[] = [];
  /** What a guest program has to answer. */
  readonly requests: GuestRequest[] = [];
  nowUs = 1_000_000;
  guest: GuestSession | undefined;
  private toGuest: Uint8Array[] = [];

  constructor(host: HostSession, faults: FakeLinkFaults = { distort: (chunk) => [chunk] }) {
    this.host = host;
    this.faults = faults;
  }

  /** A guest program opens the port while a host is connected. */
  guestOpens(guest: GuestSession): void {
    this.guest = guest;
    guest.opened();
  }

  /** The guest program ends or its kernel dies: what it had not read is gone when `lose` is set. */
  guestGone(lose: boolean): void {
    this.guest = undefined;
    if (lose) this.toGuest = [];
  }

  hostConnects(session: number): void {
    this.events.push(...this.host.connected(session));
    this.guest?.opened();
  }

  hostLeaves(): void {
    this.events.push(...this.host.disconnected());
    this.guest?.closed();
  }

  hostWrites(bytes: Uint8Array): void {
    this.toGuest.push(...this.faults.distort(bytes));
  }

  /** Moves everything that waits, in both directions, once. @param bytesMax of one write by the guest */
  deliver(bytesMax = 65_536): void {
    if (this.guest === undefined) return;
    for (const chunk of this.toGuest.splice(0)) this.requests.push(...this.guest.receive(chunk, this.nowUs));
    for (let next = this.guest.peek(); next !== undefined; next = this.guest.peek()) {
      const written = next.slice(0, bytesMax);
      this.guest.written(written.length);
      for (const chunk of this.faults.distort(written))
        this.events.push(...this.host.receive(chunk, this.nowUs));
    }
  }

  /** Lets time pass at both ends. */
  advance(ms: number): void {
    this.nowUs += ms * 1000;
    this.guest?.tick(this.nowUs);
    this.events.push(...this.host.tick(this.nowUs));
  }
}
