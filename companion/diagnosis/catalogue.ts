import type { Step } from './step.ts';
import type { StepFields } from './step-fields.ts';
import { consoleTail, consoleTailShape } from './steps/console-tail.ts';
import { exec, execShape } from './steps/exec.ts';
import { gdb, gdbShape } from './steps/gdb.ts';
import { hostState, hostStateShape } from './steps/host-state.ts';
import { memoryDump, memoryDumpShape } from './steps/memory-dump.ts';
import { nmi, nmiShape } from './steps/nmi.ts';
import { qmpState, qmpStateShape } from './steps/qmp-state.ts';
import { recorderTail, recorderTailShape } from './steps/recorder-tail.ts';
import { screenshot, screenshotShape } from './steps/screenshot.ts';
import { signals, signalsShape } from './steps/signals.ts';
import { sysrq, sysrqShape } from './steps/sysrq.ts';
import { vcpuRegisters, vcpuRegistersShape } from './steps/vcpu-registers.ts';

/** What a script may say of each step. A new step is a file in `steps/`, a line here and one below. */
export const STEP_SHAPES = [
  signalsShape,
  qmpStateShape,
  hostStateShape,
  vcpuRegistersShape,
  consoleTailShape,
  recorderTailShape,
  screenshotShape,
  sysrqShape,
  gdbShape,
  memoryDumpShape,
  nmiShape,
  execShape,
] as const;

type StepName = (typeof STEP_SHAPES)[number]['_zod']['output']['step'];

const STEPS: Readonly<Record<StepName, Step>> = {
  signals,
  'qmp-state': qmpState,
  'host-state': hostState,
  'vcpu-registers': vcpuRegisters,
  'console-tail': consoleTail,
  'recorder-tail': recorderTail,
  screenshot,
  sysrq,
  gdb,
  'memory-dump': memoryDump,
  nmi,
  exec,
};

/** The step that an entry of a script means; each gets the options that its own shape has checked. */
export function catalogued(options: StepFields & { readonly step: StepName }): Step {
  return STEPS[options.step];
}
