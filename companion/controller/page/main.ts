import { AppView } from './app-view.ts';
import { fill, h, setText } from './dom.ts';
import { FleetView } from './fleet-view.ts';
import { formatClock } from './format.ts';
import { Live, type LiveState } from './live.ts';
import type { View, ViewContext } from './view.ts';

const STATE_TEXTS: Readonly<Record<LiveState, string>> = {
  connecting: 'connecting',
  live: 'live',
  lost: 'connection lost, trying again',
};

/** The bar, the view below it, and what both know: the composition root of the page. */
class Shell implements ViewContext {
  readonly #trail = h('span', { class: 'trail' });
  readonly #state = h('span', { class: 'live-state', role: 'status' });
  readonly #clock = h('span', { class: 'clock' });
  readonly #problem = h('p', { class: 'problem', role: 'alert', hidden: true });
  readonly #place = h('div');
  #view: View | undefined;
  #aheadMs = 0;

  start(root: HTMLElement): void {
    const home = h('a', { href: '#/', class: 'brand' }, 'Cherub');
    fill(
      root,
      h('header', { class: 'bar' }, home, this.#trail, this.#state, this.#clock),
      this.#problem,
      this.#place,
    );
    window.addEventListener('hashchange', () => this.#open(true));
    this.#open(false);
    new Live(
      (changes) => this.#view?.changed(changes),
      (state) => this.#showState(state),
    );
    window.setInterval(() => this.#tick(), 1000);
    this.#tick();
  }

  now(): number {
    return Date.now() + this.#aheadMs;
  }

  learnNow(nowMs: number): void {
    this.#aheadMs = nowMs - Date.now();
  }

  showProblem(text: string): void {
    setText(this.#problem, text);
    this.#problem.hidden = text === '';
  }

  setTitle(trail: string): void {
    setText(this.#trail, trail);
    document.title = trail === '' ? 'Cherub' : `${trail} · Cherub`;
  }

  #open(moveFocus: boolean): void {
    this.#view?.close();
    this.showProblem('');
    this.setTitle('');
    const app = /^#\/app\/([1-9]\d{0,14})$/u.exec(location.hash)?.[1];
    this.#view = app === undefined ? new FleetView(this) : new AppView(Number(app), this);
    fill(this.#place, this.#view.element);
    if (moveFocus) {
      this.#view.element.focus({ preventScroll: true });
      window.scrollTo(0, 0);
    }
  }

  #showState(state: LiveState): void {
    setText(this.#state, STATE_TEXTS[state]);
    this.#state.className = `live-state ${state}`;
    // What came while the stream was down is known only by asking.
    if (state === 'live') this.#view?.changed(undefined);
  }

  #tick(): void {
    setText(this.#clock, formatClock(this.now()));
    this.#view?.tick();
  }
}

new Shell().start(document.body);
