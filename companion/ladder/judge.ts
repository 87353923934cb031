import { countSources, RUNG_NAMES, standsOn } from './rungs.ts';
import { RUNGS, type Rung, type Signal } from './signal.ts';
import { isCrash } from './suppression.ts';
import type { Vote } from './verdict.ts';
import { type Standing, type WeighContext, type Weighed, weighDead } from './weigh.ts';

/** What the signals of one moment say. */
export interface Judgement {
  readonly state: 'healthy' | 'dead' | 'unknown';
  readonly rung?: Rung;
  readonly votes: readonly Vote[];
  readonly reason: string;
  /** It rests on a proof or on words of a crash: nothing is to be waited for. */
  readonly isCertain: boolean;
  /** Unknown because one source alone says that `rung` is dead. */
  readonly isSuspect: boolean;
}

type Counted = Omit<Judgement, 'isCertain' | 'isSuspect'>;

interface Finding {
  readonly rung: Rung;
  readonly carriers: readonly Standing[];
  readonly reason: string;
}

/**
 * Counts the votes. No state, no memory: the same signals in the same context give the same judgement.
 *
 * A rung is dead when a proof says so, or when at least one standing signal names it and at least two independent
 * sources say that it or something that stands on it is dead. The lowest such rung is named.
 */
export function judge(context: WeighContext): Judgement {
  const weighed = new Map<Signal, Weighed>();
  for (const signal of context.signals) {
    if (signal.state === 'dead') weighed.set(signal, weighDead(signal, context));
  }
  const standing = [...weighed.values()].flatMap((each) => (each.kind === 'standing' ? [each.standing] : []));
  const finding = findDead(standing, context.signals);
  if (finding !== undefined) {
    const isCertain = finding.carriers.some(({ signal }) => isCrash(signal));
    return { ...conclude('dead', finding, context, weighed), isCertain, isSuspect: false };
  }
  const held = [...weighed.values()].flatMap((each) => (each.kind === 'held' ? [each.standing] : []));
  const suspect = findSuspect([...standing, ...held]);
  if (suspect !== undefined) {
    return { ...conclude('unknown', suspect, context, weighed), isCertain: false, isSuspect: true };
  }
  return { ...judgeLife(context, weighed), isCertain: false, isSuspect: false };
}

function findDead(standing: readonly Standing[], signals: readonly Signal[]): Finding | undefined {
  for (const rung of RUNGS) {
    const named = standing.filter((each) => each.rung === rung);
    const found =
      findNamed(rung, named, standing) ??
      (rung === 'userspace' ? inferUserspace(standing, signals) : undefined);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findNamed(
  rung: Rung,
  named: readonly Standing[],
  standing: readonly Standing[],
): Finding | undefined {
  const proof = named.find(({ signal }) => signal.proof === true);
  if (proof !== undefined) return { rung, carriers: [proof], reason: `proof: ${proof.signal.reason}` };
  if (named.length === 0) return undefined;
  // That one CPU of several hangs is no sign that QEMU does.
  const above = standing.filter((each) => each.signal.part === undefined && standsOn(each.rung, rung));
  for (const part of new Set(named.map(({ signal }) => signal.part))) {
    const agreeing = named.filter(({ signal }) => signal.part === undefined || signal.part === part);
    const carriers = [...agreeing, ...above];
    if (countSources(carriers.map(({ signal }) => signal)) < 2) continue;
    return { rung, carriers, reason: agreeing.map(({ signal }) => signal.reason).join('; ') };
  }
  return undefined;
}

/**
 * The agent and the application both stand on userspace and on nothing else in common above the kernel. When both are
 * dead for independent witnesses, and nothing of userspace lives, what they share is dead.
 */
function inferUserspace(standing: readonly Standing[], signals: readonly Signal[]): Finding | undefined {
  const agent = standing.filter((each) => each.rung === 'agent');
  const application = standing.filter((each) => each.rung === 'application');
  const carriers = [...agent, ...application];
  if (agent.length === 0 || application.length === 0) return undefined;
  if (countSources(carriers.map(({ signal }) => signal)) < 2) return undefined;
  const alive = signals.some(
    ({ state, rung }) => state === 'alive' && (rung === 'userspace' || standsOn(rung, 'userspace')),
  );
  if (alive) return undefined;
  return { rung: 'userspace', carriers, reason: 'the agent and the application are dead at once' };
}

function findSuspect(standing: readonly Standing[]): Finding | undefined {
  for (const rung of RUNGS) {
    const carriers = standing.filter((each) => each.rung === rung);
    const [first] = carriers;
    if (first === undefined) continue;
    const what = carriers.map(({ signal }) => signal.reason).join('; ');
    return {
      rung,
      carriers: [],
      reason: `only ${first.signal.source} says that ${RUNG_NAMES[rung]} is dead: ${what}`,
    };
  }
  return undefined;
}

function conclude(
  state: 'dead' | 'unknown',
  finding: Finding,
  context: WeighContext,
  weighed: ReadonlyMap<Signal, Weighed>,
): Counted {
  const carrying = new Map(finding.carriers.map((each) => [each.signal, each]));
  const votes = context.signals.map((signal): Vote => {
    const carrier = carrying.get(signal);
    if (carrier !== undefined) return { signal, counts: true, why: whyCarries(carrier, finding.rung) };
    return { signal, counts: false, why: whyNot(signal, weighed.get(signal), finding.rung) };
  });
  return { state, rung: finding.rung, votes: inOrder(votes), reason: finding.reason };
}

function whyCarries({ signal, rung, lifted }: Standing, dead: Rung): string {
  if (signal.proof === true) return 'a proof, which needs no second vote';
  if (lifted !== undefined && rung === dead) return lifted;
  if (rung === dead) return `names ${RUNG_NAMES[dead]}`;
  return `${RUNG_NAMES[rung]} would be dead if ${RUNG_NAMES[dead]} is`;
}

function whyNot(signal: Signal, weighed: Weighed | undefined, dead: Rung): string {
  if (signal.state === 'unknown') return 'cannot tell';
  if (signal.state === 'alive') return whyAlive(signal, dead);
  if (weighed !== undefined && weighed.kind !== 'standing') return weighed.why;
  return `one source alone, or another rung than ${RUNG_NAMES[dead]}`;
}

function whyAlive(signal: Signal, dead: Rung): string {
  return standsOn(signal.rung, dead) || signal.rung === dead
    ? 'speaks for life, and does not outweigh what counts'
    : `speaks for ${RUNG_NAMES[signal.rung]} and what is below it`;
}

/** Nothing says dead: healthy only when everything that is watched was seen. */
function judgeLife(context: WeighContext, weighed: ReadonlyMap<Signal, Weighed>): Counted {
  const { signals } = context;
  const alive = signals.filter(({ state }) => state === 'alive');
  const missing = (['agent', 'application'] as const).find(
    (rung) => signals.some((each) => each.rung === rung) && !alive.some((each) => each.rung === rung),
  );
  const guest = alive.filter(({ rung }) => rung === 'userspace' || standsOn(rung, 'userspace'));
  const isHealthy = missing === undefined && guest.length > 0;
  const votes = signals.map((signal): Vote => {
    if (signal.state === 'alive') {
      const counts = isHealthy && guest.includes(signal);
      return { signal, counts, why: `speaks for ${RUNG_NAMES[signal.rung]} and what is below it` };
    }
    const found = weighed.get(signal);
    return { signal, counts: false, why: found?.kind === 'void' ? found.why : 'cannot tell' };
  });
  if (isHealthy) {
    return { state: 'healthy', votes: inOrder(votes), reason: guest.map(({ reason }) => reason).join('; ') };
  }
  const rung = missing ?? 'userspace';
  const why = signals.filter((each) => each.rung === rung).map(({ reason }) => reason);
  const reason = `nothing tells whether ${RUNG_NAMES[rung]} works${why.length > 0 ? `: ${why.join('; ')}` : ''}`;
  return { state: 'unknown', rung, votes: inOrder(votes), reason };
}

/** Those that count first, then from the lowest rung up. */
function inOrder(votes: readonly Vote[]): Vote[] {
  const order = (vote: Vote): number => (vote.counts ? 0 : RUNGS.length) + RUNGS.indexOf(vote.signal.rung);
  return [...votes].sort((a, b) => order(a) - order(b));
}
