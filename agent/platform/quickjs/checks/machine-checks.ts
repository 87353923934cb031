import { startList, startReadPart, startStat } from 'cherub:native';
import type { CheckPort } from '#agent/core/checks/check-port.ts';
import { decodeUtf8 } from '#protocol/bytes/utf8.ts';
import { errnoName } from '../process/errno-name.ts';
import type { Jobs } from '../process/jobs.ts';
import { runProgram } from '../process/run-program.ts';
import { ProcFiles } from '../snapshot/proc-files.ts';

/** What checks look at, on this machine. There is no HTTP: the config refuses such checks. */
export function createChecks(jobs: Jobs): CheckPort {
  return {
    proc: new ProcFiles(),
    readPart: async (path, { bytesMax, from }) => {
      const { result, bytes } = await jobs.wait(startReadPart(path, bytesMax, from === 'end'));
      if (bytes !== undefined) return { ok: true, bytes: new Uint8Array(bytes) };
      const code = errnoName(result);
      return { ok: false, code: code === 'EINVAL' ? 'not a regular file' : code };
    },
    modified: async (path) => {
      const { result, numbers } = await jobs.wait(startStat(path));
      const [, , sizeBytes = 0, , modifiedUs = 0] = numbers;
      return result < 0 ? { ok: false, code: errnoName(result) } : { ok: true, modifiedUs, sizeBytes };
    },
    list: async (path, namesMax) => {
      const { result, bytes } = await jobs.wait(startList(path, namesMax));
      if (bytes === undefined) return { ok: false, code: errnoName(result) };
      const text = decodeUtf8(new Uint8Array(bytes));
      return { ok: true, names: text.split('\0').filter((name) => name !== '') };
    },
    run: runProgram,
    get: undefined,
  };
}
