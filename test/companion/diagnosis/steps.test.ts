import assert from 'node:assert/strict';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { ProcFiles } from '#companion/sources/host/proc-files.ts';
import { createHostSource } from '#companion/sources/host/source.ts';
import { bareTarget, diagnosed, portOf } from '#test/support/diagnosis-bench.ts';
import { FakeGuest } from '#test/support/fake-guest.ts';
import { FakeRoot, statLine } from '#test/support/fake-root.ts';

const OK = { ok: true, value: {} } as const;
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'steps-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the step recorder-tail', () => {
  it('reads the last records from the disk', async () => {
    const guest = new FakeGuest({ directory: folder });
    for (let i = 0; i < 5; i += 1) guest.snapshot('disk');
    const recorder = { disk: guest.diskPath, cache: 'buffered' } as const;
    const { text } = await diagnosed(bareTarget({ recorder }), [{ step: 'recorder-tail', records: 2 }]);
    const lines = text('recorder/tail.jsonl').trim().split('\n');
    assert.deepEqual(
      lines.map((line) => Object.keys(JSON.parse(line) as object).includes('snapshot')),
      [true, true],
    );
  });

  it('says what else stands there', async () => {
    const disk = join(folder, 'foreign');
    writeFileSync(disk, Buffer.alloc(1024 * 1024, 7));
    const recorder = { disk, cache: 'buffered' } as const;
    const { reason } = await diagnosed(bareTarget({ recorder }), [{ step: 'recorder-tail' }]);
    assert.match(reason('recorder/tail.jsonl') ?? '', /it is not blank and holds nothing that is known/u);
  });
});

describe('the step screenshot', () => {
  /** QEMU, which writes the file that it is told to. */
  function painter(content: Buffer): ReturnType<typeof portOf> {
    return portOf((_, { filename }) => {
      writeFileSync(String(filename), content);
      return OK;
    });
  }

  it('takes over what QEMU wrote, and leaves nothing beside the socket', async () => {
    writeFileSync(join(folder, 'qmp'), '');
    const target = bareTarget({ qmp: painter(PNG), qmpSocket: join(folder, 'qmp') });
    const { manifest } = await diagnosed(target, [{ step: 'screenshot' }]);
    const part = manifest.parts.find(({ path }) => path === 'screen/screen.png');
    assert.equal(part?.bytes, PNG.length);
    assert.deepEqual(readdirSync(folder), ['qmp']);
  });

  it('takes nothing that is no picture', async () => {
    writeFileSync(join(folder, 'qmp'), '');
    const target = bareTarget({ qmp: painter(Buffer.from('<script>')), qmpSocket: join(folder, 'qmp') });
    const { reason } = await diagnosed(target, [{ step: 'screenshot' }]);
    assert.equal(reason('screen/screen.png'), 'what QEMU wrote is no PNG');
  });

  it('says why there is none', async () => {
    const refused = {
      ok: false,
      problem: 'refused',
      detail: 'There is no console to take a screendump from',
    } as const;
    const target = bareTarget({ qmp: portOf(() => refused), qemuFolder: { folder } });
    const { reason } = await diagnosed(target, [{ step: 'screenshot' }]);
    assert.equal(reason('screen/screen.png'), 'the VM has no screen');
    const none = join(folder, 'none');
    const nowhere = bareTarget({ qmp: painter(PNG), qemuFolder: { folder: none } });
    assert.match(
      (await diagnosed(nowhere, [{ step: 'screenshot' }])).reason('screen/screen.png') ?? '',
      /ENOENT/u,
    );
    assert.equal(existsSync(none), false);
  });
});

describe('the step host-state', () => {
  it('shows the threads of QEMU and the stacks of those that wait', async (t) => {
    const root = new FakeRoot().write({
      '/run/pid': '77\n',
      '/proc/77/stat': statLine({ pid: 77 }),
      '/proc/77/task/77/stat': statLine({ pid: 77, state: 'D' }),
      '/proc/77/task/77/stack': '[<0>] io_schedule+0x42/0x70\n[<0>] nfs_wait+0x10/0x20\n',
    });
    t.after(() => root.remove());
    const files = new ProcFiles(root.path);
    const host = createHostSource(
      { pidFile: '/run/pid', pollMs: 1000 },
      { files, runState: () => 'running', monotonicUs: () => 0 },
    );
    await host.look(new AbortController().signal);
    const { evidence, text } = await diagnosed(bareTarget({ host }), [{ step: 'host-state' }]);
    assert.match(text('host/state.json'), /nfs_wait/u);
    assert.deepEqual(evidence.stacks[0]?.frames, ['io_schedule+0x42/0x70', 'nfs_wait+0x10/0x20']);
    assert.equal(evidence.tables[0]?.title, 'Threads of QEMU (pid 77) on the host');
  });
});
