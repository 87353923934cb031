import { close, constants, open, write } from 'node:fs';
import type { Result } from '#agent/core/ports.ts';
import type { SysrqPort } from '#agent/core/sysrq/sysrq-port.ts';
import { codeOf } from '../snapshot/error-code.ts';
import { NodeKernelLogSource } from '../snapshot/kernel-log-source.ts';

const TRIGGER = '/proc/sysrq-trigger';
const LOG = '/dev/kmsg';

/** SysRq by /proc. The write is made on a thread of libuv's pool: it lasts until the kernel has printed. */
export function createNodeSysrq(paths = { trigger: TRIGGER, log: LOG }): SysrqPort {
  return {
    trigger: (key) => writeKey(paths.trigger, key),
    openLog: () => {
      const source = new NodeKernelLogSource(paths.log);
      const problem = source.open();
      return problem === undefined ? { ok: true, value: source } : { ok: false, problem };
    },
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

function writeKey(path: string, key: string): Promise<Result> {
  return new Promise((resolve) => {
    const failed = (error: unknown): void =>
      resolve({ ok: false, problem: `${path} cannot be written: ${codeOf(error)}` });
    open(path, constants.O_WRONLY, (openError, descriptor) => {
      if (openError !== null) {
        failed(openError);
        return;
      }
      write(descriptor, key, (writeError) => {
        close(descriptor, () =>
          writeError === null ? resolve({ ok: true, value: undefined }) : failed(writeError),
        );
      });
    });
  });
}
