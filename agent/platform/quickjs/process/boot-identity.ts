import type { SystemFiles } from '#agent/core/snapshot/system-files.ts';

/** Which boot of the guest this is, as 32 lower-case hex digits; by chance when the kernel does not say. */
export function readBootId(files: SystemFiles): string {
  return readUuid(files, '/proc/sys/kernel/random/boot_id') ?? newUuid(files);
}

/** A number that tells this run of the agent from any other: 1 to 2^32 - 1. */
export function newRunId(files: SystemFiles): number {
  return Number.parseInt(newUuid(files).slice(0, 8), 16) || 1;
}

/** 32 hex digits by chance, from the kernel. */
export function newUuid(files: SystemFiles): string {
  return readUuid(files, '/proc/sys/kernel/random/uuid') ?? chance();
}

function readUuid(files: SystemFiles, path: string): string | undefined {
  const file = files.read(path, 64);
  const digits = file.ok ? file.text.replaceAll('-', '').trim().toLowerCase() : '';
  return /^[0-9a-f]{32}$/.test(digits) ? digits : undefined;
}

function chance(): string {
  const digit = (): string => Math.floor(Math.random() * 16).toString(16);
  return Array.from({ length: 32 }, digit).join('');
}
