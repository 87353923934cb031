import type { Manifest } from './manifest.ts';

export interface QuotaLimits {
  /** Bundles and archives together. */
  readonly bytesMax: number;
  readonly countMax: number;
}

export interface KeptIncident {
  readonly id: string;
  readonly manifest: Pick<Manifest, 'openedAtMs' | 'vm' | 'verdict' | 'trigger' | 'interrupted'> | undefined;
  /** Bundle and archive. */
  readonly bytes: number;
}

/**
 * Which incidents must go so that the rest keeps to the limits, in that order: those that cannot be read, then the less
 * important, the oldest first. The newest of all stays, however large it is: evidence that was just taken is what
 * somebody is about to look at.
 */
export function planRemovals(incidents: readonly KeptIncident[], limits: QuotaLimits): string[] {
  const ranked = rank(incidents);
  const newest = incidents.reduce<KeptIncident | undefined>(
    (best, each) => (best === undefined || openedAt(each) > openedAt(best) ? each : best),
    undefined,
  );
  let bytes = incidents.reduce((sum, each) => sum + each.bytes, 0);
  let count = incidents.length;
  const removals: string[] = [];
  for (const incident of ranked) {
    if (bytes <= limits.bytesMax && count <= limits.countMax) break;
    if (incident === newest) continue;
    removals.push(incident.id);
    bytes -= incident.bytes;
    count -= 1;
  }
  return removals;
}

/** The least worth keeping first. */
function rank(incidents: readonly KeptIncident[]): KeptIncident[] {
  const newestDeath = new Map<string, number>();
  for (const each of incidents) {
    if (!isDeath(each)) continue;
    const app = appOf(each);
    newestDeath.set(app, Math.max(newestDeath.get(app) ?? 0, openedAt(each)));
  }
  const importance = (each: KeptIncident): number => {
    if (each.manifest === undefined) return 0;
    if (!isDeath(each)) return 1;
    // One VM that dies every minute does not push out the only incident of another.
    return openedAt(each) === newestDeath.get(appOf(each)) ? 3 : 2;
  };
  return [...incidents].sort((a, b) => importance(a) - importance(b) || openedAt(a) - openedAt(b));
}

/** Whole, and of something that died. What a person asked for can be asked for again. */
function isDeath({ manifest }: KeptIncident): boolean {
  return manifest?.verdict.state === 'dead' && manifest.interrupted !== true;
}

function appOf({ manifest }: KeptIncident): string {
  return manifest?.vm.appId ?? '';
}

function openedAt({ manifest }: KeptIncident): number {
  return manifest?.openedAtMs ?? 0;
}
