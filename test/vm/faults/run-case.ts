import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { RUNGS, type Rung } from '#companion/ladder/signal.ts';
import { eventually } from '#test/support/eventually.ts';
import type { Expected, FaultCase, FaultRow } from './fault-case.ts';
import type { FaultVm, ToldVerdict } from './fault-vm.ts';
import { keepRow } from './keep-row.ts';

/** So long is waited beyond the bound, so that a row that is late says by how much. */
const LATE_MS = 60_000;
const SEAL_MS = 60_000;
const RECOVER_MS = 120_000;

/** Injects a fault, waits for what becomes of it, keeps the row, and fails when it is not what must be. */
export async function runCase(vm: FaultVm, fault: FaultCase): Promise<void> {
  const { expected } = fault;
  const atMs = Date.now();
  await fault.inject(vm);
  const told = await judge(vm, expected, atMs);
  const incidents = told.verdict?.state === 'dead' ? await sealed(vm, atMs) : [];
  const row: FaultRow = {
    fault: fault.fault,
    vm: vm.shape,
    verdict: nameOf(told.verdict),
    expected: expected.kind === 'dead' ? `dead ${expected.rung}` : `${expected.state}, never dead`,
    secondsToVerdict: secondsTo(told.verdict, atMs),
    votes: told.verdict?.votes ?? [],
    parts: incidents,
    ok: told.problem === undefined,
    ...(told.problem !== undefined && { problem: told.problem }),
  };
  keepRow(row);
  if (!row.ok) assert.fail(`${row.vm}, ${row.fault}: ${row.problem}\n${await vm.story()}`);
  if (fault.recover === undefined) return;
  const recoveredMs = Date.now();
  await fault.recover(vm);
  await vm
    .untilState('healthy', { fromMs: recoveredMs, deadlineMs: RECOVER_MS })
    .catch(async (error: unknown) => {
      assert.fail(`${row.vm}, after ${row.fault}: ${String(error)}\n${await vm.story()}`);
    });
}

interface Judgement {
  readonly verdict: ToldVerdict | undefined;
  readonly problem?: string;
}

async function judge(vm: FaultVm, expected: Expected, atMs: number): Promise<Judgement> {
  const after = (): ToldVerdict[] => vm.verdicts().filter((told) => told.atMs >= atMs);
  const dead = (): ToldVerdict | undefined => after().find(({ state }) => state === 'dead');
  if (expected.kind === 'dead') {
    // A hang shows itself from above: a death further up may be told before the one that explains it, never one further down.
    const known = (): ToldVerdict | undefined => {
      const deaths = after().filter(({ state }) => state === 'dead');
      return deaths.find(({ rung }) => RUNGS.indexOf(rung as Rung) <= RUNGS.indexOf(expected.rung));
    };
    const found = await eventually('the death', known, expected.withinMs + LATE_MS).catch(() => undefined);
    const verdict = found ?? dead();
    if (verdict === undefined) return { verdict: after().at(-1), problem: 'nothing was called dead' };
    if (verdict.rung !== expected.rung) {
      return { verdict, problem: `${verdict.rung} instead of ${expected.rung}: ${verdict.reason}` };
    }
    const tookMs = verdict.atMs - atMs;
    return tookMs <= expected.withinMs
      ? { verdict }
      : { verdict, problem: `after ${tookMs} ms, more than ${expected.withinMs} ms` };
  }
  const startMs = performance.now();
  // Never dead as long as it is watched, and beyond that until it is what it must be.
  for (;;) {
    const death = dead();
    if (death !== undefined) {
      return { verdict: death, problem: `called dead: ${death.rung}: ${death.reason}` };
    }
    const verdict = after().at(-1) ?? vm.verdicts().at(-1);
    const watchedMs = performance.now() - startMs;
    if (watchedMs >= expected.watchMs && verdict?.state === expected.state) return { verdict };
    if (watchedMs >= expected.watchMs + RECOVER_MS) {
      return { verdict, problem: `${nameOf(verdict)} instead of ${expected.state}: ${verdict?.reason}` };
    }
    await sleep(500);
  }
}

/** The parts of the incident that the death opened. */
async function sealed(vm: FaultVm, atMs: number): Promise<string[]> {
  const incident = await eventually(
    'a sealed incident',
    async () => (await vm.incidents(atMs))[0],
    SEAL_MS,
  ).catch(() => undefined);
  return incident?.parts.map(({ path }) => path) ?? [];
}

function nameOf(told: ToldVerdict | undefined): string {
  return told === undefined ? 'none' : [told.state, told.rung].filter(Boolean).join(' ');
}

/** null: it was so before, and stayed so. */
function secondsTo(told: ToldVerdict | undefined, atMs: number): number | null {
  return told === undefined || told.atMs < atMs ? null : Math.round((told.atMs - atMs) / 100) / 10;
}
