/** The answer to `m` (mm/show_mem.c). */
export interface MemoryShown {
  readonly kind: 'memory';
  /** Pages by the kernel's names, of the whole machine: `free`, `slab_unreclaimable`. */
  readonly pages: Readonly<Record<string, number>>;
  readonly nodes: readonly MemoryNode[];
  readonly zones: readonly MemoryZone[];
  readonly hugePages: readonly HugePages[];
  /** What the last lines say, by the names of this file: `ramPages`, `reservedPages`, `freeSwapKb`. */
  readonly totals: Readonly<Record<string, number>>;
}

export interface MemoryNode {
  readonly node: number;
  /** By the kernel's names, KiB. */
  readonly kb: Readonly<Record<string, number>>;
  /** The kernel has given up on reclaiming there. */
  readonly isUnreclaimable: boolean;
}

export interface MemoryZone {
  readonly node: number;
  readonly zone: string;
  /** By the kernel's names, KiB: `free`, `min`, `low`, `high`, `present`, `managed`. */
  readonly kb: Readonly<Record<string, number>>;
  /** Free blocks of the buddy allocator, smallest first. */
  readonly free: readonly { readonly blockKb: number; readonly count: number }[];
}

export interface HugePages {
  readonly node: number;
  readonly sizeKb: number;
  readonly total: number;
  readonly free: number;
  readonly surplus: number;
}

const ITEMS_MAX = 4096;

const NODE = /^Node (\d{1,5}) (active_anon:.*)$/u;
const ZONE = /^Node (\d{1,5}) (\w{1,32}) (free:.*)$/u;
const BUDDY = /^Node (\d{1,5}) (\w{1,32}): (.*) = \d{1,20}kB$/u;
const HUGE =
  /^Node (\d{1,5}) hugepages_total=(\d{1,15}) hugepages_free=(\d{1,15}) hugepages_surp=(\d{1,15}) hugepages_size=(\d{1,15})kB/u;
const PAIR = /([\w()]{1,40}):(\d{1,15})(?![\d.])/gu;
const KB_PAIR = /([\w()]{1,40}): ?(\d{1,15})k[bB]/giu;
const BLOCKS = /(\d{1,15})\*(\d{1,15})kB/gu;

const TOTALS: readonly (readonly [RegExp, string])[] = [
  [/^(\d{1,15}) total pagecache pages/u, 'pageCachePages'],
  [/^(\d{1,15}) pages in swap cache/u, 'swapCachePages'],
  [/^Free swap {2}= (\d{1,15})kB/u, 'freeSwapKb'],
  [/^Total swap = (\d{1,15})kB/u, 'totalSwapKb'],
  [/^(\d{1,15}) pages RAM/u, 'ramPages'],
  [/^(\d{1,15}) pages HighMem/u, 'highMemPages'],
  [/^(\d{1,15}) pages reserved/u, 'reservedPages'],
  [/^(\d{1,15}) pages cma reserved/u, 'cmaReservedPages'],
  [/^(\d{1,15}) pages hwpoisoned/u, 'hwPoisonedPages'],
];

interface Zone extends MemoryZone {
  kb: Record<string, number>;
  free: { blockKb: number; count: number }[];
}

export function parseMemory(lines: readonly string[]): { shown: MemoryShown; problems: string[] } {
  const reader = new MemoryReader();
  for (const line of lines) reader.read(line.trim());
  const { shown } = reader;
  const problems: string[] = [];
  if (Object.keys(shown.pages).length === 0) problems.push('no page counts were shown');
  if (shown.totals['reservedPages'] === undefined) problems.push('the end (pages reserved) did not come');
  return { shown, problems };
}

class MemoryReader {
  readonly #pages: Record<string, number> = {};
  readonly #nodes: MemoryNode[] = [];
  readonly #zones = new Map<string, Zone>();
  readonly #hugePages: HugePages[] = [];
  readonly #totals: Record<string, number> = {};
  #isAtPages = false;

  get shown(): MemoryShown {
    return {
      kind: 'memory',
      pages: this.#pages,
      nodes: this.#nodes,
      zones: [...this.#zones.values()],
      hugePages: this.#hugePages,
      totals: this.#totals,
    };
  }

  read(text: string): void {
    if (text === 'Mem-Info:') this.#isAtPages = true;
    else if (text.startsWith('Node ')) {
      this.#isAtPages = false;
      this.#readNode(text);
    } else if (this.#isAtPages) addPairs(this.#pages, text, PAIR);
    else this.#readTotal(text);
  }

  #readNode(text: string): void {
    const node = NODE.exec(text);
    if (node !== null) {
      if (this.#nodes.length >= ITEMS_MAX) return;
      const kb = addPairs({}, node[2] ?? '', KB_PAIR);
      this.#nodes.push({
        node: Number(node[1]),
        kb,
        isUnreclaimable: /all_unreclaimable\? yes/u.test(text),
      });
      return;
    }
    const zone = ZONE.exec(text);
    if (zone !== null) {
      addPairs(this.#zone(zone[1], zone[2])?.kb ?? {}, zone[3] ?? '', KB_PAIR);
      return;
    }
    const buddy = BUDDY.exec(text);
    if (buddy !== null) {
      const free = this.#zone(buddy[1], buddy[2])?.free;
      for (const [, count, blockKb] of (buddy[3] ?? '').matchAll(BLOCKS)) {
        if (free !== undefined && free.length < 64)
          free.push({ blockKb: Number(blockKb), count: Number(count) });
      }
      return;
    }
    this.#readHugePages(text);
  }

  #readHugePages(text: string): void {
    const huge = HUGE.exec(text);
    if (huge === null || this.#hugePages.length >= ITEMS_MAX) return;
    const [node = 0, total = 0, free = 0, surplus = 0, sizeKb = 0] = huge.slice(1).map(Number);
    this.#hugePages.push({ node, sizeKb, total, free, surplus });
  }

  #readTotal(text: string): void {
    for (const [pattern, name] of TOTALS) {
      const value = pattern.exec(text)?.[1];
      if (value === undefined) continue;
      this.#totals[name] = Number(value);
      return;
    }
  }

  #zone(node: string | undefined, zone: string | undefined): Zone | undefined {
    const name = `${node} ${zone}`;
    const known = this.#zones.get(name);
    if (known !== undefined || this.#zones.size >= ITEMS_MAX) return known;
    const made: Zone = { node: Number(node), zone: zone ?? '', kb: {}, free: [] };
    this.#zones.set(name, made);
    return made;
  }
}

function addPairs(target: Record<string, number>, text: string, pattern: RegExp): Record<string, number> {
  for (const [, name = '', value] of text.matchAll(pattern)) {
    if (!Object.hasOwn(target, name) && name !== '__proto__') target[name] = Number(value);
  }
  return target;
}
