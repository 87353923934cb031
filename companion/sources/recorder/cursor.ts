import * as z from 'zod/mini';
import type { FollowCursor } from '#protocol/recorder/follow.ts';

const shape = z.object({
  diskUuid: z.string(),
  sequence: z.string().check(z.regex(/^\d{1,20}$/)),
  blocks: z.int().check(z.minimum(1)),
  checksum: z.int().check(z.minimum(0)),
});

/** The newest record that was given out, as JSON, with the disk that it is for. */
export function cursorToJson(diskUuid: string, cursor: FollowCursor): z.infer<typeof shape> {
  return { diskUuid, sequence: String(cursor.sequence), blocks: cursor.blocks, checksum: cursor.checksum };
}

/** @returns undefined for no cursor, or one for another disk */
export function cursorFromJson(diskUuid: string, value: unknown): FollowCursor | undefined {
  const parsed = z.safeParse(shape, value);
  if (!parsed.success || parsed.data.diskUuid !== diskUuid) return undefined;
  const { sequence, blocks, checksum } = parsed.data;
  return { sequence: BigInt(sequence), blocks, checksum };
}
