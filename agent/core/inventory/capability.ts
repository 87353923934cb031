import { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from '../snapshot/safe-text.ts';
import type { SystemFiles } from '../snapshot/system-files.ts';

/** One thing that the host may want from this guest. Names are stable: docs/specs/messages.md. */
export type Capability = cherub.Capability.$Properties;

/** Finds out about one capability; reads only files that the kernel answers from memory. */
export type CapabilityProbe = (files: SystemFiles) => Capability;

const VALUE_BYTES_MAX = 160;
const REASON_BYTES_MAX = 240;

/** It is there. `advice` says what would make it better, if anything. */
export function available(name: string, value: string, advice = ''): Capability {
  return make(name, cherub.Outcome.OUTCOME_OK, value, advice);
}

/** It is not there; `reason` says in one line why, and what would give it. */
export function unavailable(name: string, reason: string, value = ''): Capability {
  return make(name, cherub.Outcome.OUTCOME_FAILED, value, reason);
}

/** It could not be told. */
export function unknown(name: string, reason: string): Capability {
  return make(name, cherub.Outcome.OUTCOME_UNKNOWN, '', reason);
}

/**
 * A small file's text without blanks around it.
 * @returns the text, or the errno name in `code`
 */
export function readSetting(
  files: SystemFiles,
  path: string,
): { readonly ok: true; readonly text: string } | { readonly ok: false; readonly code: string } {
  const file = files.read(path, 4096);
  return file.ok ? { ok: true, text: file.text.trim() } : file;
}

function make(name: string, outcome: cherub.Outcome, value: string, reason: string): Capability {
  return {
    name,
    available: outcome,
    value: safeText(value, VALUE_BYTES_MAX),
    reason: safeText(reason, REASON_BYTES_MAX),
  };
}
