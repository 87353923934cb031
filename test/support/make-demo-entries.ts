import type { Entry } from '#companion/entries/entry.ts';
import { fromHex } from '#protocol/bytes/hex.ts';
import { formatLabel } from '#protocol/label/format-label.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { messageToJson } from '#protocol/messages/to-json.ts';

const GIB = 1024 ** 3;
const MIB = 1024 ** 2;

/** What a demo guest looks like and what happens to it. */
export interface DemoGuest {
  readonly appId: string;
  readonly appName: string;
  /** 32 hex digits. */
  readonly bootId: string;
  readonly memoryBytes: number;
  /** From here on the load rises and memory runs out; undefined: it never does. */
  readonly troubleFromMs?: number;
  /** Nothing comes from here on. */
  readonly diesAtMs?: number;
  /** Stretches without console labels. */
  readonly consoleGaps?: readonly { readonly fromMs: number; readonly toMs: number }[];
}

/** The same numbers each time. */
function makeChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Entries as a companion would have sent them: a label and a snapshot every 10 s, console lines, events.
 * Oldest first.
 */
export function makeDemoEntries(guest: DemoGuest, fromMs: number, toMs: number, everyMs = 10_000): Entry[] {
  const chance = makeChance(guest.appId.charCodeAt(0) * 7919 + guest.memoryBytes);
  const entries: Entry[] = [
    eventEntry(guest, fromMs, 'start', '{"start":{"agentVersion":"0.1.0"}}'),
    ...(['console', 'recorder', 'link'] as const).map((channel) =>
      stateEntry(guest, channel, 'unknown', 'fresh', fromMs),
    ),
  ];
  const endMs = Math.min(toMs, (guest.diesAtMs ?? toMs + 1000) - 1000);
  let sequence = 0;
  for (let atMs = fromMs; atMs <= endMs; atMs += everyMs) {
    sequence += 1;
    const trouble = troubleAt(guest, atMs);
    const isGap = guest.consoleGaps?.some((gap) => atMs >= gap.fromMs && atMs <= gap.toMs) ?? false;
    if (!isGap) entries.push(labelEntry(guest, sequence, atMs, fromMs, trouble, chance));
    entries.push(snapshotEntry(guest, sequence, atMs + 400, fromMs, trouble, chance));
    const line = consoleLine(sequence, trouble, chance);
    if (line !== undefined) entries.push(consoleEntry(guest, atMs + 700, line));
  }
  if (guest.diesAtMs !== undefined && guest.diesAtMs < toMs)
    entries.push(...lastWords(guest, guest.diesAtMs, toMs));
  return entries;
}

/** 0: well; 1: at its end. */
function troubleAt(guest: DemoGuest, atMs: number): number {
  if (guest.troubleFromMs === undefined || atMs < guest.troubleFromMs) return 0;
  return Math.min(1, (atMs - guest.troubleFromMs) / 600_000);
}

function entryOf(guest: DemoGuest, kind: string, atMs: number, rest: Partial<Entry> & { id: string }): Entry {
  return {
    appId: guest.appId,
    appName: guest.appName,
    atMs: Math.round(atMs),
    severity: 'info',
    source: 'cherub',
    content: '',
    ...rest,
    tags: { 'cherub.kind': kind, ...rest.tags },
  };
}

function labelEntry(
  guest: DemoGuest,
  sequence: number,
  atMs: number,
  bootMs: number,
  trouble: number,
  chance: () => number,
): Entry {
  const line = formatLabel({
    app: guest.appName,
    bootId: guest.bootId,
    sequence,
    uptimeSeconds: (atMs - bootMs) / 1000 + 14,
    everySeconds: 10,
    state: trouble > 0.3 ? 'degraded' : 'ok',
    load1: 0.2 + chance() * 0.3 + trouble * 9,
    memoryAvailablePercent: 64 - trouble * 60,
    pressure: { cpu: trouble * 30, memory: trouble * 45, io: trouble * 70 },
    via: 'logger',
  });
  return entryOf(guest, 'heartbeat', atMs, {
    id: `${guest.appId}/label/${guest.bootId}/${sequence}`,
    content: `<13>Nov 24 02:00:00 ${guest.appName} cherub: ${line}`,
    tags: { 'cherub.channel': 'console', 'cherub.boot': guest.bootId, 'cherub.seq': String(sequence) },
  });
}

function snapshotEntry(
  guest: DemoGuest,
  sequence: number,
  atMs: number,
  bootMs: number,
  trouble: number,
  chance: () => number,
): Entry {
  const record = makeDemoRecord(guest, { sequence, atMs, upMs: atMs - bootMs + 14_000, trouble, chance });
  return entryOf(guest, 'snapshot', atMs, {
    id: `${guest.appId}/${guest.bootId}/7/snapshot/${sequence}`,
    content: JSON.stringify(messageToJson(record)),
    tags: {
      // What comes by both ways is forwarded once, by the way on which it was first.
      'cherub.channel': sequence % 5 === 0 ? 'recorder' : 'link',
      'cherub.boot': guest.bootId,
      'cherub.run': '7',
      'cherub.seq': String(sequence),
      'cherub.wall': String(Math.round(atMs)),
    },
  });
}

interface Moment {
  readonly sequence: number;
  readonly atMs: number;
  readonly upMs: number;
  readonly trouble: number;
  readonly chance: () => number;
}

/** A record with a realistic snapshot, as the agent would encode it. */
export function makeDemoRecord(guest: DemoGuest, m: Moment): cherub.Record.$Properties {
  const wave = Math.sin(m.sequence / 14);
  return {
    stamp: {
      bootId: fromHex(guest.bootId) ?? new Uint8Array(16),
      sequence: m.sequence,
      monotonicUs: Math.round(m.upMs * 1000),
      wallUs: Math.round(m.atMs * 1000),
      runId: 7,
    },
    snapshot: {
      app: guest.appName,
      state: m.trouble > 0.3 ? cherub.State.STATE_DEGRADED : cherub.State.STATE_OK,
      periodMs: 10_000,
      ...loadAndCpu(m, wave),
      memory: memoryOf(guest, m, wave),
      ...pressuresOf(m, wave),
      vmstat: {
        oomKills: m.trouble > 0.8 ? 2 : 0,
        majorFaults: 1822,
        allocationStalls: Math.round(m.trouble * 340),
      },
      ...storageOf(m),
      interfaces: [
        { name: 'lo', rxBytes: 81_000, txBytes: 81_000, up: true },
        { name: 'eth0', rxBytes: m.sequence * 412_345, txBytes: m.sequence * 90_112, rxDropped: 3, up: true },
      ],
      ...processesOf(m),
      kernelLog: kernelLogOf(m),
      checks: [
        { name: 'http /healthz', outcome: cherub.Outcome.OUTCOME_OK, message: '200 in 12 ms', ageMs: 2100 },
        {
          name: 'puppet last run',
          outcome: m.trouble > 0.5 ? cherub.Outcome.OUTCOME_FAILED : cherub.Outcome.OUTCOME_OK,
          message: 'finished 14 min ago, 0 failed',
          ageMs: 8400,
        },
      ],
      missing: [{ part: 'blocked[].stack', reason: '/proc/PID/stack may not be read (EPERM)' }],
      collectUs: 3120,
    },
  };
}

function loadAndCpu(m: Moment, wave: number) {
  return {
    load: {
      load1: Math.max(0.02, 0.35 + wave * 0.18 + m.chance() * 0.15 + m.trouble * 9),
      load5: 0.31 + m.trouble * 6,
      load15: 0.28 + m.trouble * 2.4,
      runnable: 1 + Math.round(m.trouble * 6),
      tasks: 143 + Math.round(m.trouble * 60),
    },
    cpu: {
      online: 2,
      userMs: Math.round(m.upMs * 0.12 + m.trouble * 400_000),
      systemMs: Math.round(m.upMs * 0.05),
      idleMs: Math.round(m.upMs * 1.81 - m.trouble * 400_000),
      iowaitMs: Math.round(m.upMs * 0.02),
      contextSwitches: m.sequence * 12_000,
      forks: 4100 + m.sequence,
    },
  };
}

function memoryOf(guest: DemoGuest, m: Moment, wave: number) {
  const total = guest.memoryBytes;
  const available = Math.round(total * (0.62 + wave * 0.03 - m.trouble * 0.58));
  return {
    totalBytes: total,
    freeBytes: Math.round(available * 0.4),
    availableBytes: available,
    buffersBytes: 42 * MIB,
    cachedBytes: Math.round(available * 0.5),
    anonymousBytes: total - available,
    slabReclaimableBytes: 61 * MIB,
    slabUnreclaimableBytes: 38 * MIB,
    dirtyBytes: Math.round((1 + m.trouble * 50) * MIB),
    swapTotalBytes: GIB,
    swapFreeBytes: Math.round(GIB * (0.97 - m.trouble * 0.8)),
    committedBytes: Math.round(total * 0.9),
  };
}

function pressuresOf(m: Moment, wave: number) {
  const pressure = (avg10: number) => ({
    avg10,
    avg60: avg10 * 0.7,
    avg300: avg10 * 0.3,
    totalUs: Math.round(avg10 * 1e6),
  });
  return {
    cpuSome: pressure(Math.max(0, 1.2 + wave * 1.1 + m.trouble * 28)),
    memorySome: pressure(m.trouble * 46),
    memoryFull: pressure(m.trouble * 33),
    ioSome: pressure(Math.max(0, 0.4 + m.chance() * 0.8 + m.trouble * 71)),
    ioFull: pressure(m.trouble * 55),
  };
}

function storageOf(m: Moment) {
  return {
    disks: [
      {
        name: 'vda',
        reads: 20_400 + m.sequence * 11,
        readBytes: 812 * MIB + m.sequence * 320_000,
        writes: 9100 + m.sequence * 40,
        writtenBytes: 300 * MIB + m.sequence * 2_100_000,
        inFlight: Math.round(m.trouble * 31),
        busyMs: Math.round(m.sequence * (240 + m.trouble * 900)),
      },
      {
        name: 'vdb',
        reads: 3,
        readBytes: 12_288,
        writes: m.sequence,
        writtenBytes: m.sequence * 4096,
        busyMs: m.sequence * 4,
      },
    ],
    filesystems: [
      {
        mount: '/',
        type: 'ext4',
        totalBytes: 10 * GIB,
        freeBytes: 3.4 * GIB,
        availableBytes: 2.9 * GIB,
        inodes: 655_360,
        inodesFree: 590_000,
      },
      {
        mount: '/boot/efi',
        type: 'vfat',
        totalBytes: 124 * MIB,
        freeBytes: 112 * MIB,
        availableBytes: 112 * MIB,
        readOnly: true,
      },
      {
        mount: '/srv/nfs',
        type: 'nfs4',
        totalBytes: 900 * GIB,
        freeBytes: 41 * GIB,
        availableBytes: 41 * GIB,
        inodes: 1_000_000,
        inodesFree: 12_000,
        staleMs: m.trouble > 0.4 ? 95_000 : 0,
      },
    ],
  };
}

function processesOf(m: Moment) {
  const stack = [
    'rpc_wait_bit_killable',
    '__rpc_execute',
    'nfs4_do_call_sync',
    'nfs_getattr',
    'vfs_statx',
    '__do_sys_newlstat',
  ];
  const blocked =
    m.trouble > 0.4
      ? [
          { pid: 911, comm: 'df', wchan: 'rpc_wait_bit_killable', stack, seenMs: 90_000 },
          { pid: 402, comm: 'jbd2/vda1-8', wchan: 'io_schedule', stack: stack.slice(0, 3), seenMs: 20_000 },
        ]
      : [];
  return {
    top: [
      {
        pid: 712,
        comm: 'postgres',
        state: 'S',
        cpuPermille: 61 + Math.round(m.trouble * 300),
        residentBytes: 210 * MIB,
        threads: 1,
      },
      { pid: 655, comm: 'node', state: 'S', cpuPermille: 38, residentBytes: 96 * MIB, threads: 11 },
      {
        pid: 88,
        comm: 'kswapd0',
        state: m.trouble > 0.5 ? 'R' : 'S',
        cpuPermille: Math.round(m.trouble * 520),
        threads: 1,
      },
      { pid: 501, comm: 'cherub-agent', state: 'S', cpuPermille: 3, residentBytes: 44 * MIB, threads: 5 },
    ],
    blocked,
    blockedTotal: blocked.length,
    failedUnits: m.trouble > 0.6 ? [{ name: 'backup.service' }] : [],
  };
}

function kernelLogOf(m: Moment) {
  const at = Math.round(m.upMs * 1000);
  const lines: { sequence: number; monotonicUs: number; priority: number; text: string }[] = [
    { sequence: m.sequence * 2, monotonicUs: at - 2e6, priority: 6, text: 'eth0: link becomes ready' },
  ];
  if (m.trouble > 0.4) {
    lines.push(
      {
        sequence: m.sequence * 2 + 1,
        monotonicUs: at - 1e6,
        priority: 4,
        text: 'nfs: server 10.0.2.2 not responding, still trying',
      },
      {
        sequence: m.sequence * 2 + 2,
        monotonicUs: at,
        priority: 3,
        text: 'INFO: task df:911 blocked for more than 120 seconds.',
      },
    );
  }
  return lines;
}

function consoleLine(sequence: number, trouble: number, chance: () => number): string | undefined {
  if (trouble > 0.5)
    return `[ ${(sequence * 10).toFixed(6)}] nfs: server 10.0.2.2 not responding, still trying`;
  if (chance() > 0.25) return undefined;
  const lines = [
    '[\u001b[0;32m  OK  \u001b[0m] Finished \u001b[0;1;39mlogrotate.service\u001b[0m - Rotate log files.',
    'web nginx[655]: 10.0.2.2 - - "GET /healthz HTTP/1.1" 200 2',
    'web systemd[1]: Starting apt-daily.service - Daily apt download activities...',
  ];
  return lines[sequence % lines.length];
}

function consoleEntry(guest: DemoGuest, atMs: number, content: string): Entry {
  return entryOf(guest, 'console', atMs, {
    id: `${guest.appId}/console/${Math.round(atMs)}`,
    source: 'console',
    content,
    tags: { 'cherub.channel': 'console' },
  });
}

function eventEntry(guest: DemoGuest, atMs: number, kind: string, content: string): Entry {
  return entryOf(guest, kind, atMs, {
    id: `${guest.appId}/${kind}/${Math.round(atMs)}`,
    content,
    tags: { 'cherub.channel': 'recorder' },
  });
}

function lastWords(guest: DemoGuest, diedMs: number, toMs: number): Entry[] {
  const panic = [
    '[ 1234.567890] Kernel panic - not syncing: Out of memory and no killable processes...',
    '[ 1234.567901] CPU: 1 PID: 1 Comm: systemd Not tainted 6.1.0-28-cloud-amd64 #1 Debian 6.1.119-1',
    '[ 1234.567930] Call Trace:',
    '[ 1234.567944]  dump_stack_lvl+0x44/0x5c',
    '[ 1234.567951]  panic+0x118/0x2ed',
    '[ 1234.567990] ---[ end Kernel panic - not syncing: Out of memory and no killable processes... ]---',
  ].map((text, index) => consoleEntry(guest, diedMs + 100 + index, text));
  const states = (['console', 'link', 'recorder'] as const).flatMap((channel, index) => [
    stateEntry(guest, channel, 'fresh', 'stale', diedMs + 35_000 + index * 1000),
    stateEntry(guest, channel, 'stale', 'silent', diedMs + 150_000 + index * 1000),
  ]);
  return [...panic, ...states].filter((entry) => entry.atMs <= toMs);
}

const STATE_REASONS: Readonly<Record<string, string>> = {
  stale: ', 35 s without a sign of life',
  silent: ', 150 s without a sign of life',
};

function stateEntry(guest: DemoGuest, channel: string, from: string, to: string, atMs: number): Entry {
  return entryOf(guest, 'channel', atMs, {
    id: `${guest.appId}/channel/${channel}/${to}`,
    severity: to === 'fresh' ? 'info' : 'warning',
    content: `${channel}: ${from} → ${to}${STATE_REASONS[to] ?? ''}`,
    tags: { 'cherub.channel': channel, 'cherub.from': from, 'cherub.state': to },
  });
}
