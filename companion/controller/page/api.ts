import type { UiApp, UiFleet, UiLog, UiSeries, UiSnapshotAnswer, UiTimeline } from './ui-types.ts';

/** Why there is no answer: `gone` is a thing that does not exist (any more), the rest may pass. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly gone: boolean;
  constructor(message: string, gone: boolean) {
    super(message);
    this.gone = gone;
  }
}

const TIMEOUT_MS = 15_000;

/** The page's questions to the controller. Each rejects with {@link ApiError}, or an abort of its signal. */
export const api = {
  fleet: (signal: AbortSignal) => get<UiFleet>('/api/ui/apps', signal),
  app: (app: number, signal: AbortSignal) => get<UiApp>(`/api/ui/apps/${app}`, signal),
  timeline: (app: number, fromMs: number, toMs: number, signal: AbortSignal) =>
    get<UiTimeline>(`/api/ui/apps/${app}/timeline?from=${fromMs}&to=${toMs}`, signal),
  series: (app: number, fromMs: number, toMs: number, points: number, signal: AbortSignal) =>
    get<UiSeries>(`/api/ui/apps/${app}/series?from=${fromMs}&to=${toMs}&points=${points}`, signal),
  snapshot: (app: number, untilMs: number | undefined, signal: AbortSignal) =>
    get<UiSnapshotAnswer>(
      `/api/ui/apps/${app}/snapshot${untilMs === undefined ? '' : `?until=${untilMs}`}`,
      signal,
    ),
  log: (app: number, query: URLSearchParams, signal: AbortSignal) =>
    get<UiLog>(`/api/ui/apps/${app}/log?${query}`, signal),
} as const;

async function get<T>(path: string, signal: AbortSignal): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, { signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]) });
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiError('The controller does not answer.', false);
  }
  if (!response.ok) {
    throw new ApiError(`The controller answered ${response.status}.`, response.status === 404);
  }
  return (await response.json()) as T;
}
