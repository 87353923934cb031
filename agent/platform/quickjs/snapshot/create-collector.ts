import { setTimeout } from 'qjs:os';
import { SnapshotCollector, type SnapshotTime } from '#agent/core/snapshot/collect-snapshot.ts';
import { FilesystemLane } from '#agent/core/snapshot/filesystem-lane.ts';
import { KernelLogTail } from '#agent/core/snapshot/kernel-log.ts';
import { readMachineUnits } from '#agent/core/snapshot/machine-units.ts';
import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { Jobs } from '../process/jobs.ts';
import type { KernelClock } from '../process/kernel-clock.ts';
import { runProgram } from '../process/run-program.ts';
import { FailedUnitsLane } from './failed-units-lane.ts';
import { KmsgSource } from './kernel-log-source.ts';
import { ProcFiles } from './proc-files.ts';
import { ThreadSlowFiles } from './slow-files.ts';

/** What only the rest of the agent knows. */
export interface CollectorInputs {
  readonly state: cherub.State;
  readonly checks: cherub.CheckResult.$Properties[];
  readonly counters: cherub.AgentCounters.$Properties | undefined;
  readonly outOfTurn?: boolean;
}

export interface Collector {
  /** One snapshot, without starting anything; slow questions are asked beside it and answer for a later one. */
  collect(inputs: CollectorInputs): cherub.Snapshot.$Properties;
  /** For a program that takes one only: waits until the slow questions are answered, at most `deadlineMs`. */
  warmUp(deadlineMs: number): Promise<void>;
  close(): void;
}

/** For a CPU share in percent: ten ticks of the kernel's accounting. */
const WARM_UP_MS_MIN = 100;
const WARM_UP_POLL_MS = 10;

/** Takes snapshots of this machine. */
export function createCollector(
  o: { readonly app: string; readonly periodMs: number },
  parts: { readonly clock: KernelClock; readonly jobs: Jobs },
): Collector {
  const { clock, jobs } = parts;
  const files = new ProcFiles();
  const collector = new SnapshotCollector({ files, ...o, ...readMachineUnits(files) });
  const filesystems = new FilesystemLane(new ThreadSlowFiles(jobs));
  const init = files.read('/proc/1/comm', 64);
  const units = new FailedUnitsLane(runProgram, init.ok && init.text.trim() === 'systemd');
  const kernelLog = new KernelLogTail();
  const kernelLogSource = new KmsgSource();
  const step = (nowUs: number): void => {
    filesystems.step(nowUs);
    units.step(nowUs);
  };
  return {
    collect: (inputs) => {
      const startUs = clock.monotonicUs();
      const now: SnapshotTime = { monotonicUs: clock.bootUs(), wallUs: clock.wallUs() };
      const snapshot = collector.collect(now, {
        ...inputs,
        filesystems: filesystems.read(now.monotonicUs),
        failedUnits: units.read(now.monotonicUs),
        kernelLog: kernelLog.collect(kernelLogSource, now.monotonicUs, inputs.outOfTurn),
      });
      snapshot.collectUs = Math.round(clock.monotonicUs() - startUs);
      step(now.monotonicUs);
      return snapshot;
    },
    warmUp: async (deadlineMs) => {
      const startUs = clock.bootUs();
      collector.prime(startUs);
      step(startUs);
      for (;;) {
        await new Promise<void>((resolve) => setTimeout(resolve, WARM_UP_POLL_MS));
        const waitedMs = (clock.bootUs() - startUs) / 1000;
        const isComplete = filesystems.isComplete() && units.isComplete();
        if (waitedMs >= deadlineMs || (isComplete && waitedMs >= WARM_UP_MS_MIN)) return;
      }
    },
    close: () => kernelLogSource.close(),
  };
}
