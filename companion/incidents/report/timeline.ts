import { RUNGS } from '../../ladder/signal.ts';
import { formatTime } from '../../output/quantities.ts';
import type { SignalTrack, Stretch } from '../evidence.ts';
import { html, type Markup } from './markup.ts';
import { type Frame, momentMark, round, type TimeRange, timeAxis, timeToX } from './time-axis.ts';

const WIDTH = 960;
const ROW = 22;
const TOP = 6;
const NAME_WIDTH = 190;
const TRACKS_MAX = 40;
const STRETCHES_MAX = 500;

/** All signals over time, the lowest rung at the bottom as on the ladder. */
export function timelineSvg(tracks: readonly SignalTrack[], range: TimeRange, sinceMs: number): Markup {
  const shown = [...tracks]
    .sort((a, b) => RUNGS.indexOf(b.rung) - RUNGS.indexOf(a.rung))
    .slice(0, TRACKS_MAX);
  const bottom = TOP + shown.length * ROW;
  const frame: Frame = { left: NAME_WIDTH, right: WIDTH - 30, top: TOP, bottom };
  return html`<svg viewBox="0 0 ${WIDTH} ${bottom + 22}" role="img" aria-label="Timeline of all signals">
${timeAxis(frame, range)}
${shown.map((track, i) => trackRow(track, TOP + i * ROW, frame, range))}
${momentMark(frame, range, sinceMs)}
</svg>
<p class="legend"><i class="swatch alive"></i>seen alive <i class="swatch dead"></i>seen dead <i class="swatch unknown"></i>cannot tell
<i class="swatch since"></i>verdict began. Times are UTC.${tracks.length > shown.length ? ` ${tracks.length - shown.length} more signals are in evidence.json.` : ''}</p>`;
}

function trackRow(track: SignalTrack, y: number, frame: Frame, range: TimeRange): Markup {
  return html`<text class="track" x="0" y="${y + 15}">${shorten(track.id)}<tspan class="rung"> ${track.rung}</tspan></text>
${track.stretches.slice(-STRETCHES_MAX).map((stretch) => bar(stretch, y, frame, range))}`;
}

function bar(stretch: Stretch, y: number, frame: Frame, range: TimeRange): Markup {
  const toX = timeToX(frame, range);
  const x = toX(stretch.fromMs);
  const width = Math.max(2, round(toX(stretch.toMs) - x));
  const words = `${stretch.state} ${formatTime(stretch.fromMs)} to ${formatTime(stretch.toMs)}`;
  return html`<rect class="${stretch.state}" x="${x}" y="${y + 4}" width="${width}" height="${ROW - 8}" rx="2"><title>${words}${stretch.reason === undefined ? '' : `: ${stretch.reason}`}</title></rect>`;
}

function shorten(text: string): string {
  return text.length > 18 ? `${text.slice(0, 17)}…` : text;
}
