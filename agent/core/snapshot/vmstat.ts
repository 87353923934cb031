import type { cherub } from '#protocol/messages/generated/cherub.js';
import { failed, type Part, present } from './part.ts';
import { numberOfLine, toUint53 } from './scan-text.ts';

/** One counter for each zone since 4.10; kernels before had one for all. */
const ALLOCATION_STALLS = [
  'allocstall ',
  'allocstall_dma ',
  'allocstall_dma32 ',
  'allocstall_normal ',
  'allocstall_movable ',
  'allocstall_device ',
] as const;

/** `/proc/vmstat` (mm/vmstat.c, vmstat_text). A counter that a kernel lacks gives 0. */
export function parseVmstat(text: string): Part<cherub.Vmstat.$Properties> {
  const pageFaults = numberOfLine(text, 'pgfault ');
  if (pageFaults === undefined) return failed('/proc/vmstat has no pgfault');
  const count = (key: string): number => numberOfLine(text, key) ?? 0;
  let allocationStalls = 0;
  for (const key of ALLOCATION_STALLS) allocationStalls += count(key);
  return present({
    pageFaults,
    majorFaults: count('pgmajfault '),
    pagesSwappedIn: count('pswpin '),
    pagesSwappedOut: count('pswpout '),
    pagesInKib: count('pgpgin '),
    pagesOutKib: count('pgpgout '),
    directReclaimScanned: count('pgscan_direct '),
    kswapdScanned: count('pgscan_kswapd '),
    allocationStalls: toUint53(allocationStalls),
    oomKills: count('oom_kill '),
  });
}
