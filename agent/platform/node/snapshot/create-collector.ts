import { setTimeout as delay } from 'node:timers/promises';
import { SnapshotCollector, type SnapshotTime } from '#agent/core/snapshot/collect-snapshot.ts';
import { FilesystemLane } from '#agent/core/snapshot/filesystem-lane.ts';
import { KernelLogTail } from '#agent/core/snapshot/kernel-log.ts';
import { readMachineUnits } from '#agent/core/snapshot/machine-units.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import { FailedUnitsLane } from './failed-units-lane.ts';
import { NodeKernelLogSource } from './kernel-log-source.ts';
import { NodeSlowFiles } from './node-slow-files.ts';
import { NodeSystemFiles } from './node-system-files.ts';

export interface NodeCollectorOptions {
  /** Folder under which /proc, /sys and /dev are looked for; default `/`. */
  readonly root?: string;
  readonly app: string;
  /** Promised distance between two snapshots, in milliseconds. */
  readonly periodMs: number;
  /** The program that names failed systemd units; default `systemctl`. */
  readonly systemctl?: string;
}

/** What only the rest of the agent knows. */
export interface NodeCollectorInputs {
  readonly state: cherub.State;
  readonly checks: cherub.CheckResult.$Properties[];
  readonly counters: cherub.AgentCounters.$Properties | undefined;
  /** For a host that asks in between and not for the recorder: kernel messages come again in the next one. */
  readonly outOfTurn?: boolean;
}

/** Takes snapshots of the machine that it runs on. */
export interface NodeCollector {
  /**
   * One snapshot, synchronously and without starting anything. The slow questions (filesystems, failed units)
   * are asked beside it and answer for a later snapshot; no timer is involved, so call it regularly.
   */
  collect(now: SnapshotTime, inputs: NodeCollectorInputs): cherub.Snapshot.$Properties;
  /**
   * For a program that takes one snapshot only: waits until the slow questions are answered, at most
   * `deadlineMs`, and for a moment in which CPU use can be measured. Call `collect` behind it.
   */
  warmUp(clock: () => SnapshotTime, deadlineMs: number): Promise<void>;
  /**
   * Calls that the kernel has not answered (a dead NFS server). Each holds a thread of the pool, and a process
   * with such a thread does not end by `process.exit`: it has to be killed.
   */
  openQuestions(): number;
  /** Ends what it has open; it must not be used afterwards. */
  close(): void;
}

/** For a CPU share in percent: ten ticks of the kernel's accounting. */
const WARM_UP_MS_MIN = 100;
const WARM_UP_POLL_MS = 10;

export function createNodeCollector(options: NodeCollectorOptions): NodeCollector {
  const root = options.root ?? '/';
  const files = new NodeSystemFiles(root);
  const collector = new SnapshotCollector({
    files,
    app: options.app,
    periodMs: options.periodMs,
    ...readMachineUnits(files),
  });
  const filesystems = new FilesystemLane(new NodeSlowFiles(root));
  const init = files.read('/proc/1/comm', 64);
  const isSystemd = init.ok && init.text.trim() === 'systemd';
  const units = new FailedUnitsLane({ isSystemd, command: options.systemctl ?? 'systemctl' });
  const kernelLog = new KernelLogTail();
  const kernelLogSource = new NodeKernelLogSource(`${root === '/' ? '' : root}/dev/kmsg`);

  const step = (nowUs: number): void => {
    filesystems.step(nowUs);
    units.step(nowUs);
  };
  const collect = (now: SnapshotTime, inputs: NodeCollectorInputs): cherub.Snapshot.$Properties => {
    const startNs = process.hrtime.bigint();
    const snapshot = collector.collect(now, {
      ...inputs,
      filesystems: filesystems.read(now.monotonicUs),
      failedUnits: units.read(now.monotonicUs),
      kernelLog: kernelLog.collect(kernelLogSource, now.monotonicUs, inputs.outOfTurn),
    });
    snapshot.collectUs = Number((process.hrtime.bigint() - startNs) / 1000n);
    step(now.monotonicUs);
    return snapshot;
  };
  return {
    collect,
    warmUp: async (clock, deadlineMs) => {
      const start = clock();
      // The first sample only remembers CPU times; the kernel log of it is taken again by nobody, so not read.
      collector.prime(start.monotonicUs);
      step(start.monotonicUs);
      for (;;) {
        await delay(WARM_UP_POLL_MS);
        const waitedMs = (clock().monotonicUs - start.monotonicUs) / 1000;
        const isComplete = filesystems.isComplete() && units.isComplete();
        if (waitedMs >= deadlineMs || (isComplete && waitedMs >= WARM_UP_MS_MIN)) return;
      }
    },
    openQuestions: () => filesystems.openQuestions(),
    close: () => {
      kernelLogSource.close();
      units.close();
    },
  };
}
