import type { UiChange } from './ui-types.ts';

/** What fills the page below the bar. */
export interface View {
  readonly element: HTMLElement;
  /** Something of these apps is new; `undefined`: anything may be. */
  changed(changes: readonly UiChange[] | undefined): void;
  /** Called each second, for ages. */
  tick(): void;
  close(): void;
}

/** What a view has of the page around it. */
export interface ViewContext {
  /** The companion's and controller's time as far as the page knows it, milliseconds since 1970. */
  now(): number;
  /** Told by every answer that carries the controller's time. */
  learnNow(nowMs: number): void;
  /** Shows a problem above the view; an empty text takes it away. */
  showProblem(text: string): void;
  /** Sets the trail in the bar and the window's title. */
  setTitle(trail: string): void;
}
