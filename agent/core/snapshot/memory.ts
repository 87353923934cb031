import type { cherub } from '#protocol/messages/generated/cherub.js';
import { failed, type Part, present } from './part.ts';
import { numberOfLine } from './scan-text.ts';

/** `/proc/meminfo` (fs/proc/meminfo.c); a line that a kernel lacks gives 0. */
export function parseMemory(text: string): Part<cherub.Memory.$Properties> {
  const bytes = (key: string): number => (numberOfLine(text, key) ?? 0) * 1024;
  const totalBytes = bytes('MemTotal:');
  if (totalBytes === 0) return failed('/proc/meminfo has no MemTotal');
  return present({
    totalBytes,
    freeBytes: bytes('MemFree:'),
    availableBytes: bytes('MemAvailable:'),
    buffersBytes: bytes('Buffers:'),
    cachedBytes: bytes('Cached:'),
    anonymousBytes: bytes('AnonPages:'),
    sharedBytes: bytes('Shmem:'),
    slabReclaimableBytes: bytes('SReclaimable:'),
    slabUnreclaimableBytes: bytes('SUnreclaim:'),
    dirtyBytes: bytes('Dirty:'),
    writebackBytes: bytes('Writeback:'),
    swapTotalBytes: bytes('SwapTotal:'),
    swapFreeBytes: bytes('SwapFree:'),
    committedBytes: bytes('Committed_AS:'),
    kernelStackBytes: bytes('KernelStack:'),
    pageTablesBytes: bytes('PageTables:'),
  });
}
