import { wait } from '../../delivery/wait.ts';
import type { Signal } from '../../ladder/signal.ts';
import { type CpuSample, sampleCpus } from '../qmp/cpu-registers.ts';
import type { QmpPort } from '../qmp/qmp-port.ts';
import { type QmpCpu, queryCpus } from '../qmp/queries.ts';
import { type CgroupFacts, readCgroup } from './cgroup-facts.ts';
import { findQemu, identify, type ProcessIdentity } from './find-qemu.ts';
import { type NodeFacts, readNode } from './node-facts.ts';
import type { HostOptions } from './options.ts';
import type { ProcFiles } from './proc-files.ts';
import { type ProcessFacts, readProcess, readThread } from './process-facts.ts';
import { parseProcessStat } from './process-stat.ts';
import { type ProcessLook, ProcessWatch } from './process-watch.ts';
import type { VcpuSample } from './vcpu-progress.ts';
import { VcpuWatch } from './vcpu-watch.ts';

/** A search goes through all processes of the host; where nothing is found it becomes rare. */
const SEARCH_AGAIN_LOOKS_MAX = 12;
/** The threads of the vCPUs stay; after a hot plug they are asked for again within this time. */
const CPUS_AGAIN_US = 60_000_000;

export interface HostSourceContext {
  readonly files: ProcFiles;
  /** For the threads of the vCPUs and their registers; without it only the process is seen. */
  readonly qmp?: QmpPort;
  /** QEMU's run state as it was last told; vCPUs are judged while it is `running`. */
  readonly runState: () => string | undefined;
  /** Host's monotonic clock, microseconds. */
  readonly monotonicUs: () => number;
}

/** What the host knows of a VM, for evidence. Parts that cannot be had are absent. */
export interface HostFacts {
  readonly process?: ProcessFacts;
  readonly cgroup?: CgroupFacts;
  readonly node: NodeFacts;
}

/** The host's side of a VM as a source. */
export interface HostSource {
  run(signal: AbortSignal): Promise<void>;
  counters(): Readonly<Record<string, number>>;
  signals(nowUs: number): Signal[];
  /** QEMU's process, when it is there. */
  process(): ProcessIdentity | undefined;
  /** Everything at this moment, kernel stacks included. Does not touch the guest. */
  facts(): HostFacts;
  /** One look now, beside the regular ones: for whoever waits for a judgement of the vCPUs. */
  look(signal: AbortSignal): Promise<void>;
}

export function createHostSource(options: HostOptions, context: HostSourceContext): HostSource {
  return new WatchedHost(options, context);
}

class WatchedHost implements HostSource {
  readonly #options: HostOptions;
  readonly #context: HostSourceContext;
  readonly #process = new ProcessWatch();
  readonly #vcpus = new VcpuWatch();
  #cpus: { readonly list: readonly QmpCpu[]; readonly atUs: number } | undefined;
  #looks = 0;
  #registerFailures = 0;
  #search: { nextLook: number; gap: number; runState: string | undefined } = {
    nextLook: 0,
    gap: 1,
    runState: undefined,
  };

  constructor(options: HostOptions, context: HostSourceContext) {
    this.#options = options;
    this.#context = context;
  }

  counters(): Readonly<Record<string, number>> {
    return { looks: this.#looks, registerFailures: this.#registerFailures };
  }

  signals(nowUs: number): Signal[] {
    return [this.#process.signal(nowUs), ...this.#vcpus.signals(nowUs)];
  }

  process(): ProcessIdentity | undefined {
    return this.#process.identity;
  }

  facts(): HostFacts {
    const { files } = this.#context;
    const pid = this.#process.identity?.pid;
    const process = pid === undefined ? undefined : readProcess(files, pid, { stacks: true });
    const cgroup = pid === undefined ? undefined : readCgroup(files, pid);
    return {
      node: readNode(files),
      ...(process !== undefined && { process }),
      ...(cgroup !== undefined && { cgroup }),
    };
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await this.look(signal);
      await wait(this.#options.pollMs, signal);
    }
  }

  async look(signal: AbortSignal): Promise<void> {
    this.#looks += 1;
    const isOther = this.#process.look(this.#lookAtProcess(), this.#context.monotonicUs());
    const { identity } = this.#process;
    if (isOther || identity === undefined || this.#context.runState() !== 'running') {
      this.#vcpus.clear();
      if (isOther) this.#cpus = undefined;
    }
    if (identity === undefined || this.#context.runState() !== 'running') return;
    await this.#lookAtVcpus(identity.pid, signal);
  }

  #lookAtProcess(): ProcessLook {
    const { files } = this.#context;
    const known = this.#process.identity;
    const isStillThere = known !== undefined && identify(files, known.pid)?.startTicks === known.startTicks;
    const identity = isStillThere ? known : this.#findQemu();
    const stat = identity && parseProcessStat(files.text(`/proc/${identity.pid}/stat`) ?? '');
    if (identity === undefined || stat === undefined) return { kind: 'not-found' };
    const wchan = files.text(`/proc/${identity.pid}/wchan`)?.trim();
    return {
      kind: 'found',
      identity,
      state: stat.state,
      isFrozen: readCgroup(files, identity.pid)?.isFrozen ?? false,
      ...(wchan !== undefined && wchan !== '0' && wchan !== '' && { wchan }),
    };
  }

  #findQemu(): ProcessIdentity | undefined {
    const runState = this.#context.runState();
    // A VM that was started again is looked for at once.
    if (runState !== this.#search.runState) this.#search = { nextLook: 0, gap: 1, runState };
    if (this.#looks < this.#search.nextLook) return undefined;
    const found = findQemu(this.#context.files, this.#options);
    const gap = found === undefined ? Math.min(this.#search.gap * 2, SEARCH_AGAIN_LOOKS_MAX) : 1;
    this.#search = { nextLook: this.#looks + gap, gap, runState };
    return found;
  }

  async #lookAtVcpus(pid: number, signal: AbortSignal): Promise<void> {
    const { qmp, monotonicUs } = this.#context;
    if (qmp === undefined) return;
    const cpus = await this.#knownCpus(qmp, signal);
    const sampled = await sampleCpus(qmp, { signal });
    if (!sampled.ok) this.#registerFailures += 1;
    // It was paused while we asked: these samples would call a vCPU stuck.
    if (signal.aborted || this.#context.runState() !== 'running') return;
    const atUs = monotonicUs();
    const registers = new Map(sampled.ok ? sampled.value.map((cpu) => [cpu.index, cpu]) : []);
    const samples = new Map<number, VcpuSample>();
    for (const { index, threadId } of cpus) {
      samples.set(index, this.#sample(pid, threadId, registers.get(index), atUs));
    }
    this.#vcpus.add(samples);
  }

  #sample(pid: number, threadId: number, cpu: CpuSample | undefined, atUs: number): VcpuSample {
    const thread = readThread(this.#context.files, `/proc/${pid}/task/${threadId}`, false);
    return { atUs, ...(thread !== undefined && { thread }), ...(cpu !== undefined && { registers: cpu }) };
  }

  async #knownCpus(qmp: QmpPort, signal: AbortSignal): Promise<readonly QmpCpu[]> {
    const nowUs = this.#context.monotonicUs();
    if (this.#cpus !== undefined && nowUs - this.#cpus.atUs < CPUS_AGAIN_US) return this.#cpus.list;
    const asked = await queryCpus(qmp, { signal });
    if (asked.ok) this.#cpus = { list: asked.value, atUs: nowUs };
    return this.#cpus?.list ?? [];
  }
}
