import type { Transport } from '../engine/scenario.ts';
import { probeConsole } from './console-probe.ts';
import { probeDisk } from './disk-probe.ts';
import { probeLink } from './link-probe.ts';
import { probeNetwork } from './network-probe.ts';
import type { RunProbe } from './probe.ts';
import { probeQga } from './qga-probe.ts';

/** What looks through each transport. */
export const PROBES: Readonly<Record<Transport, RunProbe>> = {
  console: probeConsole,
  link: probeLink,
  disk: probeDisk,
  network: probeNetwork,
  qga: probeQga,
};
