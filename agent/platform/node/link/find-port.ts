import { readdirSync, readFileSync } from 'node:fs';

/** Names are short; whatever else stands there is cut. */
const NAME_CHARACTERS_MAX = 128;

export interface VirtioPort {
  /** As the host named it. */
  name: string;
  /** `/dev/vport1p1` */
  device: string;
}

/**
 * The virtio-serial ports that this guest has and that carry a name. By /sys and not by /dev/virtio-ports, whose links
 * only udev makes.
 * @param root folder that holds `sys`; `/` but in tests
 */
export function listVirtioPorts(root = '/'): VirtioPort[] {
  const folder = `${root === '/' ? '' : root}/sys/class/virtio-ports`;
  const ports: VirtioPort[] = [];
  for (const entry of entriesOf(folder)) {
    const name = readName(`${folder}/${entry}/name`);
    if (name !== undefined) ports.push({ name, device: `/dev/${entry}` });
  }
  return ports;
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function readName(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim().slice(0, NAME_CHARACTERS_MAX) || undefined;
  } catch {
    return undefined;
  }
}
