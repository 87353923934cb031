import type { SymbolPlace, SymbolTable } from './symbol-table.ts';

/** What moves a kernel at boot (KASLR) moves it by a multiple of this (CONFIG_PHYSICAL_ALIGN of x86-64; arm64 has 64 KiB at least). */
const ALIGNMENT = 0x1_0000n;
/** The range that x86-64 can move it in is 1 GiB; arm64 has more. */
const SLIDE_MAX = 1n << 47n;

/** The functions of a kernel where they lie in a guest: a table, and how far KASLR moved it. */
export class KernelSymbols {
  readonly #table: SymbolTable;
  readonly #slide: bigint;
  /** The file, for people. */
  readonly from: string;

  private constructor(table: SymbolTable, slide: bigint, from: string) {
    this.#table = table;
    this.#slide = slide;
    this.from = from;
  }

  /**
   * @param textAddress of `_text` in the guest
   * @returns one line for a person when table and address cannot belong together
   */
  static at(table: SymbolTable, textAddress: bigint, from: string): KernelSymbols | string {
    const slide = textAddress - table.textStart;
    const isFar = slide > SLIDE_MAX || slide < -SLIDE_MAX;
    if (isFar || slide % ALIGNMENT !== 0n) {
      return `the guest's kernel cannot be the one of ${from}: it lies at ${textAddress.toString(16)}`;
    }
    return new KernelSymbols(table, slide, from);
  }

  get textStart(): bigint {
    return this.#table.textStart + this.#slide;
  }

  get textEnd(): bigint {
    return this.#table.textEnd + this.#slide;
  }

  /** Where the kernel keeps its own name: `Linux version …`. */
  get bannerAddress(): bigint | undefined {
    const address = this.#table.mark('linux_banner');
    return address === undefined ? undefined : address + this.#slide;
  }

  /** Undefined for what is not in the kernel's code, nor in that of a module which the table has for this very boot. */
  find(address: bigint): SymbolPlace | undefined {
    const place = this.#table.find(address - this.#slide);
    if (place === undefined) return undefined;
    if (address >= this.textStart && address < this.textEnd) return place;
    // Modules lie elsewhere at each boot: their names are right only in a table of this one.
    const isOfThisBoot = this.#slide === 0n && place.module !== undefined;
    return isOfThisBoot && (place.size === 0n || place.offset < place.size) ? place : undefined;
  }

  /** `function+0x12/0x40`, as the kernel writes it; the bare address when there is no name. */
  format(address: bigint): string {
    return formatAddress(address, this);
  }
}

/** `function+0x12/0x40 [module]`, or the address in 16 digits. */
export function formatAddress(address: bigint, symbols: KernelSymbols | undefined): string {
  const place = symbols?.find(address);
  if (place === undefined) return address.toString(16).padStart(16, '0');
  const { name, offset, size, module } = place;
  const end = size === 0n ? '' : `/0x${size.toString(16)}`;
  return `${name}+0x${offset.toString(16)}${end}${module === undefined ? '' : ` [${module}]`}`;
}
