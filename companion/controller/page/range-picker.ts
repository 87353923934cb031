import { fill, h } from './dom.ts';
import { formatMoment } from './format.ts';

const MINUTE_MS = 60_000;
const CHOICES = [
  { text: '15 min', ms: 15 * MINUTE_MS },
  { text: '1 h', ms: 60 * MINUTE_MS },
  { text: '6 h', ms: 360 * MINUTE_MS },
  { text: '24 h', ms: 1440 * MINUTE_MS },
  { text: '7 d', ms: 10_080 * MINUTE_MS },
] as const;

export interface RangePickerOptions {
  readonly onChange: () => void;
  /** The controller's time. */
  readonly now: () => number;
}

/** The stretch of time that timeline and plots show. */
export class RangePicker {
  readonly element = h('div', { class: 'range' });
  readonly #options: RangePickerOptions;
  readonly #fixedNote = h('span', { class: 'muted' });
  readonly #live = h('button', { type: 'button', hidden: true }, 'Back to now');
  #lengthMs: number = CHOICES[0].ms;
  /** End of a window that does not move; undefined: it ends now. */
  #fixedToMs: number | undefined;

  constructor(options: RangePickerOptions) {
    this.#options = options;
    const button = (text: string, label: string, steps: number): HTMLElement => {
      const element = h('button', { type: 'button', 'aria-label': label, title: label }, text);
      element.addEventListener('click', () => this.#move(steps));
      return element;
    };
    this.#live.addEventListener('click', () => this.#set(this.#lengthMs, undefined));
    fill(
      this.element,
      button('‹', 'Earlier', -0.5),
      h(
        'fieldset',
        { class: 'segmented' },
        h('legend', { class: 'hidden' }, 'Time shown'),
        ...this.#radios(),
      ),
      button('›', 'Later', 0.5),
      this.#live,
      this.#fixedNote,
    );
  }

  /** @param nowMs the controller's time */
  window(nowMs: number): { fromMs: number; toMs: number } {
    const toMs = this.#fixedToMs ?? nowMs;
    return { fromMs: Math.round(toMs - this.#lengthMs), toMs: Math.round(toMs) };
  }

  /** Holds a window that does not move on. */
  hold(fromMs: number, toMs: number): void {
    this.#set(Math.max(10_000, toMs - fromMs), toMs);
  }

  get lengthMs(): number {
    return this.#lengthMs;
  }

  #radios(): HTMLElement[] {
    return CHOICES.map(({ text, ms }) => {
      const input = h('input', { type: 'radio', name: 'range', value: ms, checked: ms === this.#lengthMs });
      input.addEventListener('change', () => this.#set(ms, this.#fixedToMs));
      return h('label', {}, input, h('span', {}, text));
    });
  }

  #move(steps: number): void {
    const nowMs = this.#options.now();
    const toMs = (this.#fixedToMs ?? nowMs) + steps * this.#lengthMs;
    this.#set(this.#lengthMs, toMs >= nowMs ? undefined : toMs);
  }

  #set(lengthMs: number, toMs: number | undefined): void {
    this.#lengthMs = lengthMs;
    this.#fixedToMs = toMs;
    this.#live.hidden = toMs === undefined;
    this.#fixedNote.textContent =
      toMs === undefined ? '' : `${formatMoment(toMs - lengthMs)} to ${formatMoment(toMs)}`;
    for (const input of this.element.querySelectorAll('input'))
      input.checked = Number(input.value) === lengthMs;
    this.#options.onChange();
  }
}
