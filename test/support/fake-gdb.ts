/** What the stub does wrong. */
export interface FakeGdbFaults {
  /** Asked for each reply in packet form: what is sent instead; undefined: nothing more ever. */
  readonly distort?: (packet: string, index: number) => string | undefined;
  /** Refuses to let go. */
  readonly keeps?: boolean;
}

/** QEMU's gdb stub: an open connection stops the machine, a detach lets it run, any byte after that stops it again. */
export class FakeGdb {
  isRunning = true;
  isPhysical = false;
  readonly memory = new Map<bigint, number>();
  /** RIP of each vCPU. */
  readonly instructionPointers: bigint[];
  /** RSP of each vCPU. */
  readonly stackPointers: bigint[];
  readonly questions: string[] = [];
  /** How often the machine was stopped. */
  stops = 0;
  readonly #faults: FakeGdbFaults;
  #vcpu = 0;
  #text = '';
  #replies = 0;

  constructor(vcpus: number, faults: FakeGdbFaults = {}) {
    this.#faults = faults;
    this.instructionPointers = Array.from({ length: vcpus }, (_, i) => 0xffff_ffff_8100_0000n + BigInt(i));
    this.stackPointers = Array.from(
      { length: vcpus },
      (_, i) => 0xffff_c900_0000_3f00n + BigInt(i) * 0x8000n,
    );
  }

  opened(): void {
    if (this.isRunning) this.stops += 1;
    this.isRunning = false;
    this.#text = '';
  }

  /** @returns what the stub writes */
  feed(bytes: Uint8Array): string {
    let output = '';
    this.#text += Buffer.from(bytes).toString('latin1');
    for (;;) {
      const match = /\$([^#]*)#([0-9a-f]{2})/u.exec(this.#text);
      if (match === null) return output;
      this.#text = this.#text.slice(match.index + match[0].length);
      if (this.isRunning) this.opened();
      const question = match[1] ?? '';
      this.questions.push(question);
      const packet = `+${packetOf(this.#answer(question))}`;
      const sent = (this.#faults.distort ?? same)(packet, this.#replies);
      this.#replies += 1;
      if (sent === undefined) return output;
      output += sent;
    }
  }

  #answer(question: string): string {
    if (question.startsWith('qSupported')) return 'PacketSize=1000;qXfer:features:read+;multiprocess+';
    if (question.startsWith('Qqemu.PhyMemMode:')) {
      this.isPhysical = question.endsWith('1');
      return 'OK';
    }
    const thread = /^Hgp1\.([0-9a-f]+)$/u.exec(question)?.[1];
    if (thread !== undefined) {
      this.#vcpu = Number.parseInt(thread, 16) - 1;
      return this.#vcpu < this.instructionPointers.length ? 'OK' : 'E22';
    }
    if (question === 'g') return this.#registers();
    if (question.startsWith('m')) return this.#memory(question);
    if (question === 'D;1' && this.#faults.keeps !== true) {
      this.isRunning = true;
      return 'OK';
    }
    return 'E22';
  }

  #registers(): string {
    const bytes = Buffer.alloc(608);
    bytes.writeBigUInt64LE(this.stackPointers[this.#vcpu] ?? 0n, 7 * 8);
    bytes.writeBigUInt64LE(this.instructionPointers[this.#vcpu] ?? 0n, 16 * 8);
    bytes.writeUInt32LE(0x246, 17 * 8);
    bytes.writeBigUInt64LE(0x1234_5000n, 17 * 8 + 7 * 4 + 5 * 8);
    return bytes.toString('hex');
  }

  #memory(question: string): string {
    const [address = '', length = ''] = question.slice(1).split(',');
    const bytes = Number.parseInt(length, 16);
    if (bytes > 2048 || address === '0') return 'E14';
    const start = BigInt(`0x${address}`);
    return Buffer.from(
      Array.from({ length: bytes }, (_, i) => this.memory.get(start + BigInt(i)) ?? i & 0xff),
    ).toString('hex');
  }
}

export function packetOf(payload: string): string {
  const sum = Buffer.from(payload, 'latin1').reduce((total, byte) => (total + byte) & 0xff, 0);
  return `$${payload}#${sum.toString(16).padStart(2, '0')}`;
}

function same(packet: string): string {
  return packet;
}
