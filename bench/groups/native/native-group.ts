import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readDiskRecords } from '../../measure/disk-records.ts';
import { percentile } from '../../measure/percentile.ts';
import { type ProcessUsage, parseUsage, TICKS_PER_SECOND } from '../../measure/process-usage.ts';
import { until } from '../../measure/until.ts';
import { makeRow, type Row } from '../../report/row.ts';
import type { Group, GroupContext } from '../group.ts';

const RECORDER_BYTES = 16 * 1024 * 1024;
const SETTLE_SECONDS = 45;
const WATCH_SECONDS = 60;

interface Build {
  readonly name: 'standard' | 'compact';
  /** In `dist/`. */
  readonly file: string;
  readonly schedule: string;
  readonly targets: {
    readonly cpuPercent: number;
    readonly snapshotMs: number;
    readonly residentMb: number;
    readonly privateDirtyMb: number;
    readonly fileMb: number;
  };
}

const STANDARD: Build = {
  name: 'standard',
  file: 'cherub-agent-linux-x64',
  schedule: 'schedule: "*/10 * * * * *"',
  targets: { cpuPercent: 0.5, snapshotMs: 5, residentMb: 50, privateDirtyMb: 14, fileMb: 110 },
};
const COMPACT: Build = {
  name: 'compact',
  file: 'cherub-agent-compact-linux-x64',
  schedule: 'periodSeconds: 10',
  targets: { cpuPercent: 0.1, snapshotMs: 2, residentMb: 4, privateDirtyMb: 2, fileMb: 3 },
};

/** Both builds of the agent on this machine itself, at the speed of its processor. */
export const NATIVE_GROUP: Group = {
  name: 'native',
  title: 'both builds of the agent on this machine itself, without emulation; recorder in a file, no link',
  needs: { binaries: ['agent-x64', 'compact-x64'], images: [] },
  measure,
};

async function measure(context: GroupContext): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cherub-bench-'));
  const running: Running[] = [];
  try {
    for (const build of [STANDARD, COMPACT]) running.push(await start(context, folder, build));
    context.say(`letting both settle for ${SETTLE_SECONDS} s, then watching them for ${WATCH_SECONDS} s`);
    await delay(SETTLE_SECONDS * 1000, undefined, { signal: context.signal });
    const before = await Promise.all(running.map(({ agent }) => readUsage(agent.pid)));
    await delay(WATCH_SECONDS * 1000, undefined, { signal: context.signal });
    const after = await Promise.all(running.map(({ agent }) => readUsage(agent.pid)));
    return await rowsOfAll(context.root, running, before, after);
  } finally {
    for (const { agent } of running) agent.kill();
    await Promise.all(running.map(({ ended }) => ended));
    await rm(folder, { recursive: true, force: true });
  }
}

interface Running {
  readonly build: Build;
  readonly agent: ChildProcess;
  readonly ended: Promise<unknown>;
  readonly recorder: string;
  /** From exec to the first record. */
  readonly startMs: number;
}

async function start(context: GroupContext, folder: string, build: Build): Promise<Running> {
  const recorder = join(folder, `${build.name}.img`);
  const config = join(folder, `${build.name}.yaml`);
  const image = await open(recorder, 'w');
  await image.truncate(RECORDER_BYTES);
  await image.close();
  await writeFile(join(folder, 'console'), '');
  await writeFile(config, configText(folder, recorder, build));
  const began = performance.now();
  const agent = spawn(join(context.root, 'dist', build.file), ['run', '--config', config], {
    stdio: 'ignore',
    // As packaging/systemd/cherub-agent.service has it.
    env: { ...process.env, MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '65536' },
  });
  const ended = once(agent, 'exit');
  const wait = { everyMs: 5, deadlineMs: 20_000 };
  try {
    await until('the first record', wait, () => readDiskRecords(recorder).length > 0 || undefined);
  } catch (error) {
    agent.kill();
    await ended;
    throw error;
  }
  return { build, agent, ended, recorder, startMs: performance.now() - began };
}

function configText(folder: string, recorder: string, build: Build): string {
  const heartbeat = `heartbeat: { ${build.schedule}, console: ${folder}/console, tag: cherub-bench }`;
  const recorderLine = `recorder: { disk: ${recorder}, adopt: true }`;
  return `app: bench\n${heartbeat}\nsnapshot: { periodSeconds: 10 }\n${recorderLine}\nlink: { port: none }\n`;
}

async function readUsage(pid: number | undefined): Promise<ProcessUsage> {
  const [stat, rollup] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/smaps_rollup`, 'utf8'),
  ]);
  return parseUsage(stat + rollup);
}

interface Figures {
  readonly cpu: number;
  readonly snapshot: number;
  readonly start: number;
  readonly resident: number;
  readonly dirty: number;
  readonly threads: number;
  readonly file: number;
}

async function rowsOfAll(
  root: string,
  running: readonly Running[],
  before: readonly ProcessUsage[],
  after: readonly ProcessUsage[],
): Promise<Row[]> {
  const rows: Row[] = [];
  let peer: Figures | undefined;
  for (const [index, each] of running.entries()) {
    const [from, to] = [before[index], after[index]];
    if (from === undefined || to === undefined) throw new Error('a process is missing');
    const { size } = await stat(join(root, 'dist', each.build.file));
    const figures = figuresOf(each, from, to, size);
    rows.push(...rowsOf(each.build, figures, peer));
    peer = figures;
  }
  return rows;
}

function figuresOf(
  { recorder, startMs }: Running,
  before: ProcessUsage,
  after: ProcessUsage,
  fileBytes: number,
): Figures {
  const cpuSeconds = (after.cpuTicks - before.cpuTicks) / TICKS_PER_SECOND;
  const collect = readDiskRecords(recorder)
    .map((record) => record.snapshot?.collectUs ?? 0)
    .filter((us) => us > 0);
  return {
    cpu: (100 * cpuSeconds) / WATCH_SECONDS,
    snapshot: percentile(collect, 0.5) / 1000,
    start: startMs / 1000,
    resident: after.residentBytes / 1e6,
    dirty: after.privateDirtyBytes / 1e6,
    threads: after.threads,
    file: fileBytes / 1e6,
  };
}

function rowsOf({ name, targets }: Build, figures: Figures, peer: Figures | undefined): Row[] {
  const row = (what: string, unit: string, key: keyof Figures, atMost?: number): Row =>
    makeRow({
      name: `native, ${name}: ${what}`,
      unit,
      value: figures[key],
      ...(peer === undefined ? {} : { peer: { name: 'standard', value: peer[key] } }),
      ...(atMost === undefined ? {} : { target: { atMost } }),
    });
  return [
    row('CPU over 60 s at 10 s snapshots', '% of a core', 'cpu', targets.cpuPercent),
    row('one snapshot, median', 'ms', 'snapshot', targets.snapshotMs),
    row('exec to first record, disk adopted', 's', 'start', 2),
    row('resident', 'MB', 'resident', targets.residentMb),
    row('private dirty', 'MB', 'dirty', targets.privateDirtyMb),
    row('threads', '', 'threads'),
    row('executable', 'MB', 'file', targets.fileMb),
  ];
}
