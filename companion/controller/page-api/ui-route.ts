import * as z from 'zod/mini';
import type { EntryKind } from '../ingest/ingested-entry.ts';
import type { Window } from '../store/entry-queries.ts';
import { LOG_KINDS, type LogQuery } from './ui-queries.ts';

/** What the page asks for. */
export type UiRoute =
  | { readonly kind: 'fleet' }
  | { readonly kind: 'events' }
  | { readonly kind: 'app'; readonly app: number }
  | { readonly kind: 'timeline'; readonly app: number; readonly window: Window }
  | { readonly kind: 'series'; readonly app: number; readonly window: Window; readonly points: number }
  | { readonly kind: 'snapshot'; readonly app: number; readonly untilMs: number }
  | { readonly kind: 'log'; readonly app: number; readonly query: LogQuery }
  | { readonly kind: 'invalid'; readonly problem: string }
  | { readonly kind: 'unknown' };

const TIME_MS_MAX = 8_640_000_000_000_000;
const time = z.coerce.number().check(z.int(), z.minimum(0), z.maximum(TIME_MS_MAX));
const id = z.coerce.number().check(z.int(), z.minimum(1));
/** Longest window: the questions take time in proportion to it. */
const WINDOW_MS_MAX = 31 * 24 * 3600 * 1000;

const windowShape = z.object({ from: time, to: time }).check(
  z.refine(({ from, to }) => to > from && to - from <= WINDOW_MS_MAX, {
    error: 'from must lie before to, by 31 days at most',
  }),
);
const pointsShape = z.object({
  points: z._default(z.coerce.number().check(z.int(), z.minimum(10), z.maximum(2000)), 600),
});
const snapshotShape = z.object({ until: z._default(time, TIME_MS_MAX) });
const logShape = z.object({
  kinds: z._default(z.string().check(z.maxLength(200)), 'console'),
  before: z.optional(id),
  after: z.optional(id),
  text: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
  limit: z._default(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(1000)), 200),
});

/** Reads the path and query of a request below `/api/ui/`. */
export function uiRoute(url: URL): UiRoute {
  if (url.pathname === '/api/ui/apps') return { kind: 'fleet' };
  if (url.pathname === '/api/ui/events') return { kind: 'events' };
  const match = /^\/api\/ui\/apps\/([1-9]\d{0,14})(?:\/(timeline|series|snapshot|log))?$/u.exec(url.pathname);
  if (match === null) return { kind: 'unknown' };
  return appRoute(Number(match[1]), match[2], Object.fromEntries(url.searchParams));
}

function appRoute(app: number, what: string | undefined, query: Record<string, string>): UiRoute {
  switch (what) {
    case 'timeline': {
      const parsed = windowShape.safeParse(query);
      return parsed.success
        ? { kind: 'timeline', app, window: toWindow(parsed.data) }
        : invalid(parsed.error);
    }
    case 'series': {
      const window = windowShape.safeParse(query);
      const rest = pointsShape.safeParse(query);
      if (!window.success) return invalid(window.error);
      if (!rest.success) return invalid(rest.error);
      return { kind: 'series', app, window: toWindow(window.data), points: rest.data.points };
    }
    case 'snapshot': {
      const parsed = snapshotShape.safeParse(query);
      return parsed.success ? { kind: 'snapshot', app, untilMs: parsed.data.until } : invalid(parsed.error);
    }
    case 'log': {
      const parsed = logShape.safeParse(query);
      return parsed.success ? logRoute(app, parsed.data) : invalid(parsed.error);
    }
    default:
      return { kind: 'app', app };
  }
}

function logRoute(app: number, data: z.infer<typeof logShape>): UiRoute {
  const names = data.kinds.split(',');
  const kinds: EntryKind[] = LOG_KINDS.filter((kind) => names.includes(kind));
  if (kinds.length === 0) return { kind: 'invalid', problem: `kinds: some of ${LOG_KINDS.join(',')}` };
  const { before, after, text, limit } = data;
  const query: LogQuery = {
    kinds,
    limit,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    ...(text === undefined ? {} : { text }),
  };
  return { kind: 'log', app, query };
}

function toWindow({ from, to }: { from: number; to: number }): Window {
  return { fromMs: from, toMs: to };
}

function invalid(error: z.core.$ZodError): UiRoute {
  const issue = error.issues[0];
  const path = issue?.path.join('.') ?? '';
  return { kind: 'invalid', problem: `${path === '' ? '' : `${path}: `}${issue?.message ?? 'invalid'}` };
}
