import { formatDuration } from '../output/quantities.ts';
import { safeText } from '../output/safe-text.ts';
import type { Paint, Tone } from '../output/style.ts';
import { cutToWidth, formatTable } from '../output/table.ts';
import type { SignalState } from './signal.ts';
import type { PendingVerdict, Verdict, VerdictState, Vote } from './verdict.ts';

export interface ExplainOptions {
  /** As the operator named it. */
  readonly vm: string;
  /** By the clock of the verdict. */
  readonly nowMs: number;
  readonly paint: Paint;
  /** Lines are cut to this many columns; without it they are as long as they need. */
  readonly columns?: number;
}

const VERDICT_TONES: Readonly<Record<VerdictState, Tone>> = {
  healthy: 'good',
  dead: 'bad',
  unknown: 'warn',
  suppressed: 'dim',
  starting: 'dim',
};

const SIGNAL_TONES: Readonly<Record<SignalState, Tone>> = { alive: 'good', dead: 'bad', unknown: 'warn' };

/** The verdict and every vote behind it, as lines for a terminal: guest text in it is made safe. */
export function explainVerdict(verdict: Verdict, o: ExplainOptions): string[] {
  const { paint, columns } = o;
  const line = (tone: Tone, text: string): string => {
    const safe = safeText(text);
    return paint(tone, columns === undefined ? safe : cutToWidth(safe, columns));
  };
  const lines = [
    line(VERDICT_TONES[verdict.state], `${o.vm}: ${headline(verdict)}, for ${since(verdict.sinceMs, o)}`),
    line('plain', `  ${verdict.reason}`),
  ];
  if (verdict.lastAliveMs !== undefined) {
    lines.push(line('plain', `  last seen alive ${since(verdict.lastAliveMs, o)} ago`));
  }
  const { suppression, pending } = verdict;
  if (suppression !== undefined) {
    const left = formatDuration(Math.max(0, suppression.untilMs - o.nowMs));
    lines.push(line('plain', `  suppressed by ${suppression.by}: ${suppression.reason}; ends in ${left}`));
  }
  if (pending !== undefined) lines.push(line('warn', `  ${describePending(pending, o)}`));
  if (verdict.votes.length === 0) return [...lines, line('dim', '  no signal at all')];
  const heading = ['', 'signal', 'says', 'rung', 'source', 'age', 'why'];
  return [
    ...lines,
    '',
    ...formatTable(heading, verdict.votes.map(voteRow), { paint, ...(columns && { columns }) }),
  ];
}

function voteRow({ signal, counts, why }: Vote): ({ text: string; tone?: Tone; align?: 'right' } | string)[] {
  const tone: Tone = counts ? SIGNAL_TONES[signal.state] : 'dim';
  return [
    { text: counts ? '*' : '', tone: 'strong' },
    { text: signal.id, tone: counts ? 'strong' : 'plain' },
    { text: signal.proof === true ? `${signal.state}!` : signal.state, tone },
    signal.part === undefined ? signal.rung : `${signal.rung}/${signal.part}`,
    signal.source,
    { text: formatDuration(signal.ageMs), align: 'right' },
    signal.reason === '' ? why : `${signal.reason} [${why}]`,
  ];
}

/** `dead: kernel`, `unknown: agent`, `healthy`. */
function headline({ state, rung }: Pick<Verdict, 'state' | 'rung'>): string {
  return rung === undefined ? state : `${state}: ${rung}`;
}

function describePending(pending: PendingVerdict, o: ExplainOptions): string {
  const leftMs = Math.max(0, pending.sinceMs + pending.waitMs - o.nowMs);
  return `becomes "${headline(pending)}" in ${formatDuration(leftMs)} if this holds: ${pending.reason}`;
}

function since(ms: number, { nowMs }: ExplainOptions): string {
  return formatDuration(Math.max(0, nowMs - ms));
}

/** The same for programs; write it with `safeJson`. Ages instead of times of a clock that nobody else has. */
export function explainJson(
  verdict: Verdict,
  o: { readonly vm: string; readonly nowMs: number },
): ExplainJson {
  const ago = (ms: number): number => Math.max(0, Math.round(o.nowMs - ms));
  const { state, rung, reason, suppression, pending, lastAliveMs } = verdict;
  return {
    vm: o.vm,
    state,
    ...(rung !== undefined && { rung }),
    reason,
    forMs: ago(verdict.sinceMs),
    ...(lastAliveMs !== undefined && { lastAliveAgoMs: ago(lastAliveMs) }),
    ...(suppression && {
      suppression: {
        kind: suppression.kind,
        by: suppression.by,
        reason: suppression.reason,
        endsInMs: Math.max(0, Math.round(suppression.untilMs - o.nowMs)),
      },
    }),
    ...(pending && {
      pending: {
        state: pending.state,
        ...(pending.rung !== undefined && { rung: pending.rung }),
        reason: pending.reason,
        inMs: Math.max(0, Math.round(pending.sinceMs + pending.waitMs - o.nowMs)),
      },
    }),
    votes: verdict.votes.map(({ signal, counts, why }) => ({ ...signal, counts, why })),
  };
}

export interface ExplainJson {
  readonly vm: string;
  readonly state: VerdictState;
  readonly rung?: string;
  readonly reason: string;
  readonly forMs: number;
  readonly lastAliveAgoMs?: number;
  readonly suppression?: {
    readonly kind: string;
    readonly by: string;
    readonly reason: string;
    readonly endsInMs: number;
  };
  readonly pending?: {
    readonly state: VerdictState;
    readonly rung?: string;
    readonly reason: string;
    readonly inMs: number;
  };
  readonly votes: readonly (Vote['signal'] & { readonly counts: boolean; readonly why: string })[];
}
