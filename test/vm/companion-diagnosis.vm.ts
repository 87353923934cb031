import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import type { DiagnoseEvent } from '#companion/control/diagnose-event.ts';
import { diagnose } from '#companion/diagnosis/diagnose.ts';
import { builtInScript, type DiagnosticScript } from '#companion/diagnosis/script.ts';
import { createSymbolSource } from '#companion/diagnosis/symbols/symbol-source.ts';
import type { DiagnosisTarget } from '#companion/diagnosis/target.ts';
import { IncidentBundle } from '#companion/incidents/bundle.ts';
import type { Evidence } from '#companion/incidents/evidence.ts';
import type { Level } from '#companion/incidents/incident.ts';
import { openIncidentFiles } from '#companion/incidents/incident-files.ts';
import type { Manifest } from '#companion/incidents/manifest.ts';
import { Redactor } from '#companion/incidents/redaction/redactor.ts';
import { createConsoleSource } from '#companion/sources/console/source.ts';
import { createGdbSource } from '#companion/sources/gdb/source.ts';
import { ProcFiles } from '#companion/sources/host/proc-files.ts';
import { createHostSource } from '#companion/sources/host/source.ts';
import { QmpShort } from '#companion/sources/qmp/qmp-once.ts';
import { SYSRQ_KEYS } from '#companion/sysrq/sysrq-key.ts';
import { createSourceContext } from '#test/support/fake-source-context.ts';
import { writeKernelMemory } from '#test/support/gdb-write.ts';
import { makeDemoHead } from '#test/support/make-demo-incident.ts';
import { openBrowser } from '#test/support/open-browser.ts';
import type { Guest } from '#test/vm/guest/guest.ts';
import { runTool } from '#test/vm/guest/run-tool.ts';
import { withGuest } from '#test/vm/guest/with-guest.ts';
import { kernelDebugRecipe } from '#test/vm/images/kernel-debug.ts';
import { ensureImage } from '#test/vm/images/recipe.ts';

const BOOT_MS = 120_000;
/** It reads 600 MB of debug information. */
const CRASH_MS = 180_000;
/** `cli; jmp .` */
const SPIN = Buffer.from([0xfa, 0xeb, 0xfe]);
const FUNCTION = '__x64_sys_sethostname';

let folder = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'diagnosis-'));
});
after(() => rm(folder, { recursive: true, force: true }));

interface Bench {
  readonly guest: Guest;
  readonly qmp: QmpShort;
  readonly target: DiagnosisTarget;
  /** With vmlinux and System.map, as Debian's package of debug symbols has them. */
  readonly symbolFolder: string;
}

/** A guest with real sources on it, and the symbols of its kernel on the host. */
async function withBench(t: TestContext, use: (bench: Bench) => Promise<void>): Promise<void> {
  const qmpSocket = join(folder, 'qmp');
  const debug = await ensureImage(kernelDebugRecipe('bookworm'), (line) =>
    process.stderr.write(`[images] ${line}\n`),
  );
  const symbolFolder = join(debug, 'boot');
  const monitor = [
    '-chardev',
    `socket,id=qmp2,path=${qmpSocket},server=on,wait=off`,
    '-mon',
    'chardev=qmp2,mode=control',
  ];
  const description = {
    name: 'diagnosis',
    root: { kind: 'initramfs' },
    memoryMiB: 256,
    // With a vmcoreinfo device and its driver a dump holds what crash needs to know of the kernel.
    modules: ['qemu_fw_cfg'],
    qemuArguments: [...monitor, '-device', 'VGA', '-device', 'vmcoreinfo'],
  } as const;
  await withGuest(t, description, async (guest) => {
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    const stop = new AbortController();
    const qmp = new QmpShort(qmpSocket);
    const input = { kind: 'socket', path: guest.consolePath } as const;
    const options = {
      input,
      isMux: false,
      forward: 'none',
      captureBytes: 65_536,
      bytesPerSecondMax: 1e6,
    } as const;
    const console = createConsoleSource(options, createSourceContext());
    const host = createHostSource(
      { qmpSocket, pollMs: 1000 },
      {
        files: new ProcFiles(),
        qmp,
        runState: () => 'running',
        monotonicUs: () => Math.round(performance.now() * 1000),
      },
    );
    const running = [console.run(stop.signal), host.run(stop.signal)];
    try {
      const inventory = await readKernel(guest);
      const target: DiagnosisTarget = {
        vm: makeDemoHead().vm,
        qmp,
        qmpSocket,
        dumpFolder: { folder },
        gdb: createGdbSource({}, { qmp, qmpSocket, wallMs: Date.now }),
        host,
        console,
        symbols: createSymbolSource([symbolFolder], []),
        inventory: () => inventory,
        snapshots: () => [],
        tracks: () => [],
        verdict: () => makeDemoHead().verdict,
      };
      await use({ guest, qmp, target, symbolFolder });
    } finally {
      stop.abort();
      await Promise.all(running);
    }
  });
}

/** What the agent's inventory says of the kernel. */
async function readKernel(
  guest: Guest,
): Promise<{ readonly kernelRelease: string; readonly kernelTextAddress: string }> {
  const kernelRelease = (await guest.console.runOk('uname -r')).trim();
  const line = await guest.console.runOk("grep ' T _text$' /proc/kallsyms");
  return { kernelRelease, kernelTextAddress: line.slice(0, 16) };
}

interface Result {
  readonly manifest: Manifest;
  readonly evidence: Evidence;
  readonly events: readonly DiagnoseEvent[];
  /** The folder of the sealed bundle. */
  readonly place: string;
}

async function takeIncident(
  target: DiagnosisTarget,
  id: string,
  o: { readonly script?: DiagnosticScript; readonly level: Level },
): Promise<Result> {
  const files = openIncidentFiles(folder);
  const head = makeDemoHead({ id, openedAtMs: Date.now() });
  const bundle = await IncidentBundle.open(head, { files, redactor: new Redactor([]), bytesMax: 1024 ** 3 });
  const events: DiagnoseEvent[] = [];
  await diagnose(target, bundle, {
    script: o.script ?? builtInScript(),
    level: o.level,
    onEvent: (event) => events.push(event),
    signal: new AbortController().signal,
    clock: { wallMs: Date.now, monotonicMs: () => performance.now() },
  });
  const manifest = await bundle.seal(Date.now());
  const place = join(folder, id);
  const evidence = JSON.parse(await readFile(join(place, 'evidence.json'), 'utf8')) as Evidence;
  return { manifest, evidence, events, place };
}

function paths({ manifest }: Result): string[] {
  return manifest.parts.map(({ path }) => path);
}

const ids = ['1', '2', '3', '4'].map((number) => `20261124T034512Z-6ba7b810-00000${number}`);
const [HEALTHY = '', LOCKED = '', UNNAMED = '', DUMPED = ''] = ids;
const OBSERVED = [
  'qmp/state.json',
  'host/state.json',
  'vcpus/samples.json',
  'console/tail.log',
  'screen/screen.png',
];
const ASKED = SYSRQ_KEYS.flatMap((key) => [`sysrq/${key}.txt`, `sysrq/${key}.json`]);
const DISTURBED = ['gdb/registers.json', 'gdb/stacks.txt'];

test('a diagnosis of a real guest, healthy and locked up', { timeout: 600_000 }, async (t) => {
  await withBench(t, async (bench) => {
    const { guest, target, symbolFolder } = bench;

    await t.test('a healthy guest gives its parts, has no culprit, and runs on', async () => {
      // Debian's mask forbids dumps from the console.
      await guest.console.runOk('echo 1 >/proc/sys/kernel/sysrq');
      const result = await takeIncident(target, HEALTHY, { level: 'disturb' });
      const missing = [...OBSERVED, ...ASKED, ...DISTURBED].filter((path) => !paths(result).includes(path));
      assert.deepEqual(missing, [], inspect(result.manifest.missing));
      assert.equal(result.evidence.culprit, undefined, inspect(result.evidence.culprit));
      // Idle vCPUs have a way down to their start, and every frame of it is sure.
      assert.match(
        await readFile(join(result.place, 'gdb/stacks.txt'), 'utf8'),
        /^ {2}cpu_startup_entry\+0x/mu,
      );
      await guest.console.runOk('true');
    });

    await t.test('the report of a hard lockup names the culprit in its first screen', async () => {
      await lockUp(bench);
      const result = await takeIncident(target, LOCKED, { level: 'disturb', script: withoutSysrq() });
      const { culprit, stacks } = result.evidence;
      assert.match(
        culprit?.function ?? '',
        new RegExp(`^${FUNCTION}\\+0x1/0x`, 'u'),
        inspect(result.evidence),
      );
      assert.equal(culprit?.cpu, 1);
      const suspect = stacks.find((stack) => stack.suspect === true);
      assert.deepEqual(
        suspect?.frames.filter((frame) => !frame.startsWith('? ')).map((frame) => frame.split('+')[0]),
        [FUNCTION, 'do_syscall_64', 'entry_SYSCALL_64_after_hwframe'],
      );
      await seeCulprit(result.place, FUNCTION, 'diagnosis-report');
    });

    await t.test('without a System.map the report shows the address and what is missing', async () => {
      const unnamed = { ...target, symbols: createSymbolSource([folder], []) };
      const result = await takeIncident(unnamed, UNNAMED, { level: 'disturb', script: withoutSysrq() });
      assert.match(result.evidence.culprit?.function ?? '', /^ffffffff[0-9a-f]{8}$/u);
      assert.match(
        result.evidence.notes.join(),
        /no System\.map of kernel 6\.1\.\S+ .*addresses stay addresses/u,
      );
      await seeCulprit(result.place, 'ffffffff', 'diagnosis-report-without-symbols');
    });

    await t.test('a script that names them takes an NMI and a dump that crash opens', async () => {
      const steps = [{ step: 'nmi', waitSeconds: 3 }, { step: 'memory-dump' }] as const;
      const script: DiagnosticScript = {
        ...builtInScript(),
        name: 'dump',
        bytesMax: 1024 ** 3,
        steps: [...steps],
      };
      const result = await takeIncident(target, DUMPED, { script, level: 'harm' });
      assert.deepEqual(result.manifest.missing, []);
      const dump = result.manifest.parts.find(({ path }) => path === 'memory/dump.kdump');
      assert.equal(dump?.local, true);
      assert.match(await readFile(join(result.place, 'nmi/console.log'), 'utf8'), /NMI received/u);
      await openWithCrash(
        join(result.place, 'memory/dump.kdump'),
        symbolFolder,
        target.inventory()?.kernelRelease ?? '',
      );
    });
  });
});

/** A kernel that is locked up may answer by its other CPU or not: what this test is about does not depend on it. */
function withoutSysrq(): DiagnosticScript {
  const script = builtInScript();
  return { ...script, steps: script.steps.filter(({ step }) => step !== 'sysrq') };
}

async function openWithCrash(dump: string, symbolFolder: string, release: string): Promise<void> {
  const asked = await runTool('crash', ['--osrelease', dump]);
  assert.equal(asked.toString().trim(), release);
  const commands = join(folder, 'crash-commands');
  await writeFile(commands, 'sys\nps\nquit\n');
  const vmlinux = join(symbolFolder, `vmlinux-${release}`);
  const said = (
    await runTool('crash', ['-s', '-i', commands, vmlinux, dump], { deadlineMs: CRASH_MS })
  ).toString();
  assert.match(said, new RegExp(`RELEASE: ${release.replaceAll('.', '\\.')}`, 'u'));
  // The task that runs on CPU 1.
  assert.match(said, /^> +\d+ +-?\d+ +1 .* hostname$/mu);
}

/** Breaks a system call so that whoever makes it turns with interrupts off, and makes it. */
async function lockUp({ guest, qmp }: Bench): Promise<void> {
  const line = await guest.console.runOk(`grep ' ${FUNCTION}$' /proc/kallsyms`);
  await writeKernelMemory(qmp, join(folder, 'gdb'), BigInt(`0x${line.slice(0, 16)}`), SPIN);
  await guest.console.send('\ntaskset 2 hostname locked &\n');
}

async function seeCulprit(place: string, words: string, picture: string): Promise<void> {
  const browser = await openBrowser();
  try {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 720 } })).newPage();
    await page.goto(pathToFileURL(join(place, 'report.html')).href);
    const culprit = page.locator('#culprit');
    assert.match((await culprit.textContent()) ?? '', new RegExp(words, 'u'));
    const box = await culprit.boundingBox();
    assert.ok(box !== null && box.y + box.height <= 720, `not in the first screen: ${JSON.stringify(box)}`);
    mkdirSync('artifacts', { recursive: true });
    await page.screenshot({ path: `artifacts/${picture}.png` });
  } finally {
    await browser.close();
  }
}
