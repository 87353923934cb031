import * as os from 'qjs:os';

const SECOND_MS = 1000;
/** Behind the full second, because a timer may fire a little early and would then see the second before. */
const MARGIN_MS = 3;

/** Calls `tick` soon after each full second of the wall clock. @returns how to end it */
export function startTicker(tick: () => void): () => void {
  let timer: os.Timer;
  const arm = (): void => {
    timer = os.setTimeout(
      () => {
        arm();
        tick();
      },
      SECOND_MS - (Date.now() % SECOND_MS) + MARGIN_MS,
    );
  };
  arm();
  return () => os.clearTimeout(timer);
}
