import { once } from 'node:events';
import { connect as connectTo, createServer, type Socket } from 'node:net';

/** What happens to connections, from now on and to those that are open. */
export type Fault =
  /** Everything passes. */
  | 'none'
  /** Hung up at once. */
  | 'refuse'
  /** Taken, and never answered. */
  | 'silent'
  /** Hung up after some kilobytes of the request. */
  | 'cut-request'
  /** The request arrives whole; the answer does not come back. */
  | 'cut-answer'
  /** A kilobyte at a time. */
  | 'slow';

/** A way to a server on loopback, with faults; TLS goes through it untouched. */
export interface FaultyWay {
  readonly port: number;
  set(fault: Fault): void;
  end(): Promise<void>;
}

const CUT_REQUEST_BYTES = 6000;
/** After TLS' own messages; nothing of an answer to a request gets through. */
const CUT_ANSWER_BYTES = 3000;

export async function faultyWay(target: {
  readonly host: string;
  readonly port: number;
}): Promise<FaultyWay> {
  let fault: Fault = 'none';
  const open = new Set<Socket>();
  const server = createServer((client) => {
    open.add(client);
    client.on('error', () => {}).on('close', () => open.delete(client));
    if (fault === 'refuse') return client.destroy();
    if (fault === 'silent') return client.resume();
    return join(client, fault);
  });
  const join = (client: Socket, how: Fault): void => {
    const behind = connectTo(target.port, target.host);
    open.add(behind);
    behind.on('error', () => client.destroy()).on('close', () => client.destroy());
    client.on('close', () => behind.destroy());
    let asked = 0;
    let answered = 0;
    client.on('data', (bytes: Buffer) => {
      asked += bytes.length;
      if (how === 'cut-request' && asked > CUT_REQUEST_BYTES) client.destroy();
      else if (how === 'slow') void passSlowly(client, behind, bytes);
      else behind.write(bytes);
    });
    behind.on('data', (bytes: Buffer) => {
      answered += bytes.length;
      if (how === 'cut-answer' && answered > CUT_ANSWER_BYTES) client.destroy();
      else client.write(bytes);
    });
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    set: (next) => {
      fault = next;
      for (const socket of open) socket.destroy();
    },
    end: async () => {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

async function passSlowly(from: Socket, to: Socket, bytes: Buffer): Promise<void> {
  from.pause();
  for (let at = 0; at < bytes.length; at += 1024) {
    to.write(bytes.subarray(at, at + 1024));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  from.resume();
}
