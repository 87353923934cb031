import type { Evidence, SignalTrack, SnapshotPoint } from '#companion/incidents/evidence.ts';
import type { IncidentHead, IncidentVote } from '#companion/incidents/incident.ts';

/** 2026-11-24 03:45:12 UTC, when the demo incident is opened. */
export const DEMO_OPENED_MS = 1_795_491_912_000;
const SINCE_MS = DEMO_OPENED_MS - 6_000;

/** A guest whose CPU 1 spins with interrupts off: what the ladder and the scripts find of it. */
export function makeDemoHead(o: Partial<IncidentHead> = {}): IncidentHead {
  return {
    id: '20261124T034512Z-6ba7b810-a1b2c3',
    vm: { name: 'web', appId: '6ba7b810-9dad-11d1-80b4-00c04fd430c8' },
    node: 'edge-1',
    openedAtMs: DEMO_OPENED_MS,
    trigger: 'verdict',
    companion: '0.1.0',
    verdict: {
      state: 'dead',
      rung: 'kernel',
      sinceMs: SINCE_MS,
      lastAliveMs: SINCE_MS - 12_000,
      reason: "the guest's kernel is dead: console and qmp say so, nothing newer speaks for it",
      votes: [
        vote({ id: 'console.lockup', source: 'console', rung: 'kernel', state: 'dead', counts: true }),
        vote({
          id: 'vcpu.progress',
          source: 'qmp',
          rung: 'kernel',
          state: 'dead',
          counts: true,
          part: 'cpu1',
          reason: 'CPU 1 stood in spin_forever in 5 of 5 samples with interrupts off',
        }),
        vote({ id: 'link.ping', source: 'link', rung: 'agent', state: 'dead', reason: 'no answer for 12 s' }),
        vote({ id: 'qmp.status', source: 'qmp', rung: 'process', state: 'alive', reason: 'running' }),
        vote({
          id: 'network.tcp:80',
          source: 'network',
          rung: 'application',
          state: 'unknown',
          reason: 'timeout',
        }),
      ],
    },
    ...o,
  };
}

function vote(
  o: Partial<IncidentVote> & Pick<IncidentVote, 'id' | 'source' | 'rung' | 'state'>,
): IncidentVote {
  return {
    atMs: SINCE_MS,
    reason: 'watchdog: Watchdog detected hard LOCKUP on cpu 1',
    counts: false,
    why: o.counts === true ? 'one of two sources' : 'does not speak for this rung',
    ...o,
  };
}

export function makeDemoEvidence(): Evidence {
  return {
    stacks: [
      {
        title: 'swapper/0',
        cpu: 0,
        task: 'swapper/0',
        pid: 0,
        frames: ['native_safe_halt+0xb/0x10', 'default_idle+0xa/0x20', 'do_idle+0x1f0/0x2b0'],
        source: 'sysrq l by QMP send-key',
      },
      {
        title: 'CPU 1: insmod',
        cpu: 1,
        task: 'insmod',
        pid: 812,
        state: 'R',
        frames: [
          'spin_forever+0x1c/0x40 [cherub_hang]',
          'hang_init+0x33/0x1000 [cherub_hang]',
          'do_one_initcall+0x59/0x220',
          'do_init_module+0x4a/0x1f0',
          '__do_sys_finit_module+0xac/0x120',
          'do_syscall_64+0x58/0xc0',
          'entry_SYSCALL_64_after_hwframe+0x64/0xce',
        ],
        source: 'gdb, System.map of build 4be1…',
        suspect: true,
      },
      ...['jbd2/vda1-8', 'nginx'].map((task, i) => ({
        title: task,
        task,
        pid: 300 + i,
        state: 'D',
        frames: ['io_schedule+0x42/0x70', 'bit_wait_io+0xd/0x60', '__wait_on_bit+0x4a/0x140'],
        source: 'sysrq w by QMP send-key',
      })),
    ],
    tracks: demoTracks(),
    snapshots: demoSnapshots(),
    tables: [
      {
        title: 'Busiest processes, last snapshot',
        heading: ['Pid', 'Command', 'State', 'CPU', 'Resident'],
        rows: [
          ['812', 'insmod', 'R', '99.8 %', '2.1 MiB'],
          ['301', 'nginx', 'S', '1.2 %', '14.0 MiB'],
        ],
      },
    ],
    texts: [
      {
        title: 'Console',
        lines: [
          '[  361.2] watchdog: Watchdog detected hard LOCKUP on cpu 1',
          '[  361.2] Modules linked in: cherub_hang(OE+)',
        ],
      },
    ],
    notes: ['No vmcoreinfo device: the outside view had to search for the kernel.'],
  };
}

function demoTracks(): SignalTrack[] {
  const startMs = DEMO_OPENED_MS - 300_000;
  const track = (
    id: string,
    source: SignalTrack['source'],
    rung: SignalTrack['rung'],
    deadFromMs: number | undefined,
  ): SignalTrack => ({
    id,
    source,
    rung,
    stretches:
      deadFromMs === undefined
        ? [{ fromMs: startMs, toMs: DEMO_OPENED_MS, state: 'alive' }]
        : [
            { fromMs: startMs, toMs: deadFromMs - 10_000, state: 'alive' },
            { fromMs: deadFromMs - 10_000, toMs: deadFromMs, state: 'unknown' },
            { fromMs: deadFromMs, toMs: DEMO_OPENED_MS, state: 'dead', reason: 'nothing came' },
          ],
  });
  return [
    track('qmp.status', 'qmp', 'process', undefined),
    track('vcpu.progress', 'qmp', 'kernel', SINCE_MS),
    track('console.label', 'console', 'userspace', SINCE_MS + 2000),
    track('link.ping', 'link', 'agent', SINCE_MS + 1000),
    track('network.tcp:80', 'network', 'application', SINCE_MS - 1000),
  ];
}

function demoSnapshots(): SnapshotPoint[] {
  return Array.from({ length: 29 }, (_, i) => ({
    atMs: DEMO_OPENED_MS - 300_000 + i * 10_000,
    load1: 0.2 + (i > 20 ? (i - 20) * 0.35 : Math.sin(i) * 0.05),
    memoryAvailable: 62 - i * 0.4,
    ...(i !== 14 && { pressureCpu: i > 20 ? (i - 20) * 7 : 1.5 }),
    pressureMemory: 0,
    pressureIo: i > 22 ? (i - 22) * 4 : 0.3,
  }));
}
