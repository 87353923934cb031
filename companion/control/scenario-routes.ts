import type { Target } from '../scenarios/bindings/target.ts';
import { LABEL_SELECTOR } from '../scenarios/options.ts';
import type { ScenarioApi } from './scenario-api.ts';

/** What a route answers. */
export interface RouteAnswer {
  readonly status: number;
  readonly body: object;
}

const PAUSE_SECONDS = { least: 1, most: 7 * 24 * 3600, default: 3600 } as const;
const OWNER_CHARACTERS_MAX = 128;
const REASON_CHARACTERS_MAX = 512;

/**
 * The routes below /v1/scenarios; docs/cli.md has them. Which VMs are meant stands in `app` or `label`.
 * @param action what follows in the path
 */
export async function answerScenarios(
  api: ScenarioApi | undefined,
  method: string,
  action: string | undefined,
  query: URLSearchParams,
): Promise<RouteAnswer> {
  if (api === undefined) return refuse(503, 'this companion runs no scenarios');
  if (method === 'GET' && action === undefined) return { status: 200, body: api.report() };
  if (method !== 'POST' || !isAction(action)) {
    return refuse(404, `there is no ${method} /v1/scenarios${action === undefined ? '' : `/${action}`}`);
  }
  const target = targetOf(query);
  if (target === undefined)
    return refuse(400, 'app or label must say which VM is meant; a label is name or name=value');
  const scenario = query.get('scenario') ?? undefined;
  if (scenario === undefined && action !== 'pause' && action !== 'resume') {
    return refuse(400, 'scenario is missing');
  }
  const done = await carryOut(api, action, { target, query, ...(scenario !== undefined && { scenario }) });
  if (!done.ok) return refuse(409, done.reason);
  const { ok: _, ...body } = done;
  return { status: 200, body };
}

const ACTIONS = ['bind', 'unbind', 'pause', 'resume', 'run'] as const;
type Action = (typeof ACTIONS)[number];

function isAction(action: string | undefined): action is Action {
  return ACTIONS.some((each) => each === action);
}

type Outcome = ({ readonly ok: true } & object) | { readonly ok: false; readonly reason: string };

async function carryOut(
  api: ScenarioApi,
  action: Action,
  o: { readonly target: Target; readonly scenario?: string; readonly query: URLSearchParams },
): Promise<Outcome> {
  const { target, scenario = '', query } = o;
  switch (action) {
    case 'bind':
      return api.bind(scenario, target);
    case 'unbind':
      return api.unbind(scenario, target);
    case 'run':
      return await api.run(scenario, target);
    case 'resume':
      return api.resume(target, o.scenario);
    case 'pause': {
      const owner = (query.get('owner') ?? '').trim().slice(0, OWNER_CHARACTERS_MAX);
      if (owner === '') return { ok: false, reason: 'owner is missing: a pause has somebody to ask' };
      return api.pause({
        target,
        ...(o.scenario !== undefined && { scenario: o.scenario }),
        forMs: secondsOf(query) * 1000,
        owner,
        reason: (query.get('reason') ?? '').slice(0, REASON_CHARACTERS_MAX),
      });
    }
  }
}

function secondsOf(query: URLSearchParams): number {
  const { least, most, default: usual } = PAUSE_SECONDS;
  const seconds = Number(query.get('seconds') ?? usual);
  return Number.isFinite(seconds) ? Math.min(Math.max(seconds, least), most) : usual;
}

function targetOf(query: URLSearchParams): Target | undefined {
  const app = query.get('app');
  const label = query.get('label');
  if (label !== null)
    return app === null && LABEL_SELECTOR.test(label) ? { kind: 'label', label } : undefined;
  return app === null || app === '' ? undefined : { kind: 'app', app };
}

function refuse(status: number, error: string): RouteAnswer {
  return { status, body: { error } };
}
