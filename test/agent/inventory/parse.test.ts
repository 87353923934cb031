import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completeInventory, parseSystemInformation } from '#agent/core/inventory/complete-inventory.ts';
import { parseBuildId } from '#agent/core/inventory/elf-notes.ts';
import { parseOsRelease } from '#agent/core/inventory/os-release.ts';
import { describeSysrqMask } from '#agent/core/inventory/sysrq.ts';

function note(name: string, type: number, description: readonly number[]): number[] {
  const word = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24];
  const padded = (bytes: readonly number[]) => [...bytes, ...new Array<number>(-bytes.length & 3).fill(0)];
  return [
    ...word(name.length),
    ...word(description.length),
    ...word(type),
    ...padded([...Buffer.from(name)]),
    ...padded(description),
  ];
}

test('the build id is found behind other notes', () => {
  const notes = [
    ...note('Xen\0', 6, [1, 2, 3]),
    ...note('Linux\0', 257, [0]),
    ...note('GNU\0', 3, [0xab, 0x01, 0xff]),
  ];
  assert.equal(parseBuildId(Uint8Array.from(notes)), 'ab01ff');
});

test('notes that are cut, or lie about their sizes, give no build id', () => {
  const notes = note('GNU\0', 3, [1, 2, 3, 4]);
  for (let length = 0; length < notes.length; length++) {
    assert.equal(parseBuildId(Uint8Array.from(notes.slice(0, length))), '');
  }
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      assert.match(parseBuildId(bytes), /^[0-9a-f]*$/);
    }),
  );
});

test('os-release values come bare or in either kind of quotes', () => {
  const text = 'ID=debian\nVERSION_ID="12"\nPRETTY_NAME=\'Debian "12"\'\n# c\nBROKEN\n';
  assert.deepEqual(parseOsRelease(text), { id: 'debian', version: '12', prettyName: 'Debian "12"' });
  assert.equal(parseOsRelease('PRETTY_NAME="a \\"b\\" \\$c"').prettyName, 'a "b" $c');
  assert.equal(parseOsRelease('ID="').id, '');
});

test('a SysRq mask is told in words', () => {
  assert.equal(describeSysrqMask(0), 'nothing');
  assert.equal(describeSysrqMask(1), 'everything');
  assert.equal(
    describeSysrqMask(0x1b6),
    'log level, keyboard, sync, remount read-only, reboot, nice of real-time tasks',
  );
});

test('systeminformation fills gaps and overrides nothing', () => {
  const information = parseSystemInformation(
    '{"systemVendor":"QEMU","cpuModel":"other","hypervisor":"KVM","x":1}',
  );
  assert.ok(information);
  const completed = completeInventory(
    { systemVendor: '', cpuModel: 'AMD EPYC', hypervisor: 'unknown' },
    information,
  );
  assert.deepEqual(completed, { systemVendor: 'QEMU', cpuModel: 'AMD EPYC', hypervisor: 'kvm' });
});

test('what the helper process prints is not trusted', () => {
  for (const text of ['', 'null', '[', '7', 'Error: no'])
    assert.equal(parseSystemInformation(text), undefined);
  assert.equal(parseSystemInformation('{"cpuModel":"a\\u001bb","systemVendor":5}')?.cpuModel, 'a?b');
});
