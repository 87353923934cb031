import { KernelSymbols } from '#companion/diagnosis/symbols/kernel-symbols.ts';
import { SymbolTable } from '#companion/diagnosis/symbols/symbol-table.ts';

/** Where `_text` stands in the map. */
export const LINK_ADDRESS = 0xffff_ffff_8100_0000n;
const FUNCTION_BYTES = 0x100n;
const FILLERS = 600;

/** A System.map: the given functions, each 0x100 bytes, and enough others. */
export function makeSystemMap(functions: readonly string[]): string {
  const names = [...functions, ...Array.from({ length: FILLERS }, (_, at) => `filler_${at}`)];
  const line = (address: bigint, rest: string): string =>
    `${address.toString(16).padStart(16, '0')} ${rest}\n`;
  const end = LINK_ADDRESS + FUNCTION_BYTES * BigInt(names.length);
  return [
    line(0n, 'A fixed_percpu_data'),
    line(LINK_ADDRESS, 'T _text'),
    line(LINK_ADDRESS, 'T _stext'),
    ...names.map((name, at) =>
      line(LINK_ADDRESS + FUNCTION_BYTES * BigInt(at), `${at % 2 === 0 ? 'T' : 't'} ${name}`),
    ),
    line(end, 'T _etext'),
    line(end + 0x1000n, 'D linux_banner'),
  ].join('');
}

/** The functions at the address that a boot gave them. */
export function makeSymbols(functions: readonly string[], textAddress = LINK_ADDRESS): KernelSymbols {
  const table = SymbolTable.parse(makeSystemMap(functions));
  if (typeof table === 'string') throw new Error(table);
  const symbols = KernelSymbols.at(table, textAddress, 'System.map-test');
  if (typeof symbols === 'string') throw new Error(symbols);
  return symbols;
}
