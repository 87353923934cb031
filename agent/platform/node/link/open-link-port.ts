import { closeSync, constants, openSync, readSync, writeSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { LinkEvents, OpenLinkPort } from '#agent/core/link/link-port.ts';
import type { Result } from '#agent/core/ports.ts';
import { codeOf } from '../snapshot/error-code.ts';
import { listVirtioPorts } from './find-port.ts';
import { detachHandle, openPipeHandle, type PipeHandle, socketOn } from './pipe-socket.ts';

/** How soon a host that comes is noticed. A look costs one read() that returns at once. */
const PROBE_MS = 500;
/** Without a pipe handle the port is read at this rhythm. */
const POLL_MS = 250;
/** How soon a write to a full port is tried again. */
const RETRY_FIRST_MS = 10;
const RETRY_LONGEST_MS = 250;
const READ_BYTES = 65_536;
/** Bounds what a host that never stops to send takes of one turn of the loop, in the mode that polls. */
const READS_A_TURN_MAX = 4;

const FLAGS = constants.O_RDWR | constants.O_NONBLOCK | constants.O_NOCTTY;

/** Finds the port by its name and opens it. */
export function openLinkPort(name: string, events: LinkEvents): Result<OpenLinkPort> {
  const ports = listVirtioPorts();
  const port = ports.find((each) => each.name === name);
  if (port !== undefined) return openLinkDevice(port.device, events);
  const others = ports.length === 0 ? '' : ` (there are: ${ports.map((each) => each.name).join(', ')})`;
  const problem = `there is no virtio-serial port ${name}${others}; add a virtserialport of this name to the VM, or set link.port: none`;
  return { ok: false, problem };
}

/**
 * Opens the device. A virtio-serial port can be opened once only, and without a host read() gives 0 at once and epoll
 * never sleeps: so it is watched by epoll only while a host is there, and looked at twice a second while none is.
 */
export function openLinkDevice(device: string, events: LinkEvents): Result<OpenLinkPort> {
  let descriptor: number;
  try {
    descriptor = openSync(device, FLAGS);
  } catch (error) {
    const code = codeOf(error);
    const why = code === 'EBUSY' ? 'another program has it open (EBUSY); end that program' : code;
    return { ok: false, problem: `${device} cannot be opened: ${why}` };
  }
  return { ok: true, value: new NodeLinkPort(device, descriptor, events) };
}

class NodeLinkPort implements OpenLinkPort {
  readonly #device: string;
  readonly #descriptor: number;
  readonly #events: LinkEvents;
  readonly #handle: (PipeHandle & { close?: () => void }) | undefined;
  readonly #buffer = Buffer.allocUnsafeSlow(READ_BYTES);
  #socket: Socket | undefined;
  #connected = false;
  #closed = false;
  #timer: NodeJS.Timeout | undefined;
  #retry: NodeJS.Timeout | undefined;

  constructor(device: string, descriptor: number, events: LinkEvents) {
    this.#device = device;
    this.#descriptor = descriptor;
    this.#events = events;
    this.#handle = openPipeHandle(descriptor);
    this.#wait(0);
  }

  write(bytes: Uint8Array, done: () => void): void {
    this.#write(bytes, done, RETRY_FIRST_MS);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#leave();
    // A handle owns the descriptor.
    if (this.#handle?.close !== undefined) this.#handle.close();
    else closeSync(this.#descriptor);
  }

  #wait(delayMs: number): void {
    this.#timer = setTimeout(() => this.#look(), delayMs);
  }

  /** Is a host there? Without a handle: has it sent anything? */
  #look(): void {
    for (let reads = 0; reads < READS_A_TURN_MAX; reads += 1) {
      const found = this.#read();
      if (this.#closed) return;
      if (found === 'gone') return;
      if (found === 'no-host') {
        this.#disconnect();
        this.#wait(PROBE_MS);
        return;
      }
      this.#connect();
      if (found !== 'nothing') this.#events.bytes(found);
      if (this.#closed) return;
      if (this.#handle !== undefined) {
        this.#attach(this.#handle);
        return;
      }
      if (found === 'nothing') break;
    }
    this.#wait(POLL_MS);
  }

  #read(): Uint8Array | 'nothing' | 'no-host' | 'gone' {
    try {
      const count = readSync(this.#descriptor, this.#buffer, 0, READ_BYTES, null);
      return count === 0 ? 'no-host' : this.#buffer.subarray(0, count);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EAGAIN') return 'nothing';
      this.#gone(code);
      return 'gone';
    }
  }

  #attach(handle: PipeHandle): void {
    const socket = socketOn(handle);
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#events.bytes(chunk));
    socket.on('end', () => {
      this.#disconnect();
      this.#wait(PROBE_MS);
    });
    socket.on('error', (error) => this.#gone(codeOf(error)));
  }

  #connect(): void {
    if (this.#connected) return;
    this.#connected = true;
    this.#events.connected();
  }

  #disconnect(): void {
    if (!this.#connected) return;
    this.#leave();
    this.#events.disconnected();
  }

  #leave(): void {
    this.#connected = false;
    clearTimeout(this.#retry);
    const socket = this.#socket;
    this.#socket = undefined;
    if (socket !== undefined) detachHandle(socket);
  }

  #gone(code: string): void {
    if (this.#closed) return;
    this.close();
    this.#events.gone(`${this.#device} is of no more use (${code}); looked for again at growing distances`);
  }

  #write(bytes: Uint8Array, done: () => void, retryMs: number): void {
    if (this.#closed || !this.#connected) return;
    let rest = bytes;
    try {
      rest = bytes.subarray(writeSync(this.#descriptor, bytes));
    } catch (error) {
      const code = codeOf(error);
      // EPIPE: the host left, which the next read() tells too.
      if (code !== 'EAGAIN' && code !== 'EPIPE') {
        this.#gone(code);
        return;
      }
    }
    if (rest.length === 0) {
      done();
      return;
    }
    const progress = rest.length < bytes.length;
    const nextMs = progress ? RETRY_FIRST_MS : Math.min(retryMs * 2, RETRY_LONGEST_MS);
    this.#retry = setTimeout(() => this.#write(rest, done, nextMs), progress ? 0 : retryMs);
  }
}
