import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CpuStack } from '#companion/diagnosis/backtrace/cpu-stack.ts';
import { findCulprit } from '#companion/diagnosis/culprit.ts';
import { type Findings, noFindings } from '#companion/diagnosis/findings.ts';
import { ConsolePatterns } from '#companion/ladder/console-patterns/console-patterns.ts';
import type { CpuSample } from '#companion/sources/qmp/cpu-registers.ts';

const KERNEL = 0xffff_ffff_8123_4000n;

function sample(index: number, o: Partial<CpuSample> = {}): CpuSample {
  return {
    index,
    instructionPointer: KERNEL,
    stackPointer: 0n,
    flags: 0n,
    privilege: 0,
    isHalted: false,
    takesInterrupts: false,
    cr3: 0n,
    ...o,
  };
}

/** The same, look after look. */
function looks(cpus: readonly CpuSample[], count = 10): CpuSample[][] {
  return Array.from({ length: count }, () => [...cpus]);
}

function stack(cpu: number, ...names: string[]): CpuStack {
  const frames = names.map((text) => ({ address: KERNEL, isSure: true, text: `${text}+0x10/0x40` }));
  return { cpu, instructionPointer: KERNEL, takesInterrupts: false, isInKernel: true, frames };
}

function said(text: string): Findings['console'] {
  const patterns = new ConsolePatterns();
  return [...patterns.push(Buffer.from(text)), ...patterns.flush()];
}

const SOFT = `[   90.100000] watchdog: BUG: soft lockup - CPU#1 stuck for 22s! [dd:812]
[   90.100000] CPU: 1 PID: 812 Comm: dd Not tainted 6.1.0-37-cloud-amd64 #1 Debian
[   90.100000] RIP: 0010:loop_in_kernel+0x12/0x40
[   90.100000] Call Trace:
[   90.100000]  <TASK>
[   90.100000]  vfs_write+0x22/0x400
[   90.100000]  </TASK>
`;

describe('the culprit', () => {
  it('is what a vCPU that turns with interrupts off was seen in', () => {
    const culprit = findCulprit({
      samples: looks([sample(0, { isHalted: true }), sample(1)]),
      stacks: [stack(0, 'native_safe_halt'), stack(1, 'spin_forever', 'do_syscall_64')],
      console: [],
    });
    assert.equal(culprit?.function, 'spin_forever+0x10/0x40');
    assert.equal(culprit.cpu, 1);
    assert.match(culprit.why, /interrupts off in 10 of 10 looks/u);
  });

  it('is not who waits for another', () => {
    const culprit = findCulprit({
      samples: looks([sample(0), sample(1)]),
      stacks: [
        stack(0, 'native_queued_spin_lock_slowpath', '_raw_spin_lock_irqsave', 'victim'),
        stack(1, 'holder'),
      ],
      console: [],
    });
    assert.equal(culprit?.function, 'holder+0x10/0x40');
  });

  it('is who called the waiting when all wait', () => {
    const culprit = findCulprit({
      samples: looks([sample(0)]),
      stacks: [stack(0, 'native_queued_spin_lock_slowpath', '_raw_spin_lock_irqsave', 'takes_it_twice')],
      console: [],
    });
    assert.equal(culprit?.function, 'takes_it_twice+0x10/0x40');
    assert.match(culprit.why, /waiting in native_queued_spin_lock_slowpath/u);
  });

  it('is what the kernel itself said, before a vCPU that turns and takes interrupts', () => {
    const busy = sample(1, { takesInterrupts: true });
    const findings: Findings = {
      samples: looks([busy]),
      stacks: [stack(1, 'watchdog_timer_fn')],
      console: said(SOFT),
    };
    const culprit = findCulprit(findings);
    assert.equal(culprit?.function, 'loop_in_kernel+0x12/0x40');
    assert.deepEqual([culprit.task, culprit.cpu], ['dd', 1]);
    assert.equal(findCulprit({ ...findings, console: [] })?.function, 'watchdog_timer_fn+0x10/0x40');
  });

  it('is not what was said before the last boot', () => {
    const booted = '[    0.000000] Linux version 6.1.0-37-cloud-amd64 (debian-kernel@lists.debian.org)\n';
    assert.equal(findCulprit({ ...noFindings(), console: said(SOFT + booted) }), undefined);
  });

  it('is nobody in a healthy guest', () => {
    const idle = [
      sample(0, { isHalted: true, takesInterrupts: true }),
      sample(1, { privilege: 3, takesInterrupts: true }),
    ];
    const busy = Array.from({ length: 10 }, (_, at) => [
      sample(0, { takesInterrupts: at % 3 !== 0, instructionPointer: KERNEL + BigInt(at) * 0x1_0000n }),
    ]);
    assert.equal(findCulprit({ ...noFindings(), samples: looks(idle) }), undefined);
    assert.equal(findCulprit({ ...noFindings(), samples: busy }), undefined);
    assert.equal(findCulprit({ ...noFindings(), samples: looks([sample(0)], 2) }), undefined);
    const polling = looks([sample(0, { takesInterrupts: true })]);
    for (const name of [
      'cpu_idle_poll',
      'mwait_idle',
      'intel_idle_irq',
      'pv_native_safe_halt',
      'default_idle',
    ]) {
      assert.equal(findCulprit({ samples: polling, stacks: [stack(0, name)], console: [] }), undefined, name);
    }
    assert.notEqual(
      findCulprit({ samples: polling, stacks: [stack(0, 'widget_poll')], console: [] }),
      undefined,
    );
  });
});
