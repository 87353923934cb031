import type { LinkEvents, OpenLinkPort } from '#agent/core/link/link-port.ts';
import type { Result } from '#agent/core/ports.ts';

/** A port without a device: tests play the host and the kernel. */
export class FakeLinkPort {
  /** `undefined`: the port is there. */
  missing: string | undefined;
  /** What was written and not yet taken by the host. */
  readonly written: Uint8Array[] = [];
  /** While set, the host does not read: writes stay open. */
  stalled = false;
  opens = 0;
  events: LinkEvents | undefined;
  #finish: (() => void)[] = [];

  readonly open = (_name: string, events: LinkEvents): Result<OpenLinkPort> => {
    if (this.missing !== undefined) return { ok: false, problem: this.missing };
    this.opens += 1;
    this.events = events;
    const port: OpenLinkPort = {
      write: (bytes, done) => {
        this.written.push(bytes.slice());
        if (this.stalled) this.#finish.push(done);
        else done();
      },
      close: () => {},
    };
    return { ok: true, value: port };
  };

  /** The host reads again. */
  resume(): void {
    this.stalled = false;
    const finish = this.#finish;
    this.#finish = [];
    for (const done of finish) done();
  }

  takeWritten(): Uint8Array {
    const all = Buffer.concat(this.written);
    this.written.length = 0;
    return new Uint8Array(all);
  }
}
