import assert from 'node:assert/strict';
import { test } from 'node:test';
import { COMPACT_TARGETS } from '../../packaging/build/compact-targets.ts';
import { HELP, parseBuildOptions } from '../../packaging/build/options.ts';
import { TARGETS } from '../../packaging/build/targets.ts';

const names = (args: string[]): string[] => {
  const request = parseBuildOptions(args);
  assert.equal(request.kind, 'build');
  return request.kind === 'build'
    ? [...request.targets, ...request.compact].map((target) => target.name)
    : [];
};

test('without arguments everything is built', () => {
  assert.deepEqual(
    names([]),
    [...TARGETS, ...COMPACT_TARGETS].map((target) => target.name),
  );
});

test('--only takes the short name or the file name, once for each, several times', () => {
  assert.deepEqual(names(['--only', 'agent-x64']), ['agent-x64']);
  assert.deepEqual(names(['--only', 'cherub-linux-x64', '--only=agent-arm64', '--only=agent-arm64']), [
    'agent-arm64',
    'companion-x64',
  ]);
  assert.deepEqual(names(['--only', 'compact-arm64']), ['compact-arm64']);
});

test('an unknown target is refused with the names that exist', () => {
  const request = parseBuildOptions(['--only', 'agent-riscv']);
  assert.equal(request.kind, 'wrong');
  assert.match(
    request.kind === 'wrong' ? request.message : '',
    /agent-riscv.*agent-x64, agent-arm64, companion-x64, compact-x64, compact-arm64, packages/,
  );
});

test('an unknown option is refused', () => {
  assert.equal(parseBuildOptions(['--fast']).kind, 'wrong');
  assert.equal(parseBuildOptions(['agent-x64']).kind, 'wrong');
});

test('the help names every target', () => {
  assert.equal(parseBuildOptions(['--help']).kind, 'help');
  for (const { name, output } of [...TARGETS, ...COMPACT_TARGETS])
    assert.ok(HELP.includes(name) && HELP.includes(output));
});
