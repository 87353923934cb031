import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { BUNDLE_CHUNK_BYTES } from './bundle-entries.ts';

/** Archives that are put together in one run; more is no reader's wish. */
const INCIDENTS_MAX = 64;
/** Of one archive: far above what an incident may have. */
const ARCHIVE_BYTES_MAX = 1024 * 1024 * 1024;
const PARTS_MAX = Math.ceil(ARCHIVE_BYTES_MAX / BUNDLE_CHUNK_BYTES);

const number = z.string().check(z.regex(/^\d{1,10}$/u));

/** What all forms have in common in which entries are kept: the sink `file`, EVE's newlogs, eden's JSON. */
const lineShape = z.object({
  content: z.string().check(z.maxLength(2 * BUNDLE_CHUNK_BYTES)),
  tags: z.object({
    'cherub.kind': z.literal('bundle'),
    // It becomes the name of a file.
    'cherub.incident': z.string().check(z.regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,99}$/u)),
    'cherub.part': number,
    'cherub.parts': number,
    'cherub.bytes': number,
    'cherub.sha256': z.string().check(z.regex(/^[0-9a-f]{64}$/u)),
  }),
});

interface Gathered {
  readonly parts: number;
  readonly bytes: number;
  readonly sha256: string;
  readonly chunks: Map<number, Buffer>;
}

/** What came of one archive. */
export type JoinedBundle =
  | { readonly kind: 'whole'; readonly incident: string; readonly archive: Buffer }
  | { readonly kind: 'failed'; readonly incident: string; readonly reason: string };

/** Gathers the chunks of archives from lines in any order, with doubles and strangers between them. Never throws. */
export class BundleJoiner {
  readonly #incidents = new Map<string, Gathered>();

  /** A line that is no chunk is passed over. */
  add(line: string): void {
    const parsed = lineShape.safeParse(parseJson(line));
    if (!parsed.success) return;
    const { content, tags } = parsed.data;
    const [part, parts, bytes] = [tags['cherub.part'], tags['cherub.parts'], tags['cherub.bytes']].map(
      Number,
    );
    if (part === undefined || parts === undefined || bytes === undefined) return;
    if (part < 1 || part > parts || parts > PARTS_MAX || bytes > ARCHIVE_BYTES_MAX) return;
    const sha256 = tags['cherub.sha256'];
    // An archive is who its hash is: chunks of another one under the same name do not mix with it.
    const key = `${tags['cherub.incident']} ${sha256}`;
    const known = this.#incidents.get(key);
    if (known === undefined && this.#incidents.size >= INCIDENTS_MAX) return;
    const gathered = known ?? { parts, bytes, sha256, chunks: new Map<number, Buffer>() };
    if (gathered.parts !== parts || gathered.bytes !== bytes) return;
    this.#incidents.set(key, gathered);
    if (!gathered.chunks.has(part)) gathered.chunks.set(part, Buffer.from(content, 'base64'));
  }

  /** Every archive of which something came, each checked against its length and hash. */
  results(): JoinedBundle[] {
    return [...this.#incidents].map(([key, gathered]) => {
      const [incident = ''] = key.split(' ', 1);
      const missing = missingParts(gathered);
      if (missing.length > 0) {
        const shown = missing.slice(0, 10).join(', ') + (missing.length > 10 ? ', …' : '');
        const reason = `${missing.length} of ${gathered.parts} parts are missing: ${shown}`;
        return { kind: 'failed', incident, reason };
      }
      const order = [...gathered.chunks].sort(([a], [b]) => a - b).map(([, chunk]) => chunk);
      const archive = Buffer.concat(order);
      const isWhole =
        archive.length === gathered.bytes &&
        createHash('sha256').update(archive).digest('hex') === gathered.sha256;
      return isWhole
        ? { kind: 'whole', incident, archive }
        : {
            kind: 'failed',
            incident,
            reason: 'the parts do not have the hash that they name; one was changed',
          };
    });
  }
}

function missingParts({ parts, chunks }: Gathered): number[] {
  const missing: number[] = [];
  for (let part = 1; part <= parts; part += 1) if (!chunks.has(part)) missing.push(part);
  return missing;
}

function parseJson(line: string): unknown {
  if (!line.startsWith('{')) return undefined;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
