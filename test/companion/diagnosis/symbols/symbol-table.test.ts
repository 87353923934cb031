import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { KernelSymbols } from '#companion/diagnosis/symbols/kernel-symbols.ts';
import { SymbolTable } from '#companion/diagnosis/symbols/symbol-table.ts';
import { LINK_ADDRESS, makeSymbols, makeSystemMap } from '#test/support/fake-kernel.ts';

const SLIDE = 0x1a00_0000n;

function refusal(result: unknown): string {
  return typeof result === 'string' ? result : '';
}

describe('the symbols of a kernel', () => {
  it('name an address by its function, with offset and size', () => {
    const symbols = makeSymbols(['first', 'second']);
    assert.equal(symbols.format(LINK_ADDRESS + 0x112n), 'second+0x12/0x100');
    assert.equal(symbols.format(LINK_ADDRESS), 'first+0x0/0x100');
  });

  it('are moved to where this boot put the kernel', () => {
    const symbols = makeSymbols(['first', 'second'], LINK_ADDRESS + SLIDE);
    assert.equal(symbols.format(LINK_ADDRESS + SLIDE + 0x1ffn), 'second+0xff/0x100');
    assert.equal(symbols.format(LINK_ADDRESS + 0x112n), (LINK_ADDRESS + 0x112n).toString(16));
    assert.equal(symbols.bannerAddress, LINK_ADDRESS + SLIDE + 0x100n * 602n + 0x1000n);
  });

  it('name nothing outside of the code of the kernel', () => {
    const symbols = makeSymbols(['first']);
    for (const address of [0n, LINK_ADDRESS - 1n, symbols.textEnd, 0xffff_ffff_c000_0000n]) {
      assert.equal(symbols.find(address), undefined);
    }
  });

  it('name modules only when the table is of this boot', () => {
    const module = 'ffffffffc0301000 t spin\t[hang]\nffffffffc0301040 t spin_end\t[hang]\n';
    const table = SymbolTable.parse(makeSystemMap(['first']) + module);
    assert.ok(typeof table !== 'string');
    const same = KernelSymbols.at(table, LINK_ADDRESS, 'kallsyms');
    const other = KernelSymbols.at(table, LINK_ADDRESS + SLIDE, 'kallsyms');
    assert.ok(typeof same !== 'string' && typeof other !== 'string');
    assert.equal(same.format(0xffff_ffff_c030_1004n), 'spin+0x4/0x40 [hang]');
    assert.equal(other.format(0xffff_ffff_c030_1004n), 'ffffffffc0301004');
  });

  it('are refused for an address at which that kernel cannot lie', () => {
    const table = SymbolTable.parse(makeSystemMap(['first']));
    assert.ok(typeof table !== 'string');
    assert.match(refusal(KernelSymbols.at(table, LINK_ADDRESS + 0x123n, 'x')), /cannot be the one of x/u);
    assert.match(refusal(KernelSymbols.at(table, 0x40_0000n, 'x')), /cannot be the one of x/u);
  });
});

describe('a System.map', () => {
  it('that is a stub says where the real one is', () => {
    const stub = 'ffffffffffffffff B The real System.map is in the linux-image-<version>-dbg package\n';
    assert.match(refusal(SymbolTable.parse(stub)), /a stub, as Debian ships it.*-dbg/u);
  });

  it('that was read from /proc/kallsyms without the right to is refused', () => {
    const hidden = makeSystemMap(['first']).replaceAll(/^[0-9a-f]{16}/gmu, '0000000000000000');
    assert.match(refusal(SymbolTable.parse(hidden)), /not read by root/u);
  });

  it('may hold anything and is still read', () => {
    const noise = fc.array(fc.oneof(fc.string(), fc.constantFrom('ffffffff81000000 T x', '\0', '0 T')));
    fc.assert(
      fc.property(noise, fc.bigInt(0n, (1n << 64n) - 1n), (lines, address) => {
        const table = SymbolTable.parse(`${lines.join('\n')}\n${makeSystemMap(['first'])}`);
        assert.ok(typeof table !== 'string');
        const found = table.find(address);
        assert.ok(found === undefined || found.offset >= 0n);
      }),
    );
  });
});
