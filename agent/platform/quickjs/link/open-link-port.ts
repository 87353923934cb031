import { O_CLOEXEC, O_NOCTTY, O_NONBLOCK } from 'cherub:native';
import * as os from 'qjs:os';
import type { LinkEvents, OpenLinkPort } from '#agent/core/link/link-port.ts';
import type { Result } from '#agent/core/ports.ts';
import { errnoName } from '../process/errno-name.ts';
import { listVirtioPorts } from './find-port.ts';

/** How soon a host that comes is noticed. A look costs one read() that returns at once. */
const PROBE_MS = 500;
/** How soon a write to a full port is tried again. */
const RETRY_FIRST_MS = 10;
const RETRY_LONGEST_MS = 250;
const READ_BYTES = 16_384;

const FLAGS = os.O_RDWR | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;

/** Finds the port by its name and opens it. */
export function openLinkPort(name: string, events: LinkEvents): Result<OpenLinkPort> {
  const ports = listVirtioPorts();
  const port = ports.find((each) => each.name === name);
  if (port === undefined) {
    const others = ports.length === 0 ? '' : ` (there are: ${ports.map((each) => each.name).join(', ')})`;
    const problem = `there is no virtio-serial port ${name}${others}; add a virtserialport of this name to the VM, or set link.port: none`;
    return { ok: false, problem };
  }
  const descriptor = os.open(port.device, FLAGS);
  if (descriptor >= 0) return { ok: true, value: new PolledLinkPort(port.device, descriptor, events) };
  const code = errnoName(descriptor);
  const why = code === 'EBUSY' ? 'another program has it open (EBUSY); end that program' : code;
  return { ok: false, problem: `${port.device} cannot be opened: ${why}` };
}

/**
 * A virtio-serial port can be opened once only, and without a host read() gives 0 at once and poll never sleeps: so it is
 * polled only while a host is there, and looked at twice a second while none is.
 */
class PolledLinkPort implements OpenLinkPort {
  readonly #device: string;
  readonly #descriptor: number;
  readonly #events: LinkEvents;
  readonly #buffer = new ArrayBuffer(READ_BYTES);
  #connected = false;
  #closed = false;
  #timer: os.Timer;
  #retry: os.Timer | undefined;

  constructor(device: string, descriptor: number, events: LinkEvents) {
    this.#device = device;
    this.#descriptor = descriptor;
    this.#events = events;
    this.#timer = os.setTimeout(() => this.#look(), 0);
  }

  write(bytes: Uint8Array, done: () => void): void {
    this.#write(bytes, done, RETRY_FIRST_MS);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    os.clearTimeout(this.#timer);
    this.#leave();
    os.close(this.#descriptor);
  }

  /** Reads once; says what the host has sent, that it has come, or that it has gone. */
  #look(): void {
    if (this.#closed) return;
    const count = os.read(this.#descriptor, this.#buffer, 0, READ_BYTES);
    if (count === 0) {
      this.#disconnect();
      os.clearTimeout(this.#timer);
      this.#timer = os.setTimeout(() => this.#look(), PROBE_MS);
      return;
    }
    if (count < 0 && errnoName(count) !== 'EAGAIN') {
      this.#gone(errnoName(count));
      return;
    }
    this.#connect();
    if (count > 0 && !this.#closed) this.#events.bytes(new Uint8Array(this.#buffer, 0, count));
  }

  #connect(): void {
    if (this.#connected) return;
    this.#connected = true;
    os.setReadHandler(this.#descriptor, () => this.#look());
    this.#events.connected();
  }

  #disconnect(): void {
    if (!this.#connected) return;
    this.#leave();
    this.#events.disconnected();
  }

  #leave(): void {
    this.#connected = false;
    if (this.#retry !== undefined) os.clearTimeout(this.#retry);
    this.#retry = undefined;
    os.setReadHandler(this.#descriptor, null);
  }

  #gone(code: string): void {
    if (this.#closed) return;
    this.close();
    this.#events.gone(`${this.#device} is of no more use (${code}); looked for again at growing distances`);
  }

  #write(bytes: Uint8Array, done: () => void, retryMs: number): void {
    if (this.#closed || !this.#connected) return;
    const { buffer, byteOffset, length } = bytes;
    const count = os.write(this.#descriptor, buffer as ArrayBuffer, byteOffset, length);
    if (count < 0) {
      const code = errnoName(count);
      // EPIPE: the host left, which the next read() tells too.
      if (code !== 'EAGAIN' && code !== 'EPIPE') {
        this.#gone(code);
        return;
      }
    }
    const rest = bytes.subarray(Math.max(0, count));
    if (rest.length === 0) {
      done();
      return;
    }
    const nextMs = count > 0 ? RETRY_FIRST_MS : Math.min(retryMs * 2, RETRY_LONGEST_MS);
    this.#retry = os.setTimeout(() => this.#write(rest, done, nextMs), count > 0 ? 0 : retryMs);
  }
}
