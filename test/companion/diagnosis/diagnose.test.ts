import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CpuSample } from '#companion/sources/qmp/cpu-registers.ts';
import { bareTarget, diagnosed, portOf } from '#test/support/diagnosis-bench.ts';

const GONE = { ok: false, problem: 'gone', detail: 'nobody listens at the socket' } as const;
const OK = { ok: true, value: {} } as const;

/** As the monitor prints it. */
function registersText(cpus: readonly Partial<CpuSample>[]): string {
  return cpus
    .map(({ instructionPointer = 0xffff_ffff_8100_0000n, flags = 0x246n, isHalted = false }, index) => {
      const hex = (value: bigint): string => value.toString(16).padStart(16, '0');
      return `CPU#${index}\nRSP=${hex(0xffff_c900_0000_3f00n)}\nRIP=${hex(instructionPointer)} RFL=${hex(flags)} [---Z-P-] CPL=0 II=0 A20=1 SMM=0 HLT=${isHalted ? 1 : 0}\nCR0=80050033 CR2=00 CR3=0000000001234000 CR4=6f0\n`;
    })
    .join('\n');
}

describe('a diagnosis', () => {
  it('of a VM of which nothing can be seen seals the verdict and says what is missing', async () => {
    const names = ['qmp-state', 'host-state', 'console-tail', 'recorder-tail', 'screenshot', 'gdb', 'nmi'];
    const { manifest, reason } = await diagnosed(bareTarget(), [
      { step: 'signals' },
      ...names.map((step) => ({ step })),
    ]);
    assert.ok(manifest.parts.some(({ path }) => path === 'signals/verdict.json'));
    assert.match(reason('qmp/state.json') ?? '', /no QMP socket is configured/u);
    assert.match(reason('gdb/registers.json') ?? '', /gdb stub is not configured/u);
    assert.equal(manifest.missing.length, names.length + 1);
  });

  it('goes on when a step fails, and one that hangs costs its own time alone', async () => {
    const qmp = portOf((command) => (command === 'query-status' ? undefined : GONE));
    const console = { captured: () => Buffer.from('hello\n') };
    const { manifest, text, reason } = await diagnosed(bareTarget({ qmp, console }), [
      { step: 'qmp-state', timeoutSeconds: 0.1 },
      { step: 'vcpu-registers' },
      { step: 'console-tail' },
    ]);
    assert.match(text('qmp/state.json'), /no answer to query-status/u);
    assert.equal(reason('vcpus/samples.json'), GONE.detail);
    assert.ok(manifest.parts.some(({ path }) => path === 'console/tail.log'));
  });

  it('leaves a step behind that does not end when it is told to, and takes nothing more from it', async () => {
    let answer: (result: typeof OK) => void = () => undefined;
    const deaf = { execute: () => new Promise<typeof OK>((resolve) => (answer = resolve)) };
    const { reason, manifest } = await diagnosed(bareTarget({ qmp: deaf }), [
      { step: 'qmp-state', timeoutSeconds: 0.1 },
      { step: 'exec', name: 'after', level: 'observe', command: ['true'] },
    ]);
    answer(OK);
    assert.equal(reason('qmp/state.json'), 'it did not end within its 0.1 s');
    assert.ok(manifest.parts.some(({ path }) => path === 'exec/after.txt'));
  });

  it('tells its steps and parts while it works', async () => {
    const { events } = await diagnosed(bareTarget({ qmp: portOf(() => OK) }), [
      { step: 'nmi', waitSeconds: 0 },
      { step: 'qmp-state' },
    ]);
    assert.deepEqual(
      events.map((event) => (event.kind === 'part' ? { kind: 'part', path: event.path } : event)),
      [
        { kind: 'step', step: 'qmp-state', level: 'observe', number: 1, count: 2 },
        { kind: 'part', path: 'qmp/state.json' },
        { kind: 'step', step: 'nmi', level: 'harm', number: 2, count: 2 },
        {
          kind: 'missing',
          path: 'nmi/console.log',
          reason: 'the interrupt was sent; no console is configured that would show what came of it',
        },
      ],
    );
  });

  it('begins no step any more when the companion stops', async () => {
    const stop = AbortSignal.abort();
    const { reason } = await diagnosed(bareTarget(), [{ step: 'signals' }], { signal: stop });
    assert.equal(reason('signals/verdict.json'), 'the companion was stopped before it was its turn');
  });

  it('cuts text at a line when its budget is over, and leaves out what cannot be cut', async () => {
    const print = (name: string, text: string, bytesMax: number): object => ({
      step: 'exec',
      name,
      level: 'observe',
      command: ['printf', text],
      bytesMax,
    });
    const line = `${'x'.repeat(99)}\n`;
    const { manifest, text } = await diagnosed(bareTarget(), [print('long', line.repeat(20), 1024)]);
    assert.equal(text('exec/long.txt'), line.repeat(10));
    assert.equal(manifest.parts.find(({ path }) => path === 'exec/long.txt')?.cut, true);
    const small = await diagnosed(bareTarget(), [{ step: 'signals' }], { bytesMax: 100 });
    assert.match(small.reason('signals/verdict.json') ?? '', /more than the 100 B that were left/u);
  });

  it('keeps a step that stands twice in a script twice', async () => {
    const qmp = portOf(() => OK);
    const { manifest } = await diagnosed(bareTarget({ qmp }), [{ step: 'qmp-state' }, { step: 'qmp-state' }]);
    const paths = manifest.parts.map(({ path }) => path).filter((path) => path.startsWith('qmp/'));
    assert.deepEqual(paths, ['qmp/state.json', 'qmp/state-2.json']);
  });

  it('gives a program the facts of the VM, and keeps what it wrote before its deadline', async () => {
    const command = ['sh', '-c', 'echo $CHERUB_VM $CHERUB_RUNG $CHERUB_INCIDENT; echo oh >&2; sleep 30'];
    const { text, manifest, evidence } = await diagnosed(bareTarget({ qmpSocket: '/run/qmp' }), [
      { step: 'exec', name: 'facts', level: 'observe', command, timeoutSeconds: 1 },
      { step: 'exec', name: 'none', level: 'observe', command: ['/does/not/exist'] },
    ]);
    assert.equal(text('exec/facts.txt'), 'web kernel 20261124T034512Z-6ba7b810-a1b2c3\n');
    assert.equal(text('exec/facts-errors.txt'), 'oh\n');
    assert.equal(manifest.parts.find(({ path }) => path === 'exec/facts.txt')?.cut, true);
    assert.deepEqual(evidence.notes, ['exec facts: sh was killed at its deadline']);
    assert.match(manifest.missing[0]?.reason ?? '', /cannot run \/does\/not\/exist/u);
  });

  it('does not begin a dump that would be thrown away', async () => {
    const asked: string[] = [];
    const qmp = portOf((command) => {
      asked.push(command);
      return { ok: true, value: { 'base-memory': 512 * 1024 * 1024 } };
    });
    const { reason } = await diagnosed(bareTarget({ qmp }), [{ step: 'memory-dump', folder: '/var/tmp' }]);
    assert.match(
      reason('memory/dump.kdump') ?? '',
      /the guest has 512 MiB of memory, more than the 64\.0 MiB/u,
    );
    assert.deepEqual(asked, ['query-memory-size-summary']);
  });

  it('shows the vCPU that turns with interrupts off as the culprit', async () => {
    const stuck = { instructionPointer: 0xffff_ffff_8123_4567n, flags: 0x46n };
    const qmp = portOf(() => ({ ok: true, value: registersText([{ isHalted: true }, stuck]) }));
    const { evidence, report } = await diagnosed(bareTarget({ qmp }), [
      { step: 'vcpu-registers', samples: 5, everyMs: 1 },
    ]);
    assert.equal(evidence.culprit?.function, 'ffffffff81234567');
    assert.equal(evidence.culprit.cpu, 1);
    assert.match(report, /<dd id="culprit"><code class="culprit">ffffffff81234567<\/code>/u);
    assert.match(evidence.notes.join(), /no System\.map is configured/u);
  });

  it('never rejects, not even on a bundle that was sealed under it', async () => {
    const qmp = portOf(() => {
      throw new Error('a mistake of ours');
    });
    const { reason } = await diagnosed(bareTarget({ qmp }), [{ step: 'qmp-state' }]);
    assert.equal(reason('qmp/state.json'), 'a mistake of ours');
  });
});
