import type { Manifest } from '../incidents/manifest.ts';
import type { VerdictChange } from '../ladder/verdict.ts';
import { safeText } from '../output/safe-text.ts';
import type { Entry, Severity } from './entry.ts';
import { cutToBytes, type EntrySubject, LINE_CONTENT_BYTES_MAX } from './entry-factory.ts';

/** More votes than carry any verdict; the rest stands in the incident. */
const VOTES_MAX = 8;
const REASON_BYTES_MAX = 512;

/** The entry of a verdict that became another one; its content is one line of JSON (docs/specs/entries.md). */
export function verdictEntry(
  subject: EntrySubject,
  id: string,
  change: VerdictChange,
  now: { readonly ladderMs: number; readonly wallMs: number },
): Entry {
  const { from, to, isOver } = change;
  const wall = (ladderMs: number): number => Math.round(now.wallMs - (now.ladderMs - ladderMs));
  const content = {
    verdict: to.state,
    ...(to.rung !== undefined && { rung: to.rung }),
    from: from.state,
    reason: reasonOf(to.reason),
    sinceMs: wall(to.sinceMs),
    ...(to.lastAliveMs !== undefined && { lastAliveMs: wall(to.lastAliveMs) }),
    ...(isOver && { isOver }),
    votes: to.votes
      .filter(({ counts }) => counts)
      .slice(0, VOTES_MAX)
      .map(({ signal }) => ({
        id: signal.id,
        source: signal.source,
        rung: signal.rung,
        state: signal.state,
        ageMs: Math.round(signal.ageMs),
        reason: reasonOf(signal.reason),
      })),
  };
  return {
    id,
    appId: subject.appId,
    appName: subject.appName,
    atMs: now.wallMs,
    severity: severityOf(change),
    source: 'cherub',
    content: cutToBytes(JSON.stringify(content), LINE_CONTENT_BYTES_MAX),
    tags: {
      'cherub.kind': 'verdict',
      'cherub.from': from.state,
      'cherub.state': to.state,
      ...(to.rung !== undefined && { 'cherub.rung': to.rung }),
    },
  };
}

/** The entry of a scenario that came into another state after its thresholds. */
export function scenarioEntry(
  subject: EntrySubject,
  id: string,
  change: {
    readonly scenario: string;
    readonly from: string;
    readonly to: string;
    readonly reason: string;
  },
  atMs: number,
): Entry {
  return {
    id,
    appId: subject.appId,
    appName: subject.appName,
    atMs,
    severity: change.to === 'ok' ? 'info' : 'warning',
    source: 'cherub',
    content: JSON.stringify({ ...change, reason: reasonOf(change.reason) }),
    tags: {
      'cherub.kind': 'scenario',
      'cherub.scenario': change.scenario,
      'cherub.from': change.from,
      'cherub.state': change.to,
    },
  };
}

/** The entry of an incident that was sealed: what a receiver needs before it has the bundle. */
export function incidentEntry(
  subject: EntrySubject,
  manifest: Manifest,
  o: { readonly culprit?: string; readonly manifestSha256: string },
): Entry {
  const { verdict, id, trigger } = manifest;
  const content = {
    incident: id,
    trigger,
    verdict: verdict.state,
    ...(verdict.rung !== undefined && { rung: verdict.rung }),
    reason: reasonOf(verdict.reason),
    ...(o.culprit !== undefined && { culprit: reasonOf(o.culprit) }),
    openedAtMs: manifest.openedAtMs,
    sealedAtMs: manifest.sealedAtMs,
    parts: manifest.parts.length,
    missing: manifest.missing.length,
    bytes: manifest.parts.reduce((sum, part) => sum + part.bytes, 0),
    manifestSha256: o.manifestSha256,
  };
  return {
    id: `${subject.appId}/incident/${id}`,
    appId: subject.appId,
    appName: subject.appName,
    atMs: manifest.sealedAtMs,
    severity: verdict.state === 'dead' ? 'err' : 'warning',
    source: 'cherub',
    content: JSON.stringify(content),
    tags: {
      'cherub.kind': 'incident',
      'cherub.incident': id,
      'cherub.state': verdict.state,
      ...(verdict.rung !== undefined && { 'cherub.rung': verdict.rung }),
    },
  };
}

function severityOf({ to, isOver }: VerdictChange): Severity {
  if (to.state === 'dead') return isOver === true ? 'warning' : 'err';
  return to.state === 'unknown' ? 'warning' : 'info';
}

function reasonOf(text: string): string {
  return cutToBytes(safeText(text), REASON_BYTES_MAX);
}
