import * as z from 'zod/mini';
import { messageToJson } from '#protocol/messages/to-json.ts';
import { IDENTIFY_HEAD_BYTES } from '#protocol/recorder/identify.ts';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';
import { DiskFile } from '../../sources/recorder/disk-file.ts';
import { DiskFollower, WINDOW_BLOCKS } from '../../sources/recorder/disk-follower.ts';
import { describeIdentity, identifyFile, readableSuperblock } from '../../sources/recorder/identify-file.ts';
import { RingEvents } from '../../sources/recorder/ring-events.ts';
import type { Step } from '../step.ts';
import { type StepFields, stepFields } from '../step-fields.ts';

export const recorderTailShape = z.strictObject({
  step: z.literal('recorder-tail'),
  ...stepFields,
  /** How many of the last records. */
  records: z._default(z.int().check(z.minimum(1), z.maximum(100_000)), 200),
});

interface RecorderTailOptions extends StepFields {
  readonly records: number;
}

const TAIL = 'recorder/tail.jsonl';
const READ_BYTES_MAX = Math.max(WINDOW_BLOCKS * BLOCK_BYTES, IDENTIFY_HEAD_BYTES);

/** The last records of the recorder disk, read from the host: also those that nobody has followed. */
export const recorderTail: Step<RecorderTailOptions> = {
  level: () => 'observe',
  timeoutMs: 15_000,
  bytesMax: 2 * 1024 * 1024,
  path: () => TAIL,
  unavailable: ({ recorder }) =>
    recorder === undefined ? 'no recorder disk is configured for this VM' : undefined,
  run: async ({ target: { recorder }, signal, bytesLeft, add, evidence }, { records }) => {
    if (recorder === undefined) return;
    const file = await DiskFile.open(recorder.disk, recorder.cache, READ_BYTES_MAX);
    try {
      const identity = await identifyFile(file);
      const superblock = readableSuperblock(identity);
      const remark = describeIdentity(identity);
      if (superblock === undefined) throw new Error(remark);
      const lines: string[] = [];
      const events = new RingEvents();
      await new DiskFollower(file, superblock, 'oldest').poll(signal, undefined, (event) => {
        const seen = events.take(event, true);
        if (seen?.kind !== 'record') return;
        lines.push(`${JSON.stringify(messageToJson(seen.record))}\n`);
        // Not one by one: that would move the whole list each time.
        if (lines.length > 2 * records) lines.splice(0, lines.length - records);
      });
      if (signal.aborted) throw new Error('the disk was not read to its end in time');
      const last = newest(lines.slice(-records), bytesLeft());
      if (last.length === 0) throw new Error('there is no record on the disk');
      await add({ path: TAIL, mediaType: 'application/jsonl' }, last.join(''));
      if (remark !== '') await evidence({ notes: [`recorder disk: ${remark}`] });
    } finally {
      await file.close();
    }
  },
};

/** As many of the last lines as fit. */
function newest(lines: readonly string[], bytesMax: number): readonly string[] {
  let left = bytesMax;
  let from = lines.length;
  while (from > 0) {
    left -= Buffer.byteLength(lines[from - 1] ?? '');
    if (left < 0) break;
    from -= 1;
  }
  return lines.slice(from);
}
