import { startWriteText } from 'cherub:native';
import { setTimeout } from 'qjs:os';
import type { SysrqPort } from '#agent/core/sysrq/sysrq-port.ts';
import { errnoName } from '../process/errno-name.ts';
import type { Jobs } from '../process/jobs.ts';
import { KmsgSource } from '../snapshot/kernel-log-source.ts';

const TRIGGER = '/proc/sysrq-trigger';

/** SysRq by /proc. The write is made on a thread: it lasts until the kernel has printed. */
export function createSysrq(jobs: Jobs): SysrqPort {
  return {
    trigger: async (key) => {
      const { result } = await jobs.wait(startWriteText(TRIGGER, key));
      return result < 0
        ? { ok: false, problem: `${TRIGGER} cannot be written: ${errnoName(result)}` }
        : { ok: true, value: undefined };
    },
    openLog: () => {
      const source = new KmsgSource();
      const problem = source.open();
      return problem === undefined ? { ok: true, value: source } : { ok: false, problem };
    },
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}
