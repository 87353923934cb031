import { eachLine, fieldsOf } from '../snapshot/scan-text.ts';
import { addressToProc } from './address-to-proc.ts';
import type { TcpWish } from './check-config.ts';
import { type CheckTools, type Finding, failed, ok, unknown } from './finding.ts';

/** What one read gives at most; listening sockets stand in front of all others (net/ipv4/tcp_ipv4.c). */
const FILE_BYTES_MAX = 65_536;
const LINES_MAX = 1000;
const LISTEN = '0A';
const ANY = ['00000000', '0'.repeat(32)];

type Listening = 'yes' | 'no' | { readonly cut: string } | { readonly unreadable: string };

/** Whether something listens on a port, as the kernel's table says: nothing is connected, so nobody is disturbed. */
export async function checkTcp(wish: TcpWish, { port }: CheckTools): Promise<Finding> {
  const address = wish.address === undefined ? undefined : addressToProc(wish.address);
  const where = wish.address === undefined ? `port ${wish.port}` : `${wish.address} port ${wish.port}`;
  const tables = ['/proc/net/tcp', '/proc/net/tcp6'].map((path): Listening => {
    const file = port.proc.read(path, FILE_BYTES_MAX);
    // A kernel without IPv6 has no such table.
    if (!file.ok) return file.code === 'ENOENT' ? 'no' : { unreadable: `${path}: ${file.code}` };
    return listensIn(file.text, wish.port, address);
  });
  if (tables.includes('yes')) return ok(`listens on ${where}`);
  for (const table of tables) {
    if (typeof table === 'object') return unknown('cut' in table ? table.cut : table.unreadable);
  }
  return failed(`nothing listens on ${where}`);
}

function listensIn(text: string, port: number, address: string | undefined): Listening {
  const portHex = port.toString(16).toUpperCase().padStart(4, '0');
  let found = false;
  let sawOthers = false;
  const isWhole = eachLine(text, LINES_MAX, (line) => {
    const [slot, local, , state] = fieldsOf(line);
    if (slot === 'sl' || local === undefined) return;
    if (state !== LISTEN) {
      sawOthers = true;
      return;
    }
    const [host = '', at] = local.split(':');
    found ||= at === portHex && (address === undefined || host === address || ANY.includes(host));
  });
  if (found) return 'yes';
  const isCut = (!isWhole || text.length >= FILE_BYTES_MAX) && !sawOthers;
  return isCut ? { cut: 'more sockets listen than can be looked at' } : 'no';
}
