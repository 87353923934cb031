import { readdir } from 'node:fs/promises';
import type { Entry } from '../../entries/entry.ts';
import { toEveLogEntry } from '../../eve/log-entry.ts';
import { describeFileError } from '../describe-file-error.ts';
import type { DeliverResult, Sink } from '../sink.ts';
import { splitBatch } from '../split-batch.ts';
import type { EveNewlogSinkOptions } from './options.ts';
import { packNewlogs } from './pack-newlogs.ts';
import { placeFile } from './place-file.ts';

/**
 * Hands entries to an EVE node as finished log files in its upload folder; EVE signs and uploads them and keeps them over
 * a lost connection (docs/specs/uplink.md).
 *
 * At least once: a crash between a file and the cursor makes the same entries a second file; their ids tell.
 */
export function createEveNewlogSink(o: EveNewlogSinkOptions): Sink {
  const now = o.now ?? Date.now;
  let msgid = 0;
  let lastMs = 0;
  const write = async (part: readonly Entry[]): Promise<void> => {
    const first = part[0];
    if (first === undefined) return;
    const entries = part.map((entry) => toEveLogEntry(entry, ++msgid));
    for (const file of packNewlogs(entries, first.appName, now())) {
      // EVE uploads in the order of the names, also when this host's clock steps back.
      lastMs = await placeFile(
        { folder: o.folder, appId: first.appId, fromMs: Math.max(now(), lastMs + 1) },
        file,
      );
    }
  };
  return {
    name: o.name,
    deliver: async (batch, signal): Promise<DeliverResult> => {
      try {
        const waiting = (await readdir(o.folder)).filter((name) => name.endsWith('.gz')).length;
        if (waiting >= o.filesMax) {
          return { kind: 'retry', reason: `${o.folder}: ${waiting} files wait for EVE already` };
        }
        for (const part of splitBatch(batch)) {
          if (signal.aborted) return { kind: 'retry', reason: 'stopped' };
          await write(part);
        }
        return { kind: 'delivered' };
      } catch (error) {
        return { kind: 'retry', reason: describeFileError(o.folder, error) };
      }
    },
  };
}
