import { type Evidence, mergeEvidence, NO_EVIDENCE } from './evidence.ts';
import type { IncidentHead, IncidentPart, MissingPart } from './incident.ts';

/*
 * An open incident is its journal: one JSON line for each thing that is safely on the disk. Whoever finds an open one
 * after a crash reads the journal and knows as much as its writer did.
 */

export type JournalEvent =
  | { readonly kind: 'open'; readonly head: IncidentHead }
  | { readonly kind: 'part'; readonly part: IncidentPart }
  | { readonly kind: 'missing'; readonly missing: MissingPart }
  | { readonly kind: 'evidence'; readonly evidence: Partial<Evidence> };

/** Everything that is known of an incident. */
export interface IncidentState {
  readonly head: IncidentHead;
  readonly parts: readonly IncidentPart[];
  readonly missing: readonly MissingPart[];
  readonly evidence: Evidence;
}

export function openState(head: IncidentHead): IncidentState {
  return { head, parts: [], missing: [], evidence: NO_EVIDENCE };
}

export function applyEvent(state: IncidentState, event: JournalEvent): IncidentState {
  switch (event.kind) {
    case 'open':
      return state;
    case 'part':
      return { ...state, parts: [...state.parts, event.part] };
    case 'missing':
      return { ...state, missing: [...state.missing, event.missing] };
    case 'evidence':
      return { ...state, evidence: mergeEvidence(state.evidence, event.evidence) };
  }
}

/** A line has a border on both sides: one that was torn (a full disk) does not take the next with it. */
export function formatEvent(event: JournalEvent): string {
  return `\n${JSON.stringify(event)}\n`;
}

/**
 * The state at the end of a journal. Lines that are not whole are left out.
 * @returns undefined: not even the opening line is whole, so nothing was begun
 */
export function replayJournal(text: string): IncidentState | undefined {
  let state: IncidentState | undefined;
  for (const line of text.split('\n')) {
    const event = parseEvent(line);
    if (event?.kind === 'open') state ??= openState(event.head);
    else if (event !== undefined && state !== undefined) state = applyEvent(state, event);
  }
  return state;
}

/** The file is ours alone (mode 0600 in a directory of ours), so a line that is JSON is what we wrote. */
function parseEvent(line: string): JournalEvent | undefined {
  if (line === '') return undefined;
  try {
    return JSON.parse(line) as JournalEvent;
  } catch {
    return undefined;
  }
}
