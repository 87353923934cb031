import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as actions from '#companion/sources/qmp/actions.ts';
import { parseInfoRegisters, sampleCpus } from '#companion/sources/qmp/cpu-registers.ts';
import { qmpOptionsShape } from '#companion/sources/qmp/options.ts';
import type { QmpArguments, QmpPort } from '#companion/sources/qmp/qmp-port.ts';
import { queryBlock, queryChardevs, queryCpus, queryStatus } from '#companion/sources/qmp/queries.ts';
import type { JsonValue } from '#protocol/messages/to-json.ts';

function portOf(value: JsonValue, seen: unknown[] = []): QmpPort {
  return {
    execute: (command: string, args?: QmpArguments) => {
      seen.push([command, args]);
      return Promise.resolve({ ok: true, value });
    },
  };
}

const ANYTHING = fc.jsonValue() as fc.Arbitrary<JsonValue>;

test('questions answer a value or say that the answer is none, whatever QEMU sends', async () => {
  await fc.assert(
    fc.asyncProperty(ANYTHING, async (value) => {
      for (const query of [queryStatus, queryCpus, queryBlock, queryChardevs, sampleCpus]) {
        const result = await query(portOf(value));
        if (!result.ok) assert.equal(result.problem, 'invalid');
      }
    }),
  );
});

test('vCPUs come with the threads of the host', async () => {
  const port = portOf([
    { 'thread-id': 24737, 'cpu-index': 0, target: 'x86_64', props: {}, 'qom-path': '/machine' },
    { 'thread-id': 'x', 'cpu-index': 1 },
  ]);
  assert.deepEqual(await queryCpus(port), {
    ok: true,
    value: [{ index: 0, threadId: 24737, target: 'x86_64' }],
  });
});

test('drives without a medium are left out', async () => {
  const port = portOf([
    { device: 'cd', inserted: null },
    { device: '', qdev: '/d/0', 'io-status': 'failed', inserted: { file: '/x.img', ro: false } },
  ]);
  assert.deepEqual(await queryBlock(port), {
    ok: true,
    value: [{ device: '', qdev: '/d/0', file: '/x.img', readOnly: false, ioStatus: 'failed' }],
  });
});

test('actions are the commands of QEMU with its names of arguments', async () => {
  const seen: unknown[] = [];
  const port = portOf('', seen);
  await actions.humanMonitor(port, 'info status');
  await actions.screendump(port, { file: '/s.png', format: 'png' });
  await actions.sendKeys(port, ['alt', 'sysrq', 't'], { holdMs: 20 });
  await actions.sendBreak(port, 'charserial0');
  await actions.injectNmi(port);
  await actions.dumpGuestMemory(port, { file: '/d' });
  await actions.saveMemory(port, { address: 4096, bytes: 8192, file: '/m' });
  await actions.resume(port);
  const keys = ['alt', 'sysrq', 't'].map((data) => ({ type: 'qcode', data }));
  assert.deepEqual(seen, [
    ['human-monitor-command', { 'command-line': 'info status' }],
    ['screendump', { filename: '/s.png', format: 'png' }],
    ['send-key', { keys, 'hold-time': 20 }],
    ['chardev-send-break', { id: 'charserial0' }],
    ['inject-nmi', undefined],
    ['dump-guest-memory', { paging: false, protocol: 'file:/d', format: 'kdump-zlib' }],
    ['pmemsave', { val: 4096, size: 8192, filename: '/m' }],
    ['cont', undefined],
  ]);
});

const INFO_REGISTERS = `
CPU#0
RAX=0000000000000001 RBX=ffa526d58027a9c0 RCX=000000000000003c RDX=0000000000000001
RSI=0000000000000000 RDI=ff2d263d1ec37780 RBP=0000000000000001 RSP=ffffffff85c03e80
RIP=ffffffff844e55da RFL=00000246 [---Z-P-] CPL=0 II=0 A20=1 SMM=0 HLT=1
CR0=80050033 CR2=ff2d263d0a401000 CR3=0000000009610000 CR4=00751eb0

CPU#1
EAX=00000000 EBX=00000000 ECX=00000000 EDX=00060fb1
ESI=00000000 EDI=00000000 EBP=00000000 ESP=00000000
EIP=0000fff0 EFL=00000002 [-------] CPL=3 II=0 A20=1 SMM=0 HLT=0
CR0=60000010 CR2=00000000 CR3=00000000 CR4=00000000
`;

test('registers are read as the monitor prints them, 64 and 32 bits', () => {
  assert.deepEqual(parseInfoRegisters(INFO_REGISTERS), [
    {
      index: 0,
      instructionPointer: 0xffff_ffff_844e_55dan,
      stackPointer: 0xffff_ffff_85c0_3e80n,
      flags: 0x246n,
      privilege: 0,
      isHalted: true,
      takesInterrupts: true,
      cr3: 0x961_0000n,
    },
    {
      index: 1,
      instructionPointer: 0xfff0n,
      stackPointer: 0n,
      flags: 2n,
      privilege: 3,
      isHalted: false,
      takesInterrupts: false,
      cr3: 0n,
    },
  ]);
});

test('every cut of the text gives whole vCPUs or none', () => {
  for (let end = 0; end < INFO_REGISTERS.length; end += 1) {
    assert.ok(parseInfoRegisters(INFO_REGISTERS.slice(0, end)).length <= 2);
  }
});

test("the config holds a connection unless told otherwise, and refuses EVE's own listener", () => {
  const parsed = qmpOptionsShape.safeParse({ socket: '/run/web/qmp' });
  assert.deepEqual(parsed.data, { socket: '/run/web/qmp', manner: 'held', pollSeconds: 10 });
  assert.equal(qmpOptionsShape.safeParse({ socket: '/run/web/listener.qmp' }).success, false);
  assert.equal(qmpOptionsShape.safeParse({ socket: '/run/web/qmp', manner: 'other' }).success, false);
});
