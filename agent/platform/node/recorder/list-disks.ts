import { readdirSync, readFileSync, statSync } from 'node:fs';

/**
 * All whole disks with a device behind them (no partitions, loop devices, RAM disks or device-mapper targets) that have
 * a size and can be written, as paths under /dev, in the order of their names.
 * @param root folder that holds `sys`; `/` but in tests
 */
export function listDisks(root = '/'): string[] {
  const folder = `${root === '/' ? '' : root}/sys/class/block`;
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names
    .filter((name) => isWholeDisk(`${folder}/${name}`))
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
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

function number(path: string): number {
  try {
    return Number(readFileSync(path, 'utf8').trim());
  } catch {
    return Number.NaN;
  }
}
