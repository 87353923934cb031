/** How long ago or how long, for people: `0.4 s`, `32 s`, `5 min`, `3.2 h`, `12 d`; `-` for none. */
export function formatDuration(ms: number | undefined): string {
  if (ms === undefined || !Number.isFinite(ms)) return '-';
  const seconds = ms / 1000;
  if (Math.abs(seconds) < 9.95) return `${seconds.toFixed(1)} s`;
  if (Math.abs(seconds) < 120) return `${Math.round(seconds)} s`;
  if (Math.abs(seconds) < 7200) return `${Math.round(seconds / 60)} min`;
  if (Math.abs(seconds) < 48 * 3600) return `${(seconds / 3600).toFixed(1)} h`;
  return `${Math.round(seconds / 86_400)} d`;
}

const BYTE_UNITS = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];

/** `512 B`, `4.0 KiB`, `1.2 GiB`. */
export function formatBytes(bytes: number | undefined): string {
  if (bytes === undefined || !Number.isFinite(bytes)) return '-';
  let value = bytes;
  let unit = 0;
  while (Math.abs(value) >= 1024 && unit < BYTE_UNITS.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return unit === 0 ? `${Math.round(value)} B` : `${value.toFixed(value < 100 ? 1 : 0)} ${BYTE_UNITS[unit]}`;
}

/** `2026-11-24 02:29:18.123Z`; `-` for 0, for none and for what no calendar holds. */
export function formatTime(ms: number | undefined): string {
  if (ms === undefined || !(ms > 0 && ms < 8.64e15)) return '-';
  return new Date(ms).toISOString().replace('T', ' ');
}

/**
 * Bytes from `16M`, `512KiB`, `1G`, `4096`. Units are powers of 1,024.
 * @returns undefined when it is no size, or not a whole number of bytes below 2^53
 */
export function parseBytes(text: string): number | undefined {
  const match = /^(\d{1,15}(?:\.\d{1,3})?)\s*(?:([KMGT])(?:i?B)?|B)?$/iu.exec(text.trim());
  if (match === null) return undefined;
  const power = ['', 'K', 'M', 'G', 'T'].indexOf((match[2] ?? '').toUpperCase());
  const bytes = Number(match[1]) * 1024 ** power;
  return Number.isSafeInteger(bytes) ? bytes : undefined;
}

/** `1 record`, `5 records`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
