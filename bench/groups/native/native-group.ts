import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
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

/** The standard agent on this machine itself, at the speed of its processor. */
export const NATIVE_GROUP: Group = {
  name: 'native',
  title: 'the standard agent on this machine itself, without emulation; recorder in a file, no link',
  needs: { binaries: ['agent-x64'], images: [] },
  measure,
};

async function measure(context: GroupContext): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'cherub-bench-'));
  try {
    const recorder = join(folder, 'recorder.img');
    const config = join(folder, 'agent.yaml');
    const image = await open(recorder, 'w');
    await image.truncate(RECORDER_BYTES);
    await image.close();
    await writeFile(join(folder, 'console'), '');
    await writeFile(config, configText(folder, recorder));
    return await measureAgent(context, config, recorder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function configText(folder: string, recorder: string): string {
  const heartbeat = `heartbeat: { schedule: "*/10 * * * * *", console: ${folder}/console, tag: cherub-bench }`;
  const recorderLine = `recorder: { disk: ${recorder}, adopt: true }`;
  return `app: bench\n${heartbeat}\nsnapshot: { periodSeconds: 10 }\n${recorderLine}\nlink: { port: none }\n`;
}

async function measureAgent(context: GroupContext, config: string, recorder: string): Promise<Row[]> {
  const began = performance.now();
  const agent = spawn(join(context.root, 'dist/cherub-agent-linux-x64'), ['run', '--config', config], {
    stdio: 'ignore',
    // As packaging/systemd/cherub-agent.service has it.
    env: { ...process.env, MALLOC_ARENA_MAX: '1', MALLOC_TRIM_THRESHOLD_: '65536' },
  });
  const ended = once(agent, 'exit');
  try {
    const wait = { everyMs: 5, deadlineMs: 20_000 };
    await until('the first record', wait, () => readDiskRecords(recorder).length > 0 || undefined);
    const startMs = performance.now() - began;
    context.say(`letting the agent settle for ${SETTLE_SECONDS} s, then watching it for ${WATCH_SECONDS} s`);
    await delay(SETTLE_SECONDS * 1000, undefined, { signal: context.signal });
    const before = await readUsage(agent.pid);
    await delay(WATCH_SECONDS * 1000, undefined, { signal: context.signal });
    const after = await readUsage(agent.pid);
    return rowsOf(startMs, before, after, recorder);
  } finally {
    agent.kill();
    await ended;
  }
}

async function readUsage(pid: number | undefined): Promise<ProcessUsage> {
  const [stat, rollup] = await Promise.all([
    readFile(`/proc/${pid}/stat`, 'utf8'),
    readFile(`/proc/${pid}/smaps_rollup`, 'utf8'),
  ]);
  return parseUsage(stat + rollup);
}

function rowsOf(startMs: number, before: ProcessUsage, after: ProcessUsage, recorder: string): Row[] {
  const cpuSeconds = (after.cpuTicks - before.cpuTicks) / TICKS_PER_SECOND;
  const collect = readDiskRecords(recorder)
    .map((record) => record.snapshot?.collectUs ?? 0)
    .filter((us) => us > 0);
  return [
    makeRow({
      name: 'native: CPU over 60 s at 10 s snapshots',
      unit: '% of a core',
      value: (100 * cpuSeconds) / WATCH_SECONDS,
      target: { atMost: 0.5 },
    }),
    makeRow({
      name: 'native: one snapshot, median',
      unit: 'ms',
      value: percentile(collect, 0.5) / 1000,
      target: { atMost: 5 },
    }),
    makeRow({
      name: 'native: exec to first record, disk adopted',
      unit: 's',
      value: startMs / 1000,
      target: { atMost: 2 },
    }),
    makeRow({
      name: 'native: private dirty',
      unit: 'MB',
      value: after.privateDirtyBytes / 1e6,
      target: { atMost: 14 },
    }),
  ];
}
