import * as native from 'cherub:native';
import * as os from 'qjs:os';
import type { CheckPort, ProgramEnd } from '#agent/core/checks/check-port.ts';
import { errnoName } from './errno-name.ts';
import { waitForEnd } from './wait-for-end.ts';

/** A grandchild may hold the output open for ever: what has not come so long after the program's end is left out. */
const OUTPUT_GRACE_MS = 200;
const CHUNK_BYTES = 4096;
const ENVIRONMENT = [
  'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  'LC_ALL=C',
  'SYSTEMD_COLORS=0',
];

/** Runs a program as the leader of its own process group, so that all of it can be killed. */
export const runProgram: CheckPort['run'] = async (command, o) => {
  const [program] = command;
  const pipe = native.openPipe();
  if (typeof pipe === 'number') return { kind: 'failed', problem: `${program}: ${errnoName(pipe)}` };
  const [readEnd, writeEnd] = pipe;
  const pid = native.spawn(command, ENVIRONMENT, writeEnd, -1, true);
  os.close(writeEnd);
  if (pid < 0) {
    os.close(readEnd);
    const code = errnoName(pid);
    return { kind: 'failed', problem: code === 'ENOENT' ? `${program} is not there` : `${program}: ${code}` };
  }
  const output = new PipeOutput(readEnd, o.outputBytesMax);
  let isLate = false;
  const timer = os.setTimeout(() => {
    isLate = true;
    os.kill(-pid, os.SIGKILL);
  }, o.timeoutMs);
  // Not at the deadline: a program that cannot even be killed must not be started again beside itself.
  const status = await waitForEnd(pid);
  os.clearTimeout(timer);
  await output.end(OUTPUT_GRACE_MS);
  return endOf(isLate, status, output.text());
};

function endOf(isLate: boolean, status: number, output: string): ProgramEnd {
  if (isLate) return { kind: 'timeout', output };
  return status < 0
    ? { kind: 'killed', signal: `signal ${-status}`, output }
    : { kind: 'ended', code: status, output };
}

/** The start of what comes out of a pipe; the rest is read and thrown away, so that the program is not held up. */
class PipeOutput {
  readonly #descriptor: number;
  readonly #bytes: Uint8Array;
  readonly #chunk = new ArrayBuffer(CHUNK_BYTES);
  #length = 0;
  #isOpen = true;
  #onEnd: (() => void) | undefined;

  constructor(descriptor: number, bytesMax: number) {
    this.#descriptor = descriptor;
    this.#bytes = new Uint8Array(bytesMax);
    os.setReadHandler(descriptor, () => this.#read());
  }

  /** Waits for the other end to close, and closes this one. */
  async end(graceMs: number): Promise<void> {
    if (!this.#isOpen) return;
    let timer: os.Timer | undefined;
    await new Promise<void>((resolve) => {
      this.#onEnd = resolve;
      timer = os.setTimeout(resolve, graceMs);
    });
    if (timer !== undefined) os.clearTimeout(timer);
    this.#close();
  }

  text(): string {
    return native.textOf(this.#bytes.subarray(0, this.#length));
  }

  #read(): void {
    const count = os.read(this.#descriptor, this.#chunk, 0, CHUNK_BYTES);
    if (count > 0) {
      const part = Math.min(count, this.#bytes.length - this.#length);
      this.#bytes.set(new Uint8Array(this.#chunk, 0, part), this.#length);
      this.#length += part;
    } else if (errnoName(count) !== 'EAGAIN') {
      this.#close();
      this.#onEnd?.();
    }
  }

  #close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    os.setReadHandler(this.#descriptor, null);
    os.close(this.#descriptor);
  }
}
