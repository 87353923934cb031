import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CALL_BYTES, readCallSite } from '#companion/diagnosis/backtrace/call-sites.ts';
import { formatFrame } from '#companion/diagnosis/backtrace/cpu-stack.ts';
import {
  findCandidates,
  type SeenStack,
  unwindByFrames,
  unwindByScan,
} from '#companion/diagnosis/backtrace/unwind.ts';
import { LINK_ADDRESS, makeSymbols } from '#test/support/fake-kernel.ts';

const STACK = 0xffff_c900_0001_0000n;
const symbols = makeSymbols(['spin', 'caller', 'by_pointer', 'entry', 'stale']);

/** An address in the n-th function. */
function at(index: number, offset = 0x20): bigint {
  return LINK_ADDRESS + 0x100n * BigInt(index) + BigInt(offset);
}

function stackOf(words: readonly bigint[], o: Partial<SeenStack> = {}): SeenStack {
  const bytes = Buffer.alloc(16_384);
  const top = bytes.length - words.length * 8;
  for (const [index, word] of words.entries()) bytes.writeBigUInt64LE(word, top + index * 8);
  return {
    architecture: 'x86_64',
    instructionPointer: at(0),
    stackPointer: STACK + BigInt(top),
    framePointer: 0n,
    address: STACK,
    bytes,
    ...o,
  };
}

function directCall(from: bigint, target: bigint): [bigint, Uint8Array] {
  const bytes = Buffer.alloc(CALL_BYTES, 0x90);
  bytes[CALL_BYTES - 5] = 0xe8;
  bytes.writeInt32LE(Number(target - from), CALL_BYTES - 4);
  return [from, bytes];
}

function indirectCall(from: bigint): [bigint, Uint8Array] {
  const bytes = Buffer.alloc(CALL_BYTES, 0x90);
  bytes.set([0xff, 0xd0], CALL_BYTES - 2);
  return [from, bytes];
}

function walk(words: readonly bigint[], code: readonly [bigint, Uint8Array][]): string[] {
  const stack = stackOf(words);
  const frames = unwindByScan(stack, findCandidates(stack, symbols), new Map(code), symbols);
  return frames.map(formatFrame);
}

describe('a backtrace by looking through the stack', () => {
  it('is sure of frames that call each other, and drops words that no call left', () => {
    const words = [at(4), 0x1234n, at(1), 0xffff_c900_0001_3f00n, at(3)];
    const code: [bigint, Uint8Array][] = [
      [at(4), Buffer.alloc(CALL_BYTES, 0x90)],
      directCall(at(1), at(0, 0)),
      directCall(at(3), at(1, 0)),
    ];
    assert.deepEqual(walk(words, code), ['spin+0x20/0x100', 'caller+0x20/0x100', 'entry+0x20/0x100']);
  });

  it('marks what may be a left-over, as the kernel does', () => {
    const words = [at(4), at(1)];
    const code = [directCall(at(4), at(2, 0)), directCall(at(1), at(0, 0))];
    assert.deepEqual(walk(words, code), ['spin+0x20/0x100', '? stale+0x20/0x100', 'caller+0x20/0x100']);
  });

  it('is sure of a call by pointer when the next frame proves it', () => {
    const words = [at(2), at(3)];
    const code = [indirectCall(at(2)), directCall(at(3), at(2, 0))];
    assert.deepEqual(walk(words, code), ['spin+0x20/0x100', 'by_pointer+0x20/0x100', 'entry+0x20/0x100']);
  });

  it('does not take left-overs that call each other for the way that led here', () => {
    // An older call of `caller` by `entry` is still on the stack; what really called `spin` is `by_pointer`.
    const words = [at(2), at(1), at(3), at(4)];
    const code = [
      indirectCall(at(2)),
      directCall(at(1), at(5, 0)),
      directCall(at(3), at(1, 0)),
      directCall(at(4), at(2, 0)),
    ];
    assert.deepEqual(walk(words, code), [
      'spin+0x20/0x100',
      'by_pointer+0x20/0x100',
      '? caller+0x20/0x100',
      '? entry+0x20/0x100',
      'stale+0x20/0x100',
    ]);
  });

  it('keeps every candidate with a question mark when the code could not be read', () => {
    assert.deepEqual(walk([at(1)], []), ['spin+0x20/0x100', '? caller+0x20/0x100']);
  });

  it('gives addresses without symbols', () => {
    const stack = stackOf([at(1)]);
    const frames = unwindByScan(
      stack,
      findCandidates(stack, undefined),
      new Map([indirectCall(at(1))]),
      undefined,
    );
    assert.deepEqual(frames.map(formatFrame), ['ffffffff81000020', '? ffffffff81000120']);
  });

  it('is bounded and throws nothing, whatever stands on the stack', () => {
    const word = fc.oneof(
      fc.bigInt(0n, (1n << 64n) - 1n),
      fc.nat(600).map((index) => at(index)),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 400 }), fc.bigInt(0n, (1n << 64n) - 1n), (words, pointer) => {
        for (const stack of [
          stackOf(words),
          stackOf(words, { stackPointer: pointer, framePointer: pointer }),
        ]) {
          const candidates = findCandidates(stack, symbols);
          assert.ok(unwindByScan(stack, candidates, new Map(), symbols).length <= 64);
          assert.ok(unwindByFrames(stack, symbols).length <= 64);
        }
      }),
    );
  });
});

describe('a backtrace by frame records', () => {
  it('follows them to the end', () => {
    const record = STACK + 16_384n - 32n;
    const stack = stackOf([record + 16n, at(1), 0n, at(3)], {
      architecture: 'aarch64',
      framePointer: record,
    });
    assert.deepEqual(unwindByFrames(stack, symbols).map(formatFrame), [
      'spin+0x20/0x100',
      'caller+0x20/0x100',
      'entry+0x20/0x100',
    ]);
  });
});

describe('the code before a return address', () => {
  const read = (...tail: number[]): string =>
    readCallSite(0x1000n, Buffer.concat([Buffer.alloc(CALL_BYTES - tail.length, 0x90), Buffer.from(tail)]))
      .kind;

  it('is a call by pointer in each of its forms', () => {
    // As GNU as encodes: call *%rax, *%r11, *8(%rax), *8(%rsp), *0x100(%rbx), *x(%rip), *x(,%rax,8), *(%rcx).
    const calls = [
      [0xff, 0xd0],
      [0x41, 0xff, 0xd3],
      [0xff, 0x50, 0x08],
      [0xff, 0x54, 0x24, 0x08],
      [0xff, 0x93, 0, 1, 0, 0],
      [0xff, 0x15, 0x10, 0, 0, 0],
      [0xff, 0x14, 0xc5, 0, 0, 0, 0x82],
      [0xff, 0x11],
    ];
    for (const call of calls) assert.equal(read(...call), 'indirect', Buffer.from(call).toString('hex'));
  });

  it('is none of them when it jumps, pushes or does something else', () => {
    for (const other of [
      [0xff, 0xe0],
      [0xff, 0x70, 0x08],
      [0x48, 0x89, 0xc3],
      [0x0f, 0x0b],
    ]) {
      assert.equal(read(...other), 'none');
    }
  });

  it('leads backwards and forwards', () => {
    const site = readCallSite(0x1000n, Buffer.from([0, 0, 0, 0xe8, 0xf0, 0xff, 0xff, 0xff]));
    assert.deepEqual(site, { kind: 'direct', target: 0xff0n });
  });
});
