import { PATTERNS } from './patterns.ts';

/** A shorter value would take half of every log with it. */
const SECRET_BYTES_MIN = 4;
export const MARK = '[redacted]';

export interface Redacted {
  readonly bytes: Uint8Array;
  /** By rule; only those that took something out. */
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * Takes secrets out of text before it is kept: those that the config names, by value and in the forms that programs
 * print them in (base64, percent-encoded, as a JSON string), and what looks like one (patterns.ts).
 */
export class Redactor {
  readonly #values: readonly string[];

  /** @param secrets UTF-8 texts; those below four bytes are not looked for */
  constructor(secrets: readonly string[]) {
    const forms = secrets.filter((secret) => Buffer.byteLength(secret) >= SECRET_BYTES_MIN).flatMap(formsOf);
    // The longest first: a secret that holds another one is taken out whole.
    this.#values = [...new Set(forms)].sort((a, b) => b.length - a.length);
  }

  /** Bytes that are no UTF-8 stay as they are. */
  redact(content: Uint8Array): Redacted {
    const before = Buffer.from(content.buffer, content.byteOffset, content.length).toString('latin1');
    const counts: Record<string, number> = {};
    const after = this.#redactLatin1(before, counts);
    return { bytes: after === before ? content : Buffer.from(after, 'latin1'), counts };
  }

  redactText(text: string): string {
    return Buffer.from(this.redact(Buffer.from(text)).bytes).toString();
  }

  /** The value as JSON, its strings redacted one by one, so that it stays JSON. */
  redactJson(value: unknown): string {
    return JSON.stringify(value, (_, each: unknown) =>
      typeof each === 'string' ? this.redactText(each) : each,
    );
  }

  /** On one character for each byte, so that offsets in text that is no UTF-8 are right too. */
  #redactLatin1(text: string, counts: Record<string, number>): string {
    const count = (rule: string): void => {
      counts[rule] = (counts[rule] ?? 0) + 1;
    };
    let result = text;
    for (const value of this.#values) {
      const pieces = result.split(value);
      for (let i = 1; i < pieces.length; i += 1) count('config-secret');
      result = pieces.join(MARK);
    }
    for (const { rule, pattern } of PATTERNS) {
      result = result.replace(pattern, (whole, ...groups: unknown[]) => {
        const [before, secret] = groups;
        if (typeof before !== 'string' || typeof secret !== 'string' || secret.includes(MARK)) return whole;
        count(rule);
        return `${before}${MARK}${whole.slice(before.length + secret.length)}`;
      });
    }
    return result;
  }
}

function formsOf(secret: string): string[] {
  const utf8 = Buffer.from(secret);
  const json = JSON.stringify(secret).slice(1, -1);
  const texts = [
    utf8,
    Buffer.from(utf8.toString('base64').replace(/=+$/u, '')),
    Buffer.from(utf8.toString('base64url')),
    Buffer.from(encodeURIComponent(utf8.toString())),
    Buffer.from(json),
  ];
  return texts.map((bytes) => bytes.toString('latin1')).filter((text) => text.length >= SECRET_BYTES_MIN);
}
