import { decodeAppName } from './app-name.ts';
import { labelChecksum } from './format-label.ts';
import {
  LABEL_BYTES_MAX,
  LABEL_CHECKSUM_MARK,
  LABEL_MARK,
  LABEL_STATES,
  LABEL_VIAS,
  type Label,
} from './label.ts';

export type LabelParse =
  | {
      kind: 'label';
      label: Label;
      /** False when the name was too long for a label: then `label.app` is only its start. */
      appExact: boolean;
    }
  | { kind: 'none' }
  | { kind: 'invalid'; problem: string };

/** A line with more marks than this is an attack or a dump of labels; only the last ones are tried. */
const MARKS_TRIED_MAX = 8;

/**
 * Finds a label in one line of a console or log, with anything before it (a syslog prefix, half of another label) and
 * anything after it. The last whole label of the line wins. Never throws; the work is linear in the line's length.
 */
export function parseLabel(line: string): LabelParse {
  let result: LabelParse = { kind: 'none' };
  let at = line.length;
  for (let tried = 0; tried < MARKS_TRIED_MAX && at > 0; tried += 1) {
    at = line.lastIndexOf(LABEL_MARK, at - 1);
    if (at < 0) break;
    const parsed = parseAt(line.slice(at, at + LABEL_BYTES_MAX + 1));
    if (parsed.kind === 'label') return parsed;
    if (result.kind === 'none') result = parsed;
  }
  return result.kind === 'none' ? otherVersion(line) : result;
}

/** Tells a newer agent from no agent. */
function otherVersion(line: string): LabelParse {
  const match = /(?:^|[^a-z])cherub\/(\d{1,4}) app=/.exec(line);
  return match === null
    ? { kind: 'none' }
    : invalid(`label version ${match[1]} is not known here; only version 1 is`);
}

/** @param text from the mark on, at most one character more than the longest label */
function parseAt(text: string): LabelParse {
  const end = text.indexOf(LABEL_CHECKSUM_MARK);
  if (end < 0) return invalid('cut short: no checksum within 480 bytes');
  const checksum = /^[0-9a-f]{8}(?![0-9A-Za-z])/.exec(text.slice(end + LABEL_CHECKSUM_MARK.length))?.[0];
  if (checksum === undefined) return invalid('cut short: the checksum is not 8 hex digits');
  if (end + LABEL_CHECKSUM_MARK.length + checksum.length > LABEL_BYTES_MAX)
    return invalid('longer than 480 bytes');
  const body = text.slice(0, end);
  if (labelChecksum(body) !== checksum) return invalid('checksum does not match: other text got in between');
  if (!/^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(body)) return invalid('bytes that no label has');
  const fields = readFields(body.slice(LABEL_MARK.length));
  return typeof fields === 'string' ? invalid(fields) : readLabel(fields);
}

/** `key=value` tokens, each key once; unknown keys are kept so that a later minor addition is no error. */
function readFields(text: string): Map<string, string> | string {
  const fields = new Map<string, string>();
  for (const token of text.split(' ')) {
    const equals = token.indexOf('=');
    if (equals <= 0) return 'a part is not key=value';
    const key = token.slice(0, equals);
    if (fields.has(key)) return `the key ${key.slice(0, 16)} stands twice`;
    fields.set(key, token.slice(equals + 1));
  }
  return fields;
}

function readLabel(fields: ReadonlyMap<string, string>): LabelParse {
  const app = decodeAppName(fields.get('app') ?? '');
  const bootId = fields.get('boot') ?? '';
  const sequence = readNumber(fields.get('seq'), /^\d{1,16}$/);
  const uptimeSeconds = readNumber(fields.get('up'), DECIMAL);
  const everySeconds = readNumber(fields.get('every'), DECIMAL);
  const state = LABEL_STATES.find((known) => known === fields.get('state'));
  const via = LABEL_VIAS.find((known) => known === fields.get('via'));
  if (app === undefined) return invalid('app is missing or wrong');
  if (!/^[0-9a-f]{32}$/.test(bootId)) return invalid('boot is missing or not 32 hex digits');
  if (sequence === undefined || !Number.isSafeInteger(sequence)) return invalid('seq is missing or no count');
  if (uptimeSeconds === undefined) return invalid('up is missing or no number');
  if (everySeconds === undefined) return invalid('every is missing or no number');
  if (state === undefined) return invalid('state is missing or unknown');
  if (via === undefined) return invalid('via is missing or unknown');
  const label: Label = { app: app.name, bootId, sequence, uptimeSeconds, everySeconds, state, via };
  const problem = addOptional(label, fields);
  return problem === undefined ? { kind: 'label', label, appExact: app.exact } : invalid(problem);
}

function addOptional(label: Label, fields: ReadonlyMap<string, string>): string | undefined {
  const load = fields.get('load') ?? '-';
  const memory = fields.get('mem') ?? '-';
  const pressure = fields.get('psi') ?? '-';
  if (load !== '-') {
    const value = readNumber(load, DECIMAL);
    if (value === undefined) return 'load is no number';
    label.load1 = value;
  }
  if (memory !== '-') {
    const value = readNumber(memory, /^\d{1,3}$/);
    if (value === undefined || value > 100) return 'mem is no percentage';
    label.memoryAvailablePercent = value;
  }
  if (pressure !== '-') {
    const values = pressure.split(',').map((text) => readNumber(text, /^\d{1,3}(?:\.\d{1,2})?$/) ?? 101);
    const [cpu, memoryPressure, io] = values;
    if (cpu === undefined || memoryPressure === undefined || io === undefined)
      return 'psi is not three numbers';
    if (values.length !== 3 || values.some((value) => value > 100)) return 'psi is not three percentages';
    label.pressure = { cpu, memory: memoryPressure, io };
  }
  return undefined;
}

const DECIMAL = /^\d{1,13}(?:\.\d{1,3})?$/;

function readNumber(text: string | undefined, shape: RegExp): number | undefined {
  return text !== undefined && shape.test(text) ? Number(text) : undefined;
}

function invalid(problem: string): LabelParse {
  return { kind: 'invalid', problem };
}
