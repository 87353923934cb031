import { crc32c } from '#protocol/bytes/crc32c.ts';
import { encodeUtf8 } from '#protocol/bytes/utf8.ts';
import { encodeAppName, hex32 } from './app-name.ts';
import { LABEL_CHECKSUM_MARK, LABEL_MARK, type Label } from './label.ts';

const UNKNOWN = '-';
/** Keeps the line short whatever a broken source reports. */
const SECONDS_MAX = 1e12;
const LOAD_MAX = 1e9;

/**
 * One heartbeat as one line, without a newline: printable ASCII, at most 480 bytes, none of EVE's reserved keys, whatever
 * the label holds. Numbers out of their range are clamped; optional ones that are not finite become `-`.
 * @throws RangeError when `bootId` is not 32 lower-case hex digits, which is a bug of the caller
 */
export function formatLabel(label: Label): string {
  if (!/^[0-9a-f]{32}$/.test(label.bootId)) throw new RangeError('bootId must be 32 lower-case hex digits');
  const text = [
    `${LABEL_MARK}app=${encodeAppName(label.app)}`,
    `boot=${label.bootId}`,
    `seq=${Math.trunc(clamp(label.sequence, Number.MAX_SAFE_INTEGER))}`,
    `up=${clamp(label.uptimeSeconds, SECONDS_MAX).toFixed(2)}`,
    `every=${Number(clamp(label.everySeconds, SECONDS_MAX).toFixed(3))}`,
    `state=${label.state}`,
    `load=${optional(label.load1, LOAD_MAX, 2)}`,
    `mem=${optional(label.memoryAvailablePercent, 100, 0)}`,
    `psi=${formatPressure(label.pressure)}`,
    `via=${label.via}`,
  ].join(' ');
  return `${text}${LABEL_CHECKSUM_MARK}${labelChecksum(text)}`;
}

/** CRC32C of everything before ` ck=`, as eight hex digits. */
export function labelChecksum(text: string): string {
  return hex32(crc32c(encodeUtf8(text)));
}

function formatPressure(pressure: Label['pressure']): string {
  if (pressure === undefined) return UNKNOWN;
  const values = [pressure.cpu, pressure.memory, pressure.io];
  return values.every(Number.isFinite)
    ? values.map((value) => clamp(value, 100).toFixed(1)).join(',')
    : UNKNOWN;
}

function optional(value: number | undefined, max: number, decimals: number): string {
  return value === undefined || !Number.isFinite(value) ? UNKNOWN : clamp(value, max).toFixed(decimals);
}

function clamp(value: number, max: number): number {
  return Number.isNaN(value) ? 0 : Math.min(Math.max(value, 0), max);
}
