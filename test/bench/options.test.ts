import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Group } from '../../bench/groups/group.ts';
import { benchHelp, parseBenchOptions } from '../../bench/options.ts';

const group = (name: string): Group => ({
  name,
  title: `measures ${name}`,
  needs: { binaries: [], images: [] },
  measure: () => Promise.resolve([]),
});
const KNOWN = [group('agent'), group('companion')];

const chosen = (args: string[]): string[] => {
  const request = parseBenchOptions(args, KNOWN);
  return request.kind === 'measure' ? request.groups.map((each) => each.name) : [request.kind];
};

test('without a group all are measured, in their order', () => {
  assert.deepEqual(chosen([]), ['agent', 'companion']);
  assert.deepEqual(chosen(['companion', 'agent']), ['agent', 'companion']);
});

test('named groups are measured, each once', () => {
  assert.deepEqual(chosen(['agent', 'agent', '--json', 'out.json']), ['agent']);
});

test('what must be built can be asked for', () => {
  assert.equal(parseBenchOptions(['--needs', 'agent', '--json', 'out.json'], KNOWN).kind, 'needs');
});

test('an unknown group is refused with the names that exist', () => {
  const request = parseBenchOptions(['agents'], KNOWN);
  assert.equal(request.kind, 'wrong');
  assert.match(request.kind === 'wrong' ? request.message : '', /agents.*agent, companion/);
  assert.equal(parseBenchOptions(['--quick'], KNOWN).kind, 'wrong');
});

test('the help names every group', () => {
  assert.match(benchHelp(KNOWN), /agent {8}measures agent\n {2}companion {4}measures companion/);
});
