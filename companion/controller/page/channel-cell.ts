import { h } from './dom.ts';
import { formatAge } from './format.ts';
import type { UiChannel } from './ui-types.ts';

/** What each state is called; the mark's shape says the same for those who do not see colours. */
const WORDS: Readonly<Record<UiChannel['state'], string>> = {
  fresh: 'fresh',
  stale: 'stale',
  silent: 'silent',
  missing: 'missing',
  unknown: 'unknown',
  never: 'never heard',
};

/** One channel as a mark and its age. */
export function channelCell(channel: UiChannel, nowMs: number): HTMLElement {
  const age = channel.lastMs === null ? '' : formatAge(nowMs - channel.lastMs);
  const word = WORDS[channel.state];
  return h(
    'span',
    { class: `channel ${channel.state}`, title: `${channel.channel}: ${word}, ${channel.reason}` },
    h('span', { class: 'mark', 'aria-hidden': 'true' }),
    h('span', { class: 'word' }, word),
    age !== '' && h('span', { class: 'age' }, age),
  );
}
