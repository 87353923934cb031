import type { IncidentFiles } from '#companion/incidents/incident-files.ts';

/** Thrown when the world has ended: nothing after it reaches the disk. */
export class WorldEnd extends Error {}

/**
 * Files in memory that end the world after so many changes. A write of the last change is torn: half of it is there.
 */
export class FakeIncidentFiles implements IncidentFiles {
  readonly contents = new Map<string, Buffer>();
  readonly #elsewhere: Map<string, Buffer>;
  #changesLeft: number;
  changes = 0;

  constructor(o: { readonly changes?: number; readonly elsewhere?: ReadonlyMap<string, Buffer> } = {}) {
    this.#changesLeft = o.changes ?? Number.POSITIVE_INFINITY;
    this.#elsewhere = new Map(o.elsewhere);
  }

  /** What is on the disk goes on, in a world that ends later, or never. */
  revive(changes = Number.POSITIVE_INFINITY): void {
    this.#changesLeft = changes;
  }

  async makeFolder(): Promise<void> {
    this.#change();
  }

  async write(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
    const whole = bytes instanceof Uint8Array ? Buffer.from(bytes) : await collect(bytes);
    this.#torn(whole, (part) => this.contents.set(path, part));
  }

  async append(path: string, bytes: Uint8Array): Promise<void> {
    const before = this.contents.get(path) ?? Buffer.alloc(0);
    this.#torn(Buffer.from(bytes), (part) => this.contents.set(path, Buffer.concat([before, part])));
  }

  async rename(from: string, to: string): Promise<void> {
    this.#change();
    for (const [path, bytes] of [...this.contents]) {
      if (path !== from && !path.startsWith(`${from}/`)) continue;
      this.contents.delete(path);
      this.contents.set(to + path.slice(from.length), bytes);
    }
  }

  /** A folder goes file by file, each a change. */
  async remove(path: string): Promise<void> {
    for (const each of [...this.contents.keys()]) {
      if (each !== path && !each.startsWith(`${path}/`)) continue;
      this.#change();
      this.contents.delete(each);
    }
  }

  async list(path: string): Promise<readonly string[]> {
    const prefix = path === '.' ? '' : path.endsWith('/') ? path : `${path}/`;
    const names = [...this.contents.keys()].flatMap((each) => {
      if (!each.startsWith(prefix)) return [];
      const [first, ...rest] = each.slice(prefix.length).split('/');
      return [rest.length > 0 ? `${first}/` : (first ?? '')];
    });
    return [...new Set(names)].sort();
  }

  async read(path: string, bytesMax: number): Promise<Buffer | undefined> {
    const bytes = this.contents.get(path);
    if (bytes !== undefined && bytes.length > bytesMax) throw new Error(`${path} is too long`);
    return bytes;
  }

  async *stream(path: string): AsyncGenerator<Uint8Array> {
    const bytes = this.contents.get(path);
    if (bytes === undefined) throw new Error(`${path} is not there`);
    yield bytes;
  }

  async size(path: string): Promise<number | undefined> {
    return this.contents.get(path)?.length;
  }

  async take(from: string, to: string): Promise<void> {
    this.#change();
    const bytes = this.#elsewhere.get(from);
    if (bytes === undefined) throw new Error(`${from} is not there`);
    this.#elsewhere.delete(from);
    this.contents.set(to, bytes);
  }

  #torn(whole: Buffer, put: (part: Buffer) => void): void {
    if (this.#changesLeft === 1) put(whole.subarray(0, whole.length / 2));
    else if (this.#changesLeft > 1) put(whole);
    this.#change();
  }

  #change(): void {
    this.changes += 1;
    this.#changesLeft -= 1;
    if (this.#changesLeft <= 0) throw new WorldEnd('the world has ended');
  }
}

async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}
