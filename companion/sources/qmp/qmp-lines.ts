import type { JsonValue } from '#protocol/messages/to-json.ts';
import { safeText } from '../../output/safe-text.ts';

/** A longer line is no QMP: the longest honest answers (query-qmp-schema) stay below 300 KiB. */
export const QMP_LINE_BYTES_MAX = 1024 * 1024;

const NAME_CHARACTERS_MAX = 64;
const DETAIL_CHARACTERS_MAX = 400;
const LF = 0x0a;

/** A line of the QEMU machine protocol (QEMU docs/interop/qmp-spec). Ids are the numbers that we gave. */
export type QmpMessage =
  | { readonly kind: 'greeting'; readonly version: string }
  | { readonly kind: 'answer'; readonly id: number | undefined; readonly value: JsonValue }
  | { readonly kind: 'error'; readonly id: number | undefined; readonly detail: string }
  | { readonly kind: 'event'; readonly event: string; readonly data: JsonObject; readonly wallUs?: number }
  | { readonly kind: 'invalid'; readonly detail: string };

export type JsonObject = { readonly [key: string]: JsonValue };

/**
 * Turns bytes of a QMP connection into messages, cut anywhere. Holds at most one line. After a line that is too long
 * the stream has no meaning any more: everything to come is dropped.
 */
export class QmpLines {
  #held = new Uint8Array(4096);
  #length = 0;
  #broken = false;

  push(chunk: Uint8Array): QmpMessage[] {
    const messages: QmpMessage[] = [];
    let from = 0;
    while (!this.#broken && from < chunk.length) {
      const end = chunk.indexOf(LF, from);
      const part = chunk.subarray(from, end === -1 ? chunk.length : end);
      if (this.#length + part.length > QMP_LINE_BYTES_MAX) {
        this.#broken = true;
        messages.push({ kind: 'invalid', detail: `a line of more than ${QMP_LINE_BYTES_MAX} bytes` });
        break;
      }
      this.#hold(part);
      if (end === -1) break;
      const line = Buffer.from(this.#held.buffer, 0, this.#length).toString('utf8');
      this.#length = 0;
      const message = parseQmpLine(line);
      if (message !== undefined) messages.push(message);
      from = end + 1;
    }
    return messages;
  }

  /** Copies, so that a peer that sends single bytes costs no more memory than one that sends a line. */
  #hold(part: Uint8Array): void {
    const length = this.#length + part.length;
    if (length > this.#held.length) {
      const grown = new Uint8Array(Math.min(QMP_LINE_BYTES_MAX, Math.max(length, this.#held.length * 2)));
      grown.set(this.#held.subarray(0, this.#length));
      this.#held = grown;
    }
    this.#held.set(part, this.#length);
    this.#length = length;
  }
}

/** @returns undefined for an empty line */
export function parseQmpLine(line: string): QmpMessage | undefined {
  if (line.trim() === '') return undefined;
  const value = parseJson(line);
  if (!isJsonObject(value)) return { kind: 'invalid', detail: `not a JSON object: ${oneLine(line, 60)}` };
  if (isJsonObject(value['QMP'])) return { kind: 'greeting', version: versionOf(value['QMP']) };
  const id = typeof value['id'] === 'number' ? value['id'] : undefined;
  const answer = value['return'];
  if (answer !== undefined) return { kind: 'answer', id, value: answer };
  if (isJsonObject(value['error'])) {
    const { class: errorClass, desc } = value['error'];
    const prefix = typeof errorClass === 'string' && errorClass !== 'GenericError' ? `${errorClass}: ` : '';
    const text = typeof desc === 'string' ? desc : 'an error without words';
    return { kind: 'error', id, detail: oneLine(`${prefix}${text}`, DETAIL_CHARACTERS_MAX) };
  }
  if (typeof value['event'] === 'string') return parseEvent(value['event'], value);
  return { kind: 'invalid', detail: `neither answer nor event: ${oneLine(line, 60)}` };
}

function parseEvent(event: string, value: JsonObject): QmpMessage {
  if (event.length > NAME_CHARACTERS_MAX || !/^[A-Z0-9_]+$/.test(event)) {
    return { kind: 'invalid', detail: `no name of an event: ${oneLine(event, 60)}` };
  }
  const data = isJsonObject(value['data']) ? value['data'] : {};
  const stamp = isJsonObject(value['timestamp']) ? value['timestamp'] : {};
  const { seconds, microseconds } = stamp;
  if (typeof seconds !== 'number' || typeof microseconds !== 'number' || seconds < 0) {
    return { kind: 'event', event, data };
  }
  return { kind: 'event', event, data, wallUs: seconds * 1_000_000 + microseconds };
}

function versionOf(greeting: JsonObject): string {
  const version = isJsonObject(greeting['version']) ? greeting['version'] : {};
  const qemu = isJsonObject(version['qemu']) ? version['qemu'] : {};
  const numbers = [qemu['major'], qemu['minor'], qemu['micro']];
  return numbers.every((number) => typeof number === 'number') ? numbers.join('.') : '';
}

function parseJson(text: string): JsonValue | undefined {
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

export function isJsonObject(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneLine(text: string, charactersMax: number): string {
  return safeText(text.length > charactersMax ? `${text.slice(0, charactersMax)}…` : text);
}
