import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decodeRegisters } from '#companion/sources/gdb/registers.ts';
import { ReplyReader } from '#companion/sources/gdb/reply-reader.ts';
import {
  type GdbScript,
  isStopReply,
  planScript,
  readScript,
  SCRIPT_MEMORY_BYTES_MAX,
  type ScriptPlan,
} from '#companion/sources/gdb/script.ts';
import { FakeGdb } from '#test/support/fake-gdb.ts';

const PLAN: ScriptPlan = {
  architecture: 'x86_64',
  vcpus: 2,
  memory: [
    { address: 0x1000n, bytes: 5000, space: 'physical' },
    { address: 0xffff_c900_0000_0000n, bytes: 16, space: { vcpu: 1 } },
  ],
  resume: true,
};

function run(gdb: FakeGdb, script: GdbScript): { readonly state: string; readonly packets: Uint8Array[] } {
  gdb.opened();
  const reader = new ReplyReader(script);
  const state = reader.push(Buffer.from(gdb.feed(script.bytes), 'latin1'));
  return { state, packets: reader.packets };
}

test('a script gives registers and memory of one moment and lets the guest go', () => {
  const gdb = new FakeGdb(2);
  const script = planScript(PLAN);
  const { state, packets } = run(gdb, script);
  assert.equal(state, 'complete');
  const result = readScript(PLAN, script, packets);
  assert.equal(result.isReleased, true);
  assert.equal(gdb.isRunning, true);
  assert.equal(gdb.stops, 1);
  assert.deepEqual(
    result.registers.map(({ index, instructionPointer, takesInterrupts }) => [
      index,
      instructionPointer,
      takesInterrupts,
    ]),
    [
      [0, 0xffff_ffff_8100_0000n, true],
      [1, 0xffff_ffff_8100_0001n, true],
    ],
  );
  assert.deepEqual(
    result.memory.map(({ bytes }) => bytes.length),
    [5000, 16],
  );
  assert.equal(result.registers[0]?.values.get('cr3'), 0x1234_5000n);
});

test('the detach is the last question, so that no byte stops the guest again', () => {
  const gdb = new FakeGdb(1);
  run(gdb, planScript(PLAN));
  assert.equal(gdb.questions.at(-1), 'D;1');
  assert.equal(gdb.questions.filter((question) => question.startsWith('D')).length, 1);
});

test('physical addresses are switched off again before the end', () => {
  const gdb = new FakeGdb(2);
  run(gdb, planScript(PLAN));
  assert.equal(gdb.isPhysical, false);
  const modes = gdb.questions.filter((question) => question.startsWith('Qqemu'));
  assert.deepEqual(modes, ['Qqemu.PhyMemMode:0', 'Qqemu.PhyMemMode:1', 'Qqemu.PhyMemMode:0']);
});

test('a guest that stood still before is not let go', () => {
  const gdb = new FakeGdb(2);
  gdb.isRunning = false;
  const plan = { ...PLAN, resume: false };
  const script = planScript(plan);
  const { state, packets } = run(gdb, script);
  assert.equal(state, 'complete');
  assert.equal(readScript(plan, script, packets).isReleased, true);
  assert.equal(gdb.isRunning, false);
});

test('replies that end early give what came, and no claim that the guest was let go', () => {
  const script = planScript(PLAN);
  const { packets } = run(new FakeGdb(2), script);
  for (let count = 0; count < packets.length; count += 1) {
    const result = readScript(PLAN, script, packets.slice(0, count));
    assert.equal(result.isReleased, false);
    assert.ok(result.registers.length <= 2);
  }
});

test('memory that cannot be read is short', () => {
  const plan: ScriptPlan = { ...PLAN, memory: [{ address: 0n, bytes: 4096, space: 'physical' }] };
  const script = planScript(plan);
  const { packets } = run(new FakeGdb(2), script);
  assert.equal(readScript(plan, script, packets).memory[0]?.bytes.length, 0);
});

test('a damaged reply breaks the exchange', () => {
  const script = planScript(PLAN);
  const gdb = new FakeGdb(2, {
    distort: (packet, index) => (index === 3 ? packet.replace('#', 'x#') : packet),
  });
  assert.equal(run(gdb, script).state, 'broken');
});

test('a stub that sends without end breaks the exchange', () => {
  const script = planScript(PLAN);
  const reader = new ReplyReader(script);
  let state = 'more';
  let sent = 0;
  while (state === 'more') {
    state = reader.push(Buffer.from('+'.repeat(65_536)));
    sent += 65_536;
  }
  assert.equal(state, 'broken');
  assert.ok(sent <= script.replyBytesMax + 65_536);
});

test('stop replies are none of our answers', () => {
  for (const text of ['T02thread:01;', 'S05', 'W00'])
    assert.equal(isStopReply(Buffer.from(text)), true, text);
  for (const text of ['OK', 'E14', '', '00ff', 'm'])
    assert.equal(isStopReply(Buffer.from(text)), false, text);
});

test('whatever the stub answers, reading it does not throw', () => {
  const script = planScript(PLAN);
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 20 }), (replies) => {
      readScript(PLAN, script, replies);
    }),
  );
});

test('more memory than a short stop allows is refused before anybody is stopped', () => {
  const memory = [{ address: 0n, bytes: SCRIPT_MEMORY_BYTES_MAX + 1, space: 'physical' as const }];
  assert.throws(() => planScript({ ...PLAN, memory }));
});

test('registers that are cut or no hex are none', () => {
  assert.equal(decodeRegisters(0, 'x86_64', Buffer.from('00'.repeat(100))), undefined);
  assert.equal(decodeRegisters(0, 'x86_64', Buffer.from('zz'.repeat(700))), undefined);
  assert.equal(decodeRegisters(0, 'x86_64', Buffer.from('0')), undefined);
});

test('arm registers stand where the architecture puts them', () => {
  const bytes = Buffer.alloc(268);
  bytes.writeBigUInt64LE(7n, 29 * 8);
  bytes.writeBigUInt64LE(8n, 31 * 8);
  bytes.writeBigUInt64LE(9n, 32 * 8);
  bytes.writeUInt32LE(0x80, 33 * 8);
  const found = decodeRegisters(3, 'aarch64', Buffer.from(bytes.toString('hex')));
  assert.deepEqual(
    [found?.framePointer, found?.stackPointer, found?.instructionPointer, found?.takesInterrupts],
    [7n, 8n, 9n, false],
  );
});
