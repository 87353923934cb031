import type { ServerResponse } from 'node:http';
import type { UiChange } from '../page/ui-types.ts';

/** Pages that may listen at once. */
const LISTENERS_MAX = 64;
/** Changes are gathered for this long, so that a burst of requests makes one event. */
const GATHER_MS = 250;
/** A comment keeps proxies and the browser from giving up a quiet stream. */
const KEEP_ALIVE_MS = 15_000;
/** A page that reads slower than this is dropped; it comes back by itself and asks anew. */
const BACKLOG_BYTES_MAX = 256 * 1024;

/** Server-sent events: tells every open page which apps got something new. */
export class ChangeStream {
  readonly #listeners = new Set<ServerResponse>();
  readonly #changed = new Map<number, Set<string>>();
  #gather: NodeJS.Timeout | undefined;
  #keepAlive: NodeJS.Timeout | undefined;

  /** Takes over a response. @returns false when there are too many pages already */
  add(response: ServerResponse): boolean {
    if (this.#listeners.size >= LISTENERS_MAX) return false;
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write('retry: 2000\n\n');
    this.#listeners.add(response);
    response.on('close', () => this.#remove(response));
    this.#keepAlive ??= setInterval(() => this.#send(': still here\n\n'), KEEP_ALIVE_MS);
    return true;
  }

  /** Notes that an app got entries of these kinds. */
  changed(app: number, kinds: Iterable<string>): void {
    if (this.#listeners.size === 0) return;
    const known = this.#changed.get(app) ?? new Set();
    for (const kind of kinds) known.add(kind);
    this.#changed.set(app, known);
    this.#gather ??= setTimeout(() => this.#flush(), GATHER_MS);
  }

  /** Ends all streams. */
  close(): void {
    clearTimeout(this.#gather);
    this.#gather = undefined;
    this.#changed.clear();
    for (const listener of this.#listeners) listener.end();
  }

  #flush(): void {
    this.#gather = undefined;
    const changes: UiChange[] = [...this.#changed].map(([app, kinds]) => ({ app, kinds: [...kinds] }));
    this.#changed.clear();
    this.#send(`event: change\ndata: ${JSON.stringify(changes)}\n\n`);
  }

  #send(text: string): void {
    for (const listener of this.#listeners) {
      if (listener.writableLength > BACKLOG_BYTES_MAX) listener.destroy();
      else listener.write(text);
    }
  }

  #remove(response: ServerResponse): void {
    this.#listeners.delete(response);
    if (this.#listeners.size > 0) return;
    clearInterval(this.#keepAlive);
    this.#keepAlive = undefined;
  }
}
