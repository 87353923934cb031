import { readFileSync } from 'node:fs';
import { fromHex } from '#protocol/bytes/hex.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import type { JsonValue } from '#protocol/messages/to-json.ts';

interface MessageType {
  decode(bytes: Uint8Array): object;
  encode(message: object): { finish(): Uint8Array };
}

/** The messages that stand alone on disk or link. */
export const MESSAGE_TYPES: Readonly<Record<'Record' | 'Hello' | 'Request' | 'Answer', MessageType>> = {
  Record: cherub.Record,
  Hello: cherub.Hello,
  Request: cherub.Request,
  Answer: cherub.Answer,
};

/** A message's bytes, made by another encoder than ours, and what they read as. */
export interface MessageVector {
  name: string;
  type: keyof typeof MESSAGE_TYPES;
  bytes: Uint8Array;
  json: { [key: string]: JsonValue };
}

export function readMessageVectors(): MessageVector[] {
  const text = readFileSync(new URL('vectors/messages.json', import.meta.url), 'utf8');
  const raw = JSON.parse(text) as (Omit<MessageVector, 'bytes'> & { bytes: string })[];
  return raw.map((vector) => ({ ...vector, bytes: fromHex(vector.bytes) ?? new Uint8Array(0) }));
}
