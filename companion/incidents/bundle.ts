import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import type { Evidence } from './evidence.ts';
import type { IncidentHead, IncidentPart, MissingPart, PartOrigin } from './incident.ts';
import { hashFile, type IncidentFiles } from './incident-files.ts';
import { applyEvent, formatEvent, type IncidentState, type JournalEvent, openState } from './journal.ts';
import type { Manifest } from './manifest.ts';
import { isPartPath } from './part-path.ts';
import { JOURNAL, openFolder } from './places.ts';
import type { Redactor } from './redaction/redactor.ts';
import { sealIncident } from './seal.ts';

/** More parts than any script has; also bounds journal and manifest. */
const PARTS_MAX = 1000;
const EVIDENCE_BYTES_MAX = 8 * 1024 * 1024;

/** A part without hash and length. */
export interface PartInput extends PartOrigin {
  readonly mediaType: string;
  readonly local?: true;
  readonly cut?: true;
}

export type AddResult =
  | { readonly ok: true; readonly part: IncidentPart }
  /** It is in the manifest as missing, with this reason. */
  | { readonly ok: false; readonly reason: string };

export interface BundleOptions {
  readonly files: IncidentFiles;
  readonly redactor: Redactor;
  /** Of all parts together; those with `local` count too. */
  readonly bytesMax: number;
}

/**
 * One incident while evidence is being taken. Parts may be added by several steps at once; each is on stable storage when
 * its promise is fulfilled. Nothing here throws because of a full disk: what could not be kept is missing with a reason,
 * only `seal` says that nothing could be.
 */
export class IncidentBundle {
  readonly #o: BundleOptions;
  #state: IncidentState;
  #evidenceBytes = 0;
  #bytesLeft: number;
  #last: Promise<unknown> = Promise.resolve();
  #sealed: Promise<Manifest> | undefined;

  /** Throws what the file system says: without a place there is no incident. */
  static async open(given: IncidentHead, o: BundleOptions): Promise<IncidentBundle> {
    const head = redactHead(given, o.redactor);
    await o.files.makeFolder(openFolder(head.id));
    await o.files.append(
      `${openFolder(head.id)}/${JOURNAL}`,
      Buffer.from(formatEvent({ kind: 'open', head })),
    );
    return new IncidentBundle(head, o);
  }

  private constructor(head: IncidentHead, o: BundleOptions) {
    this.#o = o;
    this.#state = openState(head);
    this.#bytesLeft = o.bytesMax;
  }

  get id(): string {
    return this.#state.head.id;
  }

  /** The function that most likely holds the guest, as far as it is known. */
  get culprit(): string | undefined {
    return this.#state.evidence.culprit?.function;
  }

  /** Bytes that parts may still have. */
  get bytesLeft(): number {
    return this.#bytesLeft;
  }

  /** Keeps a part. Text (`text/*`, JSON) is redacted first. */
  add(input: PartInput, content: Uint8Array): Promise<AddResult> {
    return this.#inTurn(() =>
      this.#keep(input, content.length, async (path) => {
        const isText = /^text\/|^application\/(?:json|jsonl)$/u.test(input.mediaType);
        const redacted = isText ? this.#o.redactor.redact(content) : undefined;
        const bytes = redacted?.bytes ?? content;
        await this.#o.files.write(path, bytes);
        return {
          sha256: createHash('sha256').update(bytes).digest('hex'),
          bytes: bytes.length,
          ...(redacted && { redacted: redacted.counts }),
        };
      }),
    );
  }

  /**
   * Takes over a file that somebody else wrote (a memory dump): it is moved, not read into memory, and not redacted.
   * @param from on the same file system; it is left where it is when there is no room
   */
  addFile(input: PartInput, from: string, bytes: number): Promise<AddResult> {
    return this.#inTurn(() =>
      this.#keep(input, bytes, async (path) => {
        await this.#o.files.take(from, path);
        return hashFile(this.#o.files, path);
      }),
    );
  }

  /** Tells why a part is not there. */
  addMissing(missing: MissingPart): Promise<void> {
    return this.#inTurn(() => this.#miss(missing));
  }

  /** What the report is to show. Texts are redacted. */
  addEvidence(evidence: Partial<Evidence>): Promise<void> {
    return this.#inTurn(async () => {
      const text = this.#o.redactor.redactJson(evidence);
      const bytes = Buffer.byteLength(text);
      if (this.#evidenceBytes + bytes > EVIDENCE_BYTES_MAX) return;
      this.#evidenceBytes += bytes;
      await this.#record({ kind: 'evidence', evidence: JSON.parse(text) as Partial<Evidence> });
    });
  }

  /** Ends it; later additions are refused. Throws what the file system says: then the next start tries again. */
  seal(sealedAtMs: number): Promise<Manifest> {
    this.#sealed ??= this.#last.then(() =>
      sealIncident(this.#o.files, this.#state, { sealedAtMs, interrupted: false }),
    );
    return this.#sealed;
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.#sealed !== undefined) return Promise.reject(new Error(`incident ${this.id} is sealed`));
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #keep(
    input: PartInput,
    bytes: number,
    write: (path: string) => Promise<Pick<IncidentPart, 'sha256' | 'bytes' | 'redacted'>>,
  ): Promise<AddResult> {
    const refusal = this.#refusal(input.path, bytes);
    if (refusal !== undefined) return this.#refuse(input, refusal);
    const path = `${openFolder(this.id)}/${input.path}`;
    try {
      await this.#o.files.makeFolder(dirname(path));
      const part: IncidentPart = { ...input, ...(await write(path)) };
      this.#bytesLeft -= part.bytes;
      await this.#record({ kind: 'part', part });
      return { ok: true, part };
    } catch (error) {
      return this.#refuse(input, `it could not be written: ${describe(error)}`);
    }
  }

  #refusal(path: string, bytes: number): string | undefined {
    const { parts } = this.#state;
    if (!isPartPath(path)) throw new Error(`${path} is no path of a part`);
    if (parts.some((part) => part.path === path)) throw new Error(`there is a part ${path} already`);
    if (parts.length >= PARTS_MAX) return `there are ${PARTS_MAX} parts already`;
    if (bytes > this.#bytesLeft) {
      return `${bytes} bytes are more than the ${Math.max(0, this.#bytesLeft)} that are left for this incident`;
    }
    return undefined;
  }

  async #refuse(input: PartInput, reason: string): Promise<AddResult> {
    const { path, source, level, takenAtMs } = input;
    await this.#miss({ path, source, level, takenAtMs, reason });
    return { ok: false, reason };
  }

  async #miss(missing: MissingPart): Promise<void> {
    if (!isPartPath(missing.path)) throw new Error(`${missing.path} is no path of a part`);
    if (this.#state.missing.length >= PARTS_MAX) return;
    const reason = this.#o.redactor.redactText(missing.reason);
    await this.#record({ kind: 'missing', missing: { ...missing, reason } });
  }

  /** A journal that cannot be written (a full disk) costs the next start some knowledge; this one still has it all. */
  async #record(event: JournalEvent): Promise<void> {
    this.#state = applyEvent(this.#state, event);
    try {
      await this.#o.files.append(`${openFolder(this.id)}/${JOURNAL}`, Buffer.from(formatEvent(event)));
    } catch {
      // Told by the parts that fail beside it.
    }
  }
}

/** Reasons may quote the console. */
function redactHead(head: IncidentHead, redactor: Redactor): IncidentHead {
  const { verdict } = head;
  const votes = verdict.votes.map((vote) => ({ ...vote, reason: redactor.redactText(vote.reason) }));
  return { ...head, verdict: { ...verdict, reason: redactor.redactText(verdict.reason), votes } };
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
