import type { JsonValue } from '#protocol/messages/to-json.ts';
import { isJsonObject, type JsonObject } from './qmp-lines.ts';
import type { QmpExecuteOptions, QmpFailure, QmpPort } from './qmp-port.ts';

/** A question's typed result. */
export type Queried<T> = { readonly ok: true; readonly value: T } | QmpFailure;

/** No VM has more; a hostile QEMU's lists end here. */
const LIST_MAX = 4096;

async function query<T>(
  port: QmpPort,
  command: string,
  parse: (value: JsonValue) => T | undefined,
  o: QmpExecuteOptions | undefined,
): Promise<Queried<T>> {
  const result = await port.execute(command, undefined, o);
  if (!result.ok) return result;
  const value = parse(result.value);
  return value === undefined
    ? { ok: false, problem: 'invalid', detail: `the answer to ${command} has another shape than QEMU's` }
    : { ok: true, value };
}

/** `query-status`: QEMU's run state by its own name. */
export function queryStatus(
  port: QmpPort,
  o?: QmpExecuteOptions,
): Promise<Queried<{ readonly status: string }>> {
  const parse = (value: JsonValue): { status: string } | undefined => {
    const status = isJsonObject(value) ? value['status'] : undefined;
    return typeof status === 'string' && status.length <= 64 ? { status } : undefined;
  };
  return query(port, 'query-status', parse, o);
}

export interface QmpCpu {
  /** 0-based. */
  readonly index: number;
  /** The host's thread of this vCPU. */
  readonly threadId: number;
  /** QEMU's name of the architecture, such as `x86_64`. */
  readonly target: string;
}

/** `query-cpus-fast`: does not disturb the vCPUs. */
export function queryCpus(port: QmpPort, o?: QmpExecuteOptions): Promise<Queried<readonly QmpCpu[]>> {
  return query(port, 'query-cpus-fast', (value) => eachObject(value, parseCpu), o);
}

function parseCpu(value: JsonObject): QmpCpu | undefined {
  const { 'cpu-index': index, 'thread-id': threadId, target } = value;
  if (typeof index !== 'number' || typeof threadId !== 'number') return undefined;
  return { index, threadId, target: typeof target === 'string' ? target : '' };
}

export interface QmpBlock {
  /** QEMU's name of the drive; may be empty. */
  readonly device: string;
  readonly qdev: string;
  /** The host file, as QEMU tells it. */
  readonly file: string;
  readonly readOnly: boolean;
  /** `ok`, `failed` or `nospace`; empty when QEMU does not tell. */
  readonly ioStatus: string;
}

/** `query-block`: the drives that hold a medium. */
export function queryBlock(port: QmpPort, o?: QmpExecuteOptions): Promise<Queried<readonly QmpBlock[]>> {
  return query(port, 'query-block', (value) => eachObject(value, parseBlock), o);
}

function parseBlock(value: JsonObject): QmpBlock | undefined {
  const inserted = value['inserted'];
  if (!isJsonObject(inserted)) return undefined;
  return {
    device: textOf(value['device']),
    qdev: textOf(value['qdev']),
    file: textOf(inserted['file']),
    readOnly: inserted['ro'] === true,
    ioStatus: textOf(value['io-status']),
  };
}

export interface QmpChardev {
  readonly label: string;
  /** QEMU's description of it, such as `unix:/run/web/console.sock,server=on`. */
  readonly filename: string;
  readonly isOpen: boolean;
}

/** `query-chardev`. */
export function queryChardevs(port: QmpPort, o?: QmpExecuteOptions): Promise<Queried<readonly QmpChardev[]>> {
  return query(port, 'query-chardev', (value) => eachObject(value, parseChardev), o);
}

function parseChardev(value: JsonObject): QmpChardev | undefined {
  const label = value['label'];
  if (typeof label !== 'string') return undefined;
  return { label, filename: textOf(value['filename']), isOpen: value['frontend-open'] === true };
}

function eachObject<T>(value: JsonValue, parse: (object: JsonObject) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const found: T[] = [];
  for (const item of value.slice(0, LIST_MAX)) {
    const parsed = isJsonObject(item) ? parse(item) : undefined;
    if (parsed !== undefined) found.push(parsed);
  }
  return found;
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
