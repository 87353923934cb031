import type { CheckPort } from '#agent/core/checks/check-port.ts';
import { NodeSystemFiles } from '../snapshot/node-system-files.ts';
import { listFolder, readModified, readPart } from './check-files.ts';
import { httpGet } from './http-get.ts';
import { runProgram } from './run-program.ts';

/** What checks look at, on this machine. @param root where /proc is looked for; all other paths are taken as they are */
export function createNodeChecks(root = '/'): CheckPort {
  return {
    proc: new NodeSystemFiles(root),
    readPart,
    modified: readModified,
    list: listFolder,
    run: runProgram,
    get: httpGet,
  };
}
