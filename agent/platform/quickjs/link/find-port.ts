import { readText } from 'cherub:native';
import { readdir } from 'qjs:os';

/** Names are short; whatever else stands there is cut. */
const NAME_BYTES_MAX = 128;
const FOLDER = '/sys/class/virtio-ports';

export interface VirtioPort {
  /** As the host named it. */
  readonly name: string;
  /** `/dev/vport1p1` */
  readonly device: string;
}

/**
 * The virtio-serial ports that this guest has and that carry a name. By /sys and not by /dev/virtio-ports, whose links
 * only udev makes.
 */
export function listVirtioPorts(): VirtioPort[] {
  const [entries, errno] = readdir(FOLDER);
  if (errno !== 0) return [];
  const ports: VirtioPort[] = [];
  for (const entry of entries.toSorted()) {
    const text = readText(`${FOLDER}/${entry}/name`, NAME_BYTES_MAX);
    const name = typeof text === 'string' ? text.trim() : '';
    if (name !== '') ports.push({ name, device: `/dev/${entry}` });
  }
  return ports;
}
