/** Where an address lies in a function. */
export interface SymbolPlace {
  readonly name: string;
  readonly offset: bigint;
  /** 0 when it is not known where the function ends. */
  readonly size: bigint;
  /** The module that it belongs to. */
  readonly module?: string;
}

/** Lines of other files, and files of many gigabytes, end here. A kernel with everything has some 250,000. */
const SYMBOLS_MAX = 1_000_000;
/** Debian's System.map outside of the -dbg package is one line. */
const TEXT_SYMBOLS_MIN = 500;

const LINE = /^([0-9a-f]{8,16}) ([A-Za-z]) (\S{1,512})(?:\s+\[([\w-]{1,64})\])?$/u;

/**
 * The functions of a kernel by address: a System.map, or what the guest's /proc/kallsyms says as root (the same with modules
 * behind). Addresses are those of the file; `KernelSymbols` moves them to where the kernel really lies.
 */
export class SymbolTable {
  readonly #addresses: BigUint64Array;
  readonly #names: readonly string[];
  readonly #modules: ReadonlyMap<number, string>;
  /** `_text`: what the load address of the guest is compared with. */
  readonly textStart: bigint;
  /** `_etext`: the end of the kernel's own code. */
  readonly textEnd: bigint;
  readonly #marks: ReadonlyMap<string, bigint>;

  private constructor(
    sorted: readonly Entry[],
    text: { readonly start: bigint; readonly end: bigint },
    marks: ReadonlyMap<string, bigint>,
  ) {
    this.#addresses = BigUint64Array.from(sorted, (entry) => entry.address);
    this.#names = sorted.map((entry) => entry.name);
    const modules = sorted.flatMap(({ module }, at) => (module === undefined ? [] : [[at, module] as const]));
    this.#modules = new Map(modules);
    this.textStart = text.start;
    this.textEnd = text.end;
    this.#marks = marks;
  }

  /** @returns one line for a person when the text is no usable table */
  static parse(text: string): SymbolTable | string {
    const code: Entry[] = [];
    const marks = new Map<string, bigint>();
    let count = 0;
    for (const line of eachLine(text)) {
      const match = LINE.exec(line);
      if (match === null) continue;
      count += 1;
      if (count > SYMBOLS_MAX) return `it has more than ${SYMBOLS_MAX} symbols`;
      const [, digits = '', type = '', name = '', module] = match;
      const address = BigInt(`0x${digits}`);
      if (MARKS.has(name) && module === undefined) marks.set(name, address);
      if ('tTwW'.includes(type)) code.push({ address, name, type, ...(module !== undefined && { module }) });
    }
    if (code.length < TEXT_SYMBOLS_MIN) {
      return `it has ${code.length} functions: a stub, as Debian ships it; the real one is in the package linux-image-…-dbg`;
    }
    const start = marks.get('_text') ?? marks.get('_stext');
    const end = marks.get('_etext');
    if (start === undefined || end === undefined) return 'it has no _text and _etext';
    if (start === 0n) return 'all its addresses are zero: /proc/kallsyms was not read by root';
    return new SymbolTable(sortedEntries(code), { start, end }, marks);
  }

  /** The address of one of the few data symbols that are kept, such as `linux_banner`. */
  mark(name: 'linux_banner'): bigint | undefined {
    return this.#marks.get(name);
  }

  /** Undefined when the address is below the first function. */
  find(address: bigint): SymbolPlace | undefined {
    let low = 0;
    let high = this.#addresses.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#addresses[middle] ?? 0n) <= address) low = middle + 1;
      else high = middle;
    }
    const at = low - 1;
    const start = this.#addresses[at];
    if (start === undefined) return undefined;
    const next = this.#addresses[low];
    const isLast = start < this.textEnd && (next === undefined || next > this.textEnd);
    const end = isLast ? this.textEnd : next;
    const module = this.#modules.get(at);
    return {
      name: this.#names[at] ?? '',
      offset: address - start,
      size: end === undefined ? 0n : end - start,
      ...(module !== undefined && { module }),
    };
  }
}

interface Entry {
  readonly address: bigint;
  readonly name: string;
  readonly type: string;
  readonly module?: string;
}

const MARKS: ReadonlySet<string> = new Set(['_text', '_stext', '_etext', 'linux_banner']);

/** Of several names for one place, a global one; among those the first, as the file has them. */
function sortedEntries(entries: readonly Entry[]): Entry[] {
  const sorted = entries.toSorted((a, b) => compare(a.address, b.address) || weight(a) - weight(b));
  return sorted.filter((entry, at) => at === 0 || entry.address !== sorted[at - 1]?.address);
}

/** Names that mark a place and are no function come last. */
function weight({ type, name }: Entry): number {
  return (type === 'T' ? 0 : 1) + (/^(?:_text|_stext|_etext|__.*_(?:start|end|begin))$/u.test(name) ? 2 : 0);
}

function compare(a: bigint, b: bigint): number {
  return a < b ? -1 : Number(a > b);
}

/** Not `split`: a file that is no table at all must not become millions of texts. */
function* eachLine(text: string): Generator<string> {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('\n', at);
    const stop = end === -1 ? text.length : end;
    if (stop - at <= 700) yield text.slice(at, stop);
    at = stop + 1;
  }
}
