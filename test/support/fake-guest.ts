import { closeSync, fdatasyncSync, openSync, readSync, rmSync, statSync, writeSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { fromHex } from '#protocol/bytes/hex.ts';
import { formatLabel } from '#protocol/label/format-label.ts';
import { GuestSession } from '#protocol/link/guest-session.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { RingRecovery, RingWriter } from '#protocol/recorder/append.ts';
import { BLOCK_BYTES, type Geometry, ringOffsetBytes } from '#protocol/recorder/layout.ts';
import { planFormat } from '#protocol/recorder/superblock.ts';

export interface FakeGuestOptions {
  /** Sockets and disk stand here. */
  readonly directory: string;
  readonly app?: string;
  readonly bootId?: string;
  readonly runId?: number;
  readonly diskBytes?: number;
}

/**
 * What a host sees of a VM whose agent works: the two sockets that QEMU would serve, and the disk. Uses the real
 * protocol code on real sockets and a real file; only the agent's own program and the virtual machine are not there.
 */
export class FakeGuest {
  readonly consolePath: string;
  readonly linkPath: string;
  readonly diskPath: string;
  readonly bootId: string;
  readonly runId: number;
  readonly app: string;
  /** False: the link takes requests and never answers. */
  answers = true;
  readonly #clients = new Set<Socket>();
  readonly #consoles = new Set<Socket>();
  readonly #servers: Server[] = [];
  readonly #session: GuestSession;
  readonly #geometry: Geometry;
  readonly #numbers = new Map<string, number>();
  #writer: RingWriter;
  #link: Socket | undefined;
  #beats = 0;

  constructor(o: FakeGuestOptions) {
    this.consolePath = join(o.directory, 'console.sock');
    this.linkPath = join(o.directory, 'link.sock');
    this.diskPath = join(o.directory, 'recorder.img');
    this.bootId = o.bootId ?? '0123456789abcdef0123456789abcdef';
    this.runId = o.runId ?? 7;
    this.app = o.app ?? 'web';
    this.#geometry = formatDisk(this.diskPath, o.diskBytes ?? 1024 * 1024, this.app);
    this.#writer = RingWriter.recover(this.#geometry, this.#recover());
    const hello = {
      bootId: fromHex(this.bootId) ?? new Uint8Array(),
      runId: this.runId,
      agentVersion: '1.2.3',
      app: this.app,
    };
    this.#session = new GuestSession({ runId: this.runId, hello: () => hello });
  }

  async start(): Promise<void> {
    await this.#serve(this.consolePath, (socket) => {
      this.#consoles.add(socket);
      socket.on('close', () => this.#consoles.delete(socket));
    });
    await this.#serve(this.linkPath, (socket) => this.#connectLink(socket));
  }

  /** Ends as a killed QEMU does: the sockets are gone, the disk stays. */
  async stop(): Promise<void> {
    for (const client of this.#clients) client.destroy();
    await Promise.all(
      this.#servers.splice(0).map((server) => new Promise<void>((resolve) => server.close(() => resolve()))),
    );
    rmSync(this.consolePath, { force: true });
    rmSync(this.linkPath, { force: true });
  }

  get hasConsole(): boolean {
    return this.#consoles.size > 0;
  }

  get hasLink(): boolean {
    return this.#link !== undefined;
  }

  print(text: string | Uint8Array): void {
    for (const socket of this.#consoles) socket.write(text);
  }

  /** A heartbeat label on the console; gives the line. */
  beat(everySeconds = 10): string {
    this.#beats += 1;
    const line = formatLabel({
      app: this.app,
      bootId: this.bootId,
      sequence: this.#beats,
      uptimeSeconds: this.#beats * everySeconds,
      everySeconds,
      state: 'ok',
      load1: 0.25,
      memoryAvailablePercent: 60,
      pressure: { cpu: 0.1, memory: 0, io: 1.5 },
      via: 'logger',
    });
    this.print(`cherub: ${line}\r\n`);
    return line;
  }

  /** A snapshot by disk, link or both; gives its number. */
  snapshot(way: 'disk' | 'link' | 'both' = 'both', periodMs = 10_000): number {
    const sequence = this.#next('snapshot');
    const record = cherub.Record.encode({
      stamp: this.#stamp(sequence),
      snapshot: {
        app: this.app,
        state: cherub.State.STATE_OK,
        periodMs,
        load: { load1: 0.5, load5: 0.25, load15: 0.125, runnable: 1, tasks: 99 },
        memory: { totalBytes: 1_000_000_000, availableBytes: 600_000_000 },
      },
    }).finish();
    if (way !== 'link') this.write(record);
    if (way !== 'disk') this.push(record);
    return sequence;
  }

  recordStart(): void {
    const sequence = this.#next('start');
    const start = {
      agentVersion: '1.2.3',
      app: this.app,
      snapshotPeriodMs: 10_000,
      heartbeatPeriodMs: 10_000,
    };
    this.write(cherub.Record.encode({ stamp: this.#stamp(sequence), start }).finish());
  }

  /** Any bytes as a record of the ring. */
  write(record: Uint8Array): void {
    const fd = openSync(this.diskPath, 'r+');
    try {
      const plan = this.#writer.plan({ record, bootId: this.bootId, runId: this.runId });
      if (!plan.ok) throw new Error(plan.detail);
      for (const { offsetBytes, bytes } of plan.writes) writeSync(fd, bytes, 0, bytes.length, offsetBytes);
      fdatasyncSync(fd);
      this.#writer.commit();
    } finally {
      closeSync(fd);
    }
  }

  /** Any bytes as a PUSH frame. */
  push(record: Uint8Array): void {
    this.#session.push(record);
    this.#flushLink();
  }

  /** Any bytes on the link as they are. */
  noise(bytes: Uint8Array): void {
    this.#link?.write(bytes);
  }

  #stamp(sequence: number): cherub.Stamp.$Properties {
    return {
      bootId: fromHex(this.bootId) ?? new Uint8Array(),
      sequence,
      monotonicUs: sequence * 10_000_000,
      wallUs: Date.now() * 1000,
      runId: this.runId,
    };
  }

  #next(kind: string): number {
    const number = (this.#numbers.get(kind) ?? 0) + 1;
    this.#numbers.set(kind, number);
    return number;
  }

  #serve(path: string, connected: (socket: Socket) => void): Promise<void> {
    const server = createServer((socket) => {
      this.#clients.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#clients.delete(socket));
      // Without a reader the end of a connection would never be noticed.
      socket.resume();
      connected(socket);
    });
    this.#servers.push(server);
    return new Promise((resolve) => server.listen(path, resolve));
  }

  #connectLink(socket: Socket): void {
    this.#link = socket;
    this.#session.opened();
    socket.on('data', (chunk) => {
      const bytes = new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
      for (const request of this.#session.receive(bytes, Number(process.hrtime.bigint() / 1000n))) {
        if (!this.answers) continue;
        const { ping } = request.request;
        this.#session.answer(request, { code: cherub.Code.CODE_OK, ...(ping ? { pong: ping } : {}) });
      }
      this.#flushLink();
    });
    socket.on('close', () => {
      if (this.#link !== socket) return;
      this.#link = undefined;
      this.#session.closed();
    });
    this.#flushLink();
  }

  #flushLink(): void {
    for (let bytes = this.#session.peek(); bytes !== undefined; bytes = this.#session.peek()) {
      this.#link?.write(bytes.slice());
      this.#session.written(bytes.length);
    }
  }

  #recover(): { highestSequence: bigint | undefined } {
    const recovery = new RingRecovery(this.#geometry);
    const fd = openSync(this.diskPath, 'r');
    const block = new Uint8Array(BLOCK_BYTES);
    for (let i = 0; i < this.#geometry.ringBlocks; i += 1) {
      readSync(fd, block, 0, BLOCK_BYTES, ringOffsetBytes(this.#geometry, i));
      recovery.add(i, block);
    }
    closeSync(fd);
    return recovery.finish();
  }
}

function formatDisk(path: string, diskBytes: number, app: string): Geometry {
  const diskUuid = '00112233445566778899aabbccddeeff';
  const plan = planFormat({ diskBytes, diskUuid, createdWallUs: Date.now() * 1000, app });
  if (!plan.ok) throw new Error(plan.detail);
  const isThere = statSync(path, { throwIfNoEntry: false }) !== undefined;
  if (!isThere) {
    const fd = openSync(path, 'w');
    writeSync(fd, new Uint8Array(1), 0, 1, diskBytes - 1);
    for (const { offsetBytes, bytes } of plan.writes) writeSync(fd, bytes, 0, bytes.length, offsetBytes);
    closeSync(fd);
  }
  return plan.superblock;
}
