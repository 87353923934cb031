import type { FileWish } from './check-config.ts';
import { type CheckTools, type Finding, failed, unknown } from './finding.ts';
import { judgeAge } from './judge-age.ts';

/** Whether a file is there, young and large enough. */
export async function checkFile(wish: FileWish, { port, wallUs }: CheckTools): Promise<Finding> {
  const found = await port.modified(wish.path);
  if (!found.ok) {
    return found.code === 'ENOENT'
      ? failed(`${wish.path} is not there`)
      : unknown(`${wish.path}: ${found.code}`);
  }
  if (found.sizeBytes < (wish.minBytes ?? 0)) {
    return failed(`${wish.path} has ${found.sizeBytes} bytes; at least ${wish.minBytes} are wanted`);
  }
  return judgeAge(`${wish.path} changed`, {
    atUs: found.modifiedUs,
    nowUs: wallUs(),
    maxAgeSeconds: wish.maxAgeSeconds,
  });
}
