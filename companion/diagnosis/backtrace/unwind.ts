import { formatAddress, type KernelSymbols } from '../symbols/kernel-symbols.ts';
import { CALL_BYTES, type CallSite, readCallSite } from './call-sites.ts';
import type { StackFrame } from './cpu-stack.ts';

/** What a stack walk knows: the vCPU, and a piece of memory that holds its stack. */
export interface SeenStack {
  readonly architecture: 'x86_64' | 'aarch64';
  readonly instructionPointer: bigint;
  readonly stackPointer: bigint;
  readonly framePointer: bigint;
  readonly address: bigint;
  readonly bytes: Uint8Array;
}

/** More than the kernel prints of a sane stack. */
const FRAMES_MAX = 64;
/** A stack of 16 KiB has 2,048 words, most of them no code. */
const CANDIDATES_MAX = 256;

/** The half of the addresses where the kernel image and modules lie on x86-64 (Documentation/arch/x86/x86_64/mm.rst). */
const X86_IMAGE_START = 0xffff_ffff_8000_0000n;
const X86_MODULES_START = 0xffff_ffff_c000_0000n;
const X86_CODE_END = 0xffff_ffff_ff00_0000n;

/** A word on the stack that points into code. */
export interface Candidate {
  readonly address: bigint;
}

/** Words that may be return addresses, from the stack pointer on. Pure. */
export function findCandidates(stack: SeenStack, symbols: KernelSymbols | undefined): Candidate[] {
  const view = new DataView(stack.bytes.buffer, stack.bytes.byteOffset, stack.bytes.byteLength);
  const found: Candidate[] = [];
  const start = stack.stackPointer - stack.address;
  if (start < 0n || start > BigInt(stack.bytes.length)) return [];
  for (let at = Number(start & ~7n); at + 8 <= view.byteLength && found.length < CANDIDATES_MAX; at += 8) {
    const address = view.getBigUint64(at, true);
    if (isCode(address, symbols)) found.push({ address });
  }
  return found;
}

function isCode(address: bigint, symbols: KernelSymbols | undefined): boolean {
  if (address >= X86_MODULES_START && address < X86_CODE_END) return true;
  return symbols === undefined
    ? address >= X86_IMAGE_START && address < X86_MODULES_START
    : address > symbols.textStart && address < symbols.textEnd;
}

/** A frame of the walk, and what its call tells. */
interface Link {
  readonly frame: StackFrame;
  /** The start of its function; undefined when it is not known. */
  readonly start: string | undefined;
  /** The start of the function that its call leads to. */
  readonly calls: string | undefined;
  /** Its call can have led anywhere: by pointer, or to a function that jumped on to another one. */
  readonly isOpen: boolean;
}

/**
 * A backtrace of x86-64 without frame pointers and without tables for unwinding: every word on the stack that a call could have
 * left. It is sure where the code before it calls the very function that comes before it in the walk; else it has a `?`, as
 * the kernel marks them. Pure.
 *
 * @param code the CALL_BYTES bytes before each candidate, as far as they could be read
 */
export function unwindByScan(
  stack: SeenStack,
  candidates: readonly Candidate[],
  code: ReadonlyMap<bigint, Uint8Array>,
  symbols: KernelSymbols | undefined,
): StackFrame[] {
  const top = stack.instructionPointer;
  const links: Link[] = [
    { frame: frameOf(top, symbols, true), start: startOf(top, symbols), calls: undefined, isOpen: false },
  ];
  for (const { address } of candidates) {
    if (links.length >= FRAMES_MAX) break;
    const site = siteOf(address, code.get(address));
    if (site?.kind === 'none') continue;
    const calls = site?.kind === 'direct' ? startOf(site.target, symbols) : undefined;
    const isMet = links.some(({ start }) => start !== undefined && start === calls);
    links.push({
      frame: frameOf(address, symbols, false),
      // The return address is behind the call, and a call that never returns may be the last of its function.
      start: startOf(address - 1n, symbols),
      calls,
      isOpen: site !== undefined && !isMet,
    });
  }
  const sure = walkUp(links);
  return links.map(({ frame }, at) => ({ ...frame, isSure: sure.has(at) }));
}

/**
 * The way up from the instruction: to the next one that calls its function; where nobody does, to the next open call whose own
 * function somebody calls.
 */
function walkUp(links: readonly Link[]): ReadonlySet<number> {
  const sure = new Set<number>();
  const callerOf = (at: number): number => {
    const start = links[at]?.start;
    return start === undefined ? -1 : links.findIndex((link, next) => next > at && link.calls === start);
  };
  for (let at = 0; at !== -1; ) {
    sure.add(at);
    const caller = callerOf(at);
    const below = at;
    at =
      caller === -1
        ? links.findIndex(({ isOpen }, next) => next > below && isOpen && callerOf(next) !== -1)
        : caller;
  }
  return sure;
}

function siteOf(address: bigint, before: Uint8Array | undefined): CallSite | undefined {
  return before?.length === CALL_BYTES ? readCallSite(address, before) : undefined;
}

/** One function's identity; undefined when it is not known. */
function startOf(address: bigint, symbols: KernelSymbols | undefined): string | undefined {
  const place = symbols?.find(address);
  return place === undefined ? undefined : (address - place.offset).toString(16);
}

function frameOf(address: bigint, symbols: KernelSymbols | undefined, isSure: boolean): StackFrame {
  return { address, isSure, text: formatAddress(address, symbols) };
}

/** arm64 kernels keep frame records: a frame pointer to the one before, and the return address (AAPCS64, 6.4.6). Pure. */
export function unwindByFrames(stack: SeenStack, symbols: KernelSymbols | undefined): StackFrame[] {
  const view = new DataView(stack.bytes.buffer, stack.bytes.byteOffset, stack.bytes.byteLength);
  const frames = [frameOf(stack.instructionPointer, symbols, true)];
  let pointer = stack.framePointer;
  while (frames.length < FRAMES_MAX) {
    const at = pointer - stack.address;
    if (at < 0n || at + 16n > BigInt(view.byteLength)) break;
    const address = view.getBigUint64(Number(at) + 8, true);
    if (address >> 63n === 0n) break;
    frames.push(frameOf(address, symbols, true));
    const next = view.getBigUint64(Number(at), true);
    if (next <= pointer) break;
    pointer = next;
  }
  return frames;
}
