import { readFileSync } from 'node:fs';
import { fromHex, toHex } from '#protocol/bytes/hex.ts';
import type { Frame, FrameProblem, FrameType } from '#protocol/link/frame.ts';

/** A frame and its bytes on the wire, as the specification fixes them. */
export interface FrameVector {
  name: string;
  frame: Frame;
  /** Hex. */
  wire: string;
}

export function readFrameVectors(): FrameVector[] {
  const raw = readJson('frames.json') as (Omit<Frame, 'payload'> & {
    type: FrameType;
    name: string;
    payload: string;
    wire: string;
  })[];
  return raw.map(({ name, type, session, sequence, payload, wire }) => ({
    name,
    frame: { type, session, sequence, payload: bytesOf(payload) },
    wire,
  }));
}

/** Bytes on the wire that are no frame, each with the reason. */
export function readBrokenFrames(): { name: string; wire: Uint8Array; problem: FrameProblem }[] {
  const raw = readJson('broken-frames.json') as { name: string; wire: string; problem: FrameProblem }[];
  return raw.map(({ name, wire, problem }) => ({ name, wire: bytesOf(wire), problem }));
}

/** Compares by content; says where two differ in hex instead of a thousand lines. */
export function framesAsText(frames: readonly Frame[]): string[] {
  return frames.map(
    ({ type, session, sequence, payload }) => `${type} ${session} ${sequence} ${toHex(payload)}`,
  );
}

export function bytesOf(hex: string): Uint8Array {
  const bytes = fromHex(hex);
  if (bytes === undefined) throw new Error(`not hex: ${hex}`);
  return bytes;
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`vectors/${name}`, import.meta.url), 'utf8'));
}
