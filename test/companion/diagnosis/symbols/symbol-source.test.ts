import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { createSymbolSource, type FoundSymbols } from '#companion/diagnosis/symbols/symbol-source.ts';
import { LINK_ADDRESS, makeSystemMap } from '#test/support/fake-kernel.ts';

const RELEASE = '6.1.0-37-cloud-amd64';
const BUILD_ID = '4be1b8e2c0a94be1b8e2c0a94be1b8e2c0a9f00d';
const inventory = {
  kernelRelease: RELEASE,
  kernelBuildId: BUILD_ID,
  kernelTextAddress: (LINK_ADDRESS + 0x1a00_0000n).toString(16),
};

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'symbols-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function find(o: object = {}): Promise<FoundSymbols> {
  return createSymbolSource([folder], []).find({ ...inventory, ...o });
}

function reasonOf(found: FoundSymbols): string {
  return found.ok ? '' : found.reason;
}

describe('the symbols of a guest', () => {
  it('are those of its release', async () => {
    writeFileSync(join(folder, `System.map-${RELEASE}`), makeSystemMap(['first', 'second']));
    const found = await find();
    assert.ok(found.ok);
    assert.equal(found.symbols.format(LINK_ADDRESS + 0x1a00_0110n), 'second+0x10/0x100');
  });

  it('are those of its build where there are both', async () => {
    writeFileSync(join(folder, `System.map-${RELEASE}`), makeSystemMap(['of_release']));
    writeFileSync(join(folder, `System.map-${BUILD_ID}`), makeSystemMap(['of_build']));
    const found = await find();
    assert.ok(found.ok);
    assert.match(found.symbols.from, new RegExp(`${BUILD_ID}$`, 'u'));
  });

  it('may stand in a folder of the release or the build', async () => {
    mkdirSync(join(folder, BUILD_ID));
    writeFileSync(join(folder, BUILD_ID, 'System.map'), makeSystemMap(['first']));
    assert.equal((await find()).ok, true);
  });

  it('are passed over when they are a stub, for one that is not', async () => {
    writeFileSync(
      join(folder, `System.map-${RELEASE}`),
      'ffffffffffffffff B The real System.map is elsewhere\n',
    );
    assert.match(reasonOf(await find()), /a stub/u);
    mkdirSync(join(folder, RELEASE));
    writeFileSync(join(folder, RELEASE, 'System.map'), makeSystemMap(['first']));
    assert.equal((await find()).ok, true);
  });

  it('are read again when the file is another one', async () => {
    const source = createSymbolSource([folder], []);
    const file = join(folder, `System.map-${RELEASE}`);
    writeFileSync(file, 'nothing yet');
    assert.equal((await source.find(inventory)).ok, false);
    writeFileSync(file, makeSystemMap(['first']));
    assert.equal((await source.find(inventory)).ok, true);
  });

  it('say what is missing', async () => {
    assert.match(
      reasonOf(await find()),
      /no System\.map of kernel 6\.1\.0-37-cloud-amd64 \(build 4be1.*\) in/u,
    );
    assert.match(reasonOf(await find({ kernelTextAddress: '' })), /kptr_restrict/u);
    assert.match(reasonOf(await createSymbolSource([folder], []).find(undefined)), /has no agent/u);
  });

  it('are never looked for outside of the folder, whatever the guest calls itself', async () => {
    for (const kernelRelease of ['../etc', '..', 'a/b', '', 'x'.repeat(200)]) {
      assert.match(reasonOf(await find({ kernelRelease })), /did not tell the release/u);
    }
  });
});
