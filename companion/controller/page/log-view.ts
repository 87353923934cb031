import { api } from './api.ts';
import { fill, h, setText } from './dom.ts';
import { formatClock, formatMoment } from './format.ts';
import { guestText } from './guest-text.ts';
import { Refresher } from './refresher.ts';
import type { UiLogLine } from './ui-types.ts';

/** What the reader can choose, and the kinds behind it. */
const CHOICES = [
  { name: 'Console', kinds: ['console', 'other'], on: true },
  { name: 'Labels', kinds: ['heartbeat'], on: false },
  { name: 'Events', kinds: ['channel', 'start', 'stop', 'loss'], on: true },
] as const;

const PAGE_LINES = 200;
/** Older lines leave the page; they can be asked for again. */
const LINES_MAX = 2000;
const REFRESH_MS = 700;
const TYPING_MS = 250;
/** Nearer to the end than this counts as being there. */
const END_PIXELS = 24;

export interface LogViewOptions {
  readonly app: number;
  readonly onProblem: (error: unknown) => void;
}

/** Lines of the console and events, newest at the bottom, following the end while the reader is there. */
export class LogView {
  readonly element = h('section', { class: 'panel log', 'aria-label': 'Log' });
  readonly #options: LogViewOptions;
  readonly #list = h('ol', { class: 'log-lines mono', tabindex: 0, role: 'log', 'aria-label': 'Log lines' });
  readonly #older = h('button', { type: 'button', class: 'older', hidden: true }, 'Show older lines');
  readonly #note = h('p', { class: 'empty' });
  readonly #search = h('input', {
    type: 'search',
    placeholder: 'Find text',
    'aria-label': 'Find text in the log',
    maxlength: 200,
  });
  readonly #refresher = new Refresher(
    (signal) => this.#follow(signal),
    () => REFRESH_MS,
  );
  readonly #chosen = new Set<string>(CHOICES.filter((choice) => choice.on).map((choice) => choice.name));
  #typing: number | undefined;
  #firstId: number | undefined;
  #lastId: number | undefined;
  /** Counts what was asked for; an answer to an older question is dropped. */
  #question = 0;

  constructor(options: LogViewOptions) {
    this.#options = options;
    this.element.append(
      h('header', { class: 'log-head' }, h('h2', {}, 'Log'), this.#choices(), this.#search),
      this.#older,
      this.#list,
      this.#note,
    );
    this.#older.addEventListener('click', () => void this.#showOlder());
    this.#search.addEventListener('input', () => {
      clearTimeout(this.#typing);
      this.#typing = window.setTimeout(() => this.#restart(), TYPING_MS);
    });
    this.#refresher.request();
  }

  /** New lines may be there. */
  changed(): void {
    this.#refresher.request();
  }

  close(): void {
    clearTimeout(this.#typing);
    this.#refresher.close();
  }

  #choices(): HTMLElement {
    return h(
      'fieldset',
      { class: 'choices' },
      h('legend', { class: 'hidden' }, 'Kinds of lines'),
      ...CHOICES.map((choice) => {
        const box = h('input', { type: 'checkbox', checked: choice.on });
        box.addEventListener('change', () => {
          if (box.checked) this.#chosen.add(choice.name);
          else this.#chosen.delete(choice.name);
          this.#restart();
        });
        return h('label', {}, box, choice.name);
      }),
    );
  }

  #restart(): void {
    this.#question += 1;
    this.#firstId = undefined;
    this.#lastId = undefined;
    fill(this.#list);
    this.#older.hidden = true;
    this.#refresher.requestNow();
  }

  #query(extra: Record<string, string>): URLSearchParams {
    const kinds = CHOICES.filter((choice) => this.#chosen.has(choice.name)).flatMap((choice) => choice.kinds);
    const text = this.#search.value;
    return new URLSearchParams({
      kinds: kinds.join(','),
      limit: String(PAGE_LINES),
      ...(text === '' ? {} : { text }),
      ...extra,
    });
  }

  async #follow(signal: AbortSignal): Promise<void> {
    const question = this.#question;
    if (this.#chosen.size === 0) return this.#say('Nothing is chosen.');
    try {
      const isFirst = this.#lastId === undefined;
      const log = await api.log(
        this.#options.app,
        this.#query(isFirst ? {} : { after: String(this.#lastId) }),
        signal,
      );
      if (question !== this.#question) return this.#refresher.request();
      // A burst of more than a page: what was skipped would be a silent hole, so begin anew from the end.
      if (!isFirst && log.more) return this.#restart();
      if (isFirst) this.#older.hidden = !log.more;
      this.#append(log.lines);
      this.#say(this.#list.childElementCount === 0 ? 'No line yet.' : '');
    } catch (error) {
      if (!signal.aborted) this.#options.onProblem(error);
    }
  }

  async #showOlder(): Promise<void> {
    const question = this.#question;
    if (this.#firstId === undefined) return;
    try {
      const signal = new AbortController().signal;
      const log = await api.log(this.#options.app, this.#query({ before: String(this.#firstId) }), signal);
      if (question !== this.#question) return;
      const height = this.#list.scrollHeight;
      this.#list.prepend(...log.lines.map(lineElement));
      this.#list.scrollTop += this.#list.scrollHeight - height;
      this.#firstId = log.lines[0]?.id ?? this.#firstId;
      this.#older.hidden = !log.more;
    } catch (error) {
      this.#options.onProblem(error);
    }
  }

  #append(lines: readonly UiLogLine[]): void {
    if (lines.length === 0) return;
    const list = this.#list;
    const isAtEnd = list.scrollHeight - list.scrollTop - list.clientHeight < END_PIXELS;
    list.append(...lines.map(lineElement));
    this.#firstId ??= lines[0]?.id;
    this.#lastId = lines.at(-1)?.id;
    // Only while the reader follows the end: nothing may move under someone who reads above.
    if (isAtEnd && list.childElementCount > LINES_MAX) {
      while (list.childElementCount > LINES_MAX) list.firstElementChild?.remove();
      this.#firstId = Number(list.firstElementChild?.getAttribute('data-id') ?? 0) || undefined;
      this.#older.hidden = false;
    }
    if (isAtEnd) list.scrollTop = list.scrollHeight;
  }

  #say(text: string): void {
    setText(this.#note, text);
    this.#note.hidden = text === '';
  }
}

function lineElement(line: UiLogLine): HTMLElement {
  return h(
    'li',
    { class: `line kind-${line.kind} ${severityClass(line.severity)}`, 'data-id': line.id },
    h('time', { title: formatMoment(line.timeMs) }, formatClock(line.timeMs)),
    ' ',
    line.kind !== 'console' && h('span', { class: 'tag' }, line.kind),
    guestText(line.content, 'content'),
  );
}

function severityClass(severity: string): string {
  if (['emerg', 'alert', 'crit', 'err', 'error'].includes(severity)) return 'bad';
  return severity === 'warning' ? 'warn' : '';
}
