import { CHANNELS, type Channel, type EntryKind } from '../ingest/ingested-entry.ts';
import type { UiGap, UiLane, UiMark, UiTimeline } from '../page/ui-types.ts';
import type { ControllerStore } from '../store/controller-store.ts';
import type { Window } from '../store/entry-queries.ts';
import { freshMaxMs } from './channel-state.ts';
import { promisedOf } from './promised.ts';
import { toRuns } from './runs.ts';
import { intersect, type Stretch, union, without } from './stretches.ts';

/** More single beats than this cannot be told apart on a screen. */
const BEATS_SHOWN_MAX = 720;
const MARKS_MAX = 300;

/** The three lanes of signs of life, and what happened. */
export function queryTimeline(
  store: ControllerStore,
  app: number,
  window: Window,
  nowMs: number,
): UiTimeline {
  const promised = promisedOf(store.apps.lastHeartbeat(app), store.apps.lastSnapshot(app));
  const lanes = CHANNELS.map((channel) => queryLane(store, app, channel, promised(channel), window, nowMs));
  const heard = union(lanes.flatMap((lane) => lane.runs));
  const untilMs = Math.min(window.toMs, nowMs);
  return {
    nowMs,
    ...window,
    lanes: lanes.map((lane) => ({
      ...lane,
      gaps: realGaps(lane, heard, { untilMs, gapMs: freshMaxMs(promised(lane.channel)) }),
    })),
    marks: queryMarks(store, app, window),
  };
}

function queryLane(
  store: ControllerStore,
  app: number,
  channel: Channel,
  promisedMs: number,
  window: Window,
  nowMs: number,
): UiLane {
  const beatsMs = store.entries.signs(app, channel, window);
  const before = store.apps.reportedState(app, channel, window.fromMs - 1);
  const states = store.entries.channelStates(app, channel, window);
  return {
    channel,
    ...toRuns(beatsMs, {
      fromMs: window.fromMs,
      untilMs: Math.min(window.toMs, nowMs),
      gapMs: freshMaxMs(promisedMs),
      previousMs: store.entries.lastSignBefore(app, channel, window.fromMs),
    }),
    beats: beatsMs.length,
    beatsMs: beatsMs.length <= BEATS_SHOWN_MAX ? beatsMs : [],
    states: before === undefined ? states : [before, ...states],
  };
}

/**
 * A companion forwards a record once, although it came by disk and by link. Where it says that the recorder or
 * the link is fresh, and is itself heard (by any channel), a lane without signs is no gap.
 */
function realGaps(
  lane: UiLane,
  heard: readonly Stretch[],
  o: { readonly untilMs: number; readonly gapMs: number },
): UiGap[] {
  if (lane.channel === 'console') return [...lane.gaps];
  const fresh = lane.states.flatMap(({ atMs, state }, index) =>
    state === 'fresh' ? [{ fromMs: atMs, toMs: lane.states[index + 1]?.atMs ?? o.untilMs }] : [],
  );
  const excused = intersect(union(fresh), heard);
  return lane.gaps.flatMap((gap) => without(gap, excused)).filter((gap) => gap.toMs - gap.fromMs > o.gapMs);
}

function queryMarks(store: ControllerStore, app: number, window: Window): UiMark[] {
  const kinds: readonly EntryKind[] = ['start', 'stop', 'channel', 'loss'];
  const marks: UiMark[] = store.entries.within(app, kinds, window, MARKS_MAX).map((entry) => ({
    atMs: entry.timeMs,
    kind: entry.kind as UiMark['kind'],
    text: markText(entry.kind, entry.content),
  }));
  for (const { atMs, boot } of store.entries.boots(app, window)) {
    marks.push({ atMs, kind: 'boot', text: `first label of boot ${boot.slice(0, 8)}` });
  }
  return marks.sort((a, b) => a.atMs - b.atMs);
}

function markText(kind: string, content: string): string {
  if (kind === 'start') return 'agent started';
  if (kind === 'stop') return 'agent stopped';
  return content.slice(0, 300);
}
