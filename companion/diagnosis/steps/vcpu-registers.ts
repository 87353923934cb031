import * as z from 'zod/mini';
import { wait } from '../../delivery/wait.ts';
import type { EvidenceTable } from '../../incidents/evidence.ts';
import { type CpuSample, sampleCpus } from '../../sources/qmp/cpu-registers.ts';
import type { Step } from '../step.ts';
import { type StepFields, stepFields } from '../step-fields.ts';
import { formatAddress, type KernelSymbols } from '../symbols/kernel-symbols.ts';

export const vcpuRegistersShape = z.strictObject({
  step: z.literal('vcpu-registers'),
  ...stepFields,
  /** How often they are looked at. */
  samples: z._default(z.int().check(z.minimum(1), z.maximum(100)), 10),
  everyMs: z._default(z.int().check(z.minimum(1), z.maximum(10_000)), 200),
});

interface VcpuRegistersOptions extends StepFields {
  readonly samples: number;
  readonly everyMs: number;
}

const SAMPLES = 'vcpus/samples.json';
const CPUS_SHOWN = 64;

/** Registers of every vCPU, several times: where it turns, and whether it takes interrupts. The vCPUs are not stopped. */
export const vcpuRegisters: Step<VcpuRegistersOptions> = {
  level: () => 'observe',
  timeoutMs: 10_000,
  bytesMax: 1024 * 1024,
  path: () => SAMPLES,
  unavailable: ({ qmp }) => (qmp === undefined ? 'no QMP socket is configured for this VM' : undefined),
  run: async ({ target: { qmp }, ...context }, { samples, everyMs }) => {
    if (qmp === undefined) return;
    const { findings, signal } = context;
    const looks: { readonly atMs: number; readonly cpus: readonly CpuSample[] }[] = [];
    for (let look = 0; look < samples && !signal.aborted; look += 1) {
      if (look > 0) await wait(everyMs, signal);
      const sampled = await sampleCpus(qmp, { signal, deadlineMs: Math.max(1, context.leftMs()) });
      if (!sampled.ok && looks.length === 0) throw new Error(sampled.detail);
      if (!sampled.ok) break;
      looks.push({ atMs: context.wallMs(), cpus: sampled.value });
    }
    findings.samples.push(...looks.map(({ cpus }) => cpus));
    await context.add({ path: SAMPLES, mediaType: 'application/json' }, JSON.stringify(looks, toJson, 1));
    const found = await context.symbols();
    const tables = [
      table(
        looks.map(({ cpus }) => cpus),
        found.ok ? found.symbols : undefined,
      ),
    ];
    await context.evidence({ tables });
  },
};

function toJson(_: string, value: unknown): unknown {
  return typeof value === 'bigint' ? `0x${value.toString(16)}` : value;
}

function table(looks: readonly (readonly CpuSample[])[], symbols: KernelSymbols | undefined): EvidenceTable {
  const last = looks.at(-1) ?? [];
  return {
    title: `vCPUs, looked at ${looks.length} times`,
    heading: ['vCPU', 'Interrupts off', 'Halted', 'In the kernel', 'Where'],
    rows: last.slice(0, CPUS_SHOWN).map(({ index }) => {
      const own = looks.flatMap((cpus) => cpus.filter((cpu) => cpu.index === index));
      const times = (is: (cpu: CpuSample) => boolean): string => `${own.filter(is).length} of ${own.length}`;
      return [
        String(index),
        times((cpu) => !cpu.takesInterrupts),
        times((cpu) => cpu.isHalted),
        times((cpu) => cpu.privilege === 0),
        placesOf(own, symbols),
      ];
    }),
  };
}

/** The places where it was seen, the most frequent first. */
function placesOf(samples: readonly CpuSample[], symbols: KernelSymbols | undefined): string {
  const counts = new Map<string, number>();
  for (const { instructionPointer, privilege } of samples) {
    const place = privilege === 0 ? formatAddress(instructionPointer, symbols) : 'user code';
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  const places = [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 3);
  return places.map(([place, count]) => `${place} (${count})`).join(', ');
}
