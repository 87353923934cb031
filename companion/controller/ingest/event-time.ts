/** Guest clocks before this are a board without a battery, not a time. 2020-01-01. */
const WALL_MS_MIN = 1_577_836_800_000;

/**
 * Where an entry is drawn on the time axis.
 *
 * The host's receive time is the authority. A record that the companion read after the fact (tag
 * `cherub.history`: written before it began to follow, for example the disk of a dead guest) would then
 * stand at the moment of reading, so it is drawn at the guest's wall clock instead (`cherub.wall`,
 * milliseconds), unless that lies in the future of the reading or before 2020.
 */
export function eventTimeMs(atMs: number, tags: ReadonlyMap<string, string>): number {
  if (tags.get('cherub.history') !== '1') return atMs;
  const wall = tags.get('cherub.wall') ?? '';
  if (!/^\d{1,16}$/u.test(wall)) return atMs;
  const wallMs = Number(wall);
  return wallMs >= WALL_MS_MIN && wallMs <= atMs ? wallMs : atMs;
}
