import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { statusScreen } from '#companion/cli/status-table.ts';
import type { StatusReport, VmStatus } from '#companion/control/status.ts';
import { createPaint } from '#companion/output/style.ts';
import { displayWidth } from '#companion/output/table.ts';

const vm: VmStatus = {
  name: 'web',
  app: '6ba7b810-9dad-11d1-80b4-00c04fd430c8',
  verdict: { state: 'healthy', reason: 'label 3.2 s ago', forMs: 7_200_000 },
  guest: {
    state: 'ok',
    bootId: '0123456789abcdef0123456789abcdef',
    app: 'web',
    agentVersion: '1.0',
    uptimeSeconds: 7300,
    load1: 0.5,
    memoryAvailablePercent: 61.4,
    pressure: { cpu: 0.1, memory: 0, io: 12.34 },
    channel: 'console',
    atMs: 1,
  },
  channels: [
    {
      channel: 'console',
      state: 'fresh',
      reason: 'label 3.2 s ago',
      ageMs: 3200,
      lastSeenMs: 1,
      promisedMs: 10_000,
      counters: { labelsInvalid: 2 },
      remark: '',
    },
    {
      channel: 'recorder',
      state: 'stale',
      reason: '40 s without a record',
      ageMs: 40_000,
      lastSeenMs: 1,
      promisedMs: 10_000,
      counters: {},
      remark: '',
    },
    {
      channel: 'link',
      state: 'missing',
      reason: 'nobody listens',
      promisedMs: 10_000,
      counters: {},
      remark: '',
    },
  ],
};

const report: StatusReport = {
  node: 'edge-1',
  version: '1',
  pid: 1,
  nowMs: 1_795_500_000_000,
  startedMs: 1_795_499_000_000,
  vms: [vm],
  spool: {
    bytes: 4096,
    bytesMax: 1_048_576,
    segments: 1,
    pending: 3,
    refused: 0,
    damaged: 0,
    lastError: '',
    readers: { 'file x': { pending: 3, dropped: 0 } },
  },
  sinks: [{ sink: 'file x', delivered: 10, rejected: 0, lastDeliveredMs: 5, problem: '', failures: 0 }],
};

test('the screen shows each channel with its age, and why one is not fresh', () => {
  assert.deepEqual(statusScreen(report, { paint: createPaint(false), columns: Number.POSITIVE_INFINITY }), [
    'edge-1  2026-11-24 06:00:00.000Z  up 17 min',
    '',
    'VM   VERDICT        GUEST SAYS  CONSOLE      RECORDER    LINK        UP  LOAD  MEM FREE  PSI cpu/mem/io',
    'web  healthy 2.0 h  ok          fresh 3.2 s  stale 40 s  missing  2.0 h  0.50      61 %  0.1/0.0/12.3',
    '',
    'web console: 2 invalid labels',
    'web recorder: 40 s without a record',
    'web link: nobody listens',
    'spool: 4.0 KiB of 1.0 MiB',
    'file x: 10 delivered, 3 waiting',
    'cherub explain VM shows every vote behind a verdict.',
  ]);
});

test('the screen says why a VM is dead or held, and names the rung', () => {
  const dead: VmStatus = {
    ...vm,
    verdict: { state: 'dead', rung: 'kernel', reason: 'kernel is dead: panic', forMs: 5000 },
  };
  const lines = statusScreen(
    { ...report, vms: [dead] },
    { paint: createPaint(false), columns: Number.POSITIVE_INFINITY },
  );
  assert.match(lines[3] ?? '', /^web {2}dead: kernel 5\.0 s/u);
  assert.equal(lines[5], 'web: kernel is dead: panic');
});

test('whatever a guest says of itself, the screen holds no control character and no line is too wide', () => {
  const text = fc.string({ unit: 'binary', maxLength: 300 });
  fc.assert(
    fc.property(text, text, text, fc.integer({ min: 10, max: 200 }), (name, state, reason, columns) => {
      const hostile = {
        ...vm,
        name,
        guest: { ...vm.guest, state },
        channels: vm.channels.map((each) => ({ ...each, reason, remark: state })),
      };
      const lines = statusScreen(
        { ...report, node: name, vms: [hostile] },
        { paint: createPaint(false), columns },
      );
      for (const line of lines) {
        assert.doesNotMatch(line, /[\p{Cc}\p{Cf}]/u);
        assert.ok(displayWidth(line) <= columns);
      }
    }),
    { numRuns: 50 },
  );
});
