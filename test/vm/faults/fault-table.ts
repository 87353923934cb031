import { test } from 'node:test';
import { endingCases } from './cases/ending.ts';
import { APPLICATION_CASES, HARMLESS_CASES, MACHINE_CASES } from './cases/running.ts';
import type { FaultCase } from './fault-case.ts';
import { withFaultVm } from './fault-vm.ts';
import { runCase } from './run-case.ts';
import type { Shape } from './shape.ts';

const GROUP_MS = 20 * 60_000;
const ONE_MS = 6 * 60_000;
/** Only rows whose fault holds this text; for the one who mends a row. */
const ONLY = process.env['CHERUB_FAULT'] ?? '';

/** Set when the stage is asked for by its name: rows that are not proven yet run too. */
const IS_WHOLE = process.env['CHERUB_FAULTS'] === 'all' || ONLY !== '';

const chosen = (cases: readonly FaultCase[], shape: Shape): FaultCase[] =>
  cases.filter(
    ({ fault, provenOn }) => fault.includes(ONLY) && (IS_WHOLE || provenOn?.includes(shape) === true),
  );

/** More deaths of one VM soon after each other are flapping, after which health is believed a minute later. */
const DEATHS_MAX = 2;

/** Faults of the application, each of which is taken back: a VM for two of them. */
export function applicationRows(shape: Shape): void {
  const cases = chosen(APPLICATION_CASES, shape);
  for (let from = 0; from < cases.length; from += DEATHS_MAX) {
    group(shape, `application ${from / DEATHS_MAX + 1}`, cases.slice(from, from + DEATHS_MAX));
  }
}

/** What is no death, on one VM, and what the host does to a VM, on another. */
export function machineRows(shape: Shape): void {
  group(shape, 'harmless', chosen(HARMLESS_CASES, shape));
  group(shape, 'machine', chosen(MACHINE_CASES, shape));
}

function group(shape: Shape, name: string, cases: readonly FaultCase[]): void {
  if (cases.length === 0) return;
  test(`${shape}: ${name}`, { timeout: GROUP_MS }, async (t) => {
    await withFaultVm(t, { shape, name: `${shape}-${name}` }, async (vm) => {
      for (const each of cases) await t.test(each.fault, () => runCase(vm, each));
    });
  });
}

/** Faults that leave nothing: a VM for each. */
export function endingRows(shape: Shape): void {
  for (const each of chosen(endingCases(shape), shape)) {
    test(`${shape}: ${each.fault}`, { timeout: ONE_MS }, async (t) => {
      await withFaultVm(t, { shape, name: `${shape}-end` }, (vm) => runCase(vm, each));
    });
  }
}
