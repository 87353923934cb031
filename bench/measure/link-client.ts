import { connect, type Socket } from 'node:net';
import { type Decoded, FrameDecoder } from '#protocol/link/decoder.ts';
import { encodeFrame, type Frame } from '#protocol/link/frame.ts';
import { decodeMessage } from '#protocol/messages/decode-message.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';

/** The agent did not answer, or answered something else. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

interface Waiting {
  readonly wanted: (frame: Frame) => boolean;
  readonly take: (frame: Frame) => void;
}

/**
 * The host's end of the link, one exchange at a time: only what measuring needs. Frames that nobody waits for (pushes) are
 * dropped.
 */
export class LinkClient {
  readonly #socket: Socket;
  readonly #session: number;
  readonly #decoder = new FrameDecoder();
  #sequence = 0;
  #waiting: Waiting | undefined;

  private constructor(socket: Socket, session: number) {
    this.#socket = socket;
    this.#session = session;
    socket.on('data', (chunk: Buffer) => {
      for (const decoded of this.#decoder.push(chunk)) this.#take(decoded);
    });
    socket.on('error', () => socket.destroy());
  }

  /**
   * Connects to the unix socket of the port.
   * @param session names this connection; another than that of the connection before
   * @throws Error when nobody listens there
   */
  static connect(path: string, session: number): Promise<LinkClient> {
    return new Promise((resolve, reject) => {
      const socket = connect(path);
      socket.once('error', reject);
      socket.once('connect', () => {
        socket.off('error', reject);
        resolve(new LinkClient(socket, session));
      });
    });
  }

  /**
   * Sends a ping and waits for its answer.
   * @throws LinkError when it does not come in time, or is not `ok`
   */
  async ping(payload: Uint8Array, deadlineMs: number): Promise<void> {
    this.#sequence += 1;
    const sequence = this.#sequence;
    const request = cherub.Request.encode({ id: sequence, deadlineMs, ping: { payload } }).finish();
    const answered = this.#next(
      (frame) => frame.type === 'answer' && frame.session === this.#session && frame.sequence === sequence,
      deadlineMs,
    );
    this.#socket.write(encodeFrame({ type: 'request', session: this.#session, sequence, payload: request }));
    const answer = decodeMessage(cherub.Answer, (await answered).payload);
    if (!answer.ok) throw new LinkError(`ping: ${answer.problem}`);
    const { code, message } = answer.message;
    if (code !== cherub.Code.CODE_OK) throw new LinkError(`ping: code ${code} ${message}`);
  }

  close(): void {
    this.#socket.destroy();
  }

  #next(wanted: Waiting['wanted'], deadlineMs: number): Promise<Frame> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting = undefined;
        reject(new LinkError(`no answer within ${deadlineMs} ms`));
      }, deadlineMs);
      this.#waiting = {
        wanted,
        take: (frame) => {
          clearTimeout(timer);
          this.#waiting = undefined;
          resolve(frame);
        },
      };
    });
  }

  #take(decoded: Decoded): void {
    if (decoded.kind === 'frame' && this.#waiting?.wanted(decoded.frame)) this.#waiting.take(decoded.frame);
  }
}
