import type { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from './safe-text.ts';
import { eachLine, fieldsOf, toCount } from './scan-text.ts';

/** A snapshot has to fit one block; hosts of containers have hundreds of them. */
export const INTERFACES_MAX = 12;

const LINES_MAX = 2048;

const NAME_BYTES_MAX = 32;

/** Container plumbing: shown only when there is room after the rest. */
const PLUMBING = [
  'veth',
  'cali',
  'lxc',
  'tap',
  'vnet',
  'docker',
  'br-',
  'cni',
  'flannel',
  'dummy',
  'ifb',
  'sit',
] as const;

/**
 * `/proc/net/dev` (net/core/net-procfs.c): eight receive columns (bytes, packets, errs, drop, …), then eight
 * transmit columns. The loopback is left out. `up` is not in this file and is for the caller to fill.
 */
export function parseInterfaces(text: string): {
  readonly interfaces: cherub.Interface.$Properties[];
  readonly left: number;
} {
  const real: cherub.Interface.$Properties[] = [];
  const plumbing: cherub.Interface.$Properties[] = [];
  let total = 0;
  eachLine(text, LINES_MAX, (line) => {
    const parsed = parseLine(line);
    if (parsed === undefined) return;
    total++;
    const list = PLUMBING.some((prefix) => parsed.name?.startsWith(prefix)) ? plumbing : real;
    if (list.length < INTERFACES_MAX) list.push(parsed);
  });
  const interfaces = [...real, ...plumbing].slice(0, INTERFACES_MAX);
  return { interfaces, left: total - interfaces.length };
}

function parseLine(line: string): cherub.Interface.$Properties | undefined {
  // A name cannot hold a colon unless it is an old alias (eth0:1), and those have no line of their own.
  const colon = line.indexOf(':');
  if (colon < 0) return undefined;
  const name = line.slice(0, colon).trim();
  const columns = fieldsOf(line.slice(colon + 1));
  if (name === '' || name === 'lo' || columns.length < 12) return undefined;
  const count = (column: number): number => toCount(columns[column]) ?? 0;
  return {
    name: safeText(name, NAME_BYTES_MAX),
    rxBytes: count(0),
    rxPackets: count(1),
    rxErrors: count(2),
    rxDropped: count(3),
    txBytes: count(8),
    txPackets: count(9),
    txErrors: count(10),
    txDropped: count(11),
  };
}
