import { readText } from 'cherub:native';
import * as os from 'qjs:os';

const FOLDER = '/sys/class/block';
const NUMBER_BYTES = 64;

/**
 * All whole disks with a device behind them (no partitions, loop devices, RAM disks or device-mapper targets) that have
 * a size and can be written, as paths under /dev, in the order of their names.
 */
export function listDisks(): string[] {
  const [names, errno] = os.readdir(FOLDER);
  if (errno !== 0) return [];
  return names
    .filter((name) => !name.startsWith('.') && isWholeDisk(`${FOLDER}/${name}`))
    .toSorted((a, b) => a.length - b.length || (a < b ? -1 : 1))
    .map((name) => `/dev/${name.replaceAll('!', '/')}`);
}

function isWholeDisk(folder: string): boolean {
  return (
    exists(`${folder}/device`) &&
    !exists(`${folder}/partition`) &&
    number(`${folder}/size`) > 0 &&
    number(`${folder}/ro`) === 0
  );
}

function exists(path: string): boolean {
  return os.stat(path)[1] === 0;
}

function number(path: string): number {
  const text = readText(path, NUMBER_BYTES);
  return typeof text === 'string' ? Number(text.trim()) : Number.NaN;
}
