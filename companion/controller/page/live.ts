import type { UiChange } from './ui-types.ts';

export type LiveState = 'connecting' | 'live' | 'lost';

/** After an answer that is no stream (too many open pages), EventSource gives up; we ask again. */
const ASK_AGAIN_MS = 10_000;

/** News from the controller. A lost connection comes back by itself. */
export class Live {
  readonly #onChange: (changes: readonly UiChange[]) => void;
  readonly #onState: (state: LiveState) => void;

  /**
   * @param onChange which apps got something new
   * @param onState `live` is told each time the stream is back: what happened meanwhile must then be asked for
   */
  constructor(onChange: (changes: readonly UiChange[]) => void, onState: (state: LiveState) => void) {
    this.#onChange = onChange;
    this.#onState = onState;
    onState('connecting');
    this.#connect();
  }

  #connect(): void {
    const source = new EventSource('/api/ui/events');
    source.addEventListener('open', () => this.#onState('live'));
    source.addEventListener('change', (event: MessageEvent<string>) => {
      this.#onChange(JSON.parse(event.data) as UiChange[]);
    });
    source.addEventListener('error', () => {
      this.#onState('lost');
      if (source.readyState === EventSource.CLOSED) window.setTimeout(() => this.#connect(), ASK_AGAIN_MS);
    });
  }
}
