import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type FaultVm, withFaultVm } from '../fault-vm.ts';
import type { Shape } from '../shape.ts';

/** `scripts/test --only soak` says an hour. */
const MINUTES = Number(process.env['CHERUB_SOAK_MINUTES'] ?? '3');
const MINUTE_MS = 60_000;
const SETTLE_MS = 120_000;
const LIMIT_MS = MINUTES * MINUTE_MS + 10 * MINUTE_MS;

interface Trouble {
  readonly name: string;
  readonly make: (vm: FaultVm) => Promise<void>;
}

/** What a healthy guest goes through; each lasts less than a minute. */
const TROUBLES: readonly Trouble[] = [
  { name: 'clock one hour ahead', make: (vm) => vm.type('date -s @$(($(date +%s) + 3600))') },
  {
    name: 'paused for half a minute',
    make: async (vm) => {
      await vm.guest.qmp.execute('stop');
      await sleep(30_000);
      await vm.guest.qmp.execute('cont');
    },
  },
  {
    name: 'load on both CPUs',
    make: (vm) =>
      vm.type(
        'for i in 1 2 3; do timeout 40 sha256sum /dev/zero & done; timeout 40 dd if=/dev/urandom of=/dev/null',
      ),
  },
  { name: 'clock one hour back', make: (vm) => vm.type('date -s @$(($(date +%s) - 3600))') },
  {
    name: 'memory taken and given back',
    make: (vm) => vm.type('dd if=/dev/zero of=/run/big bs=1M count=150; sleep 20; rm /run/big'),
  },
  {
    name: 'a console that talks much',
    make: (vm) => vm.type('for i in $(seq 2000); do echo "the quick brown fox $i" > /dev/console; done'),
  },
];

for (const shape of ['own', 'eve'] as const) {
  test(`${shape}: nothing is called dead in ${MINUTES} minutes of load, pauses and clock steps`, {
    timeout: LIMIT_MS,
  }, async (t) => {
    await withFaultVm(t, { shape, name: `${shape}-soak` }, async (vm) => {
      const count = await soak(vm, shape);
      t.diagnostic(
        `${shape}: ${count} troubles in ${MINUTES} minutes, ${vm.verdicts().length} verdicts told`,
      );
    });
  });
}

async function soak(vm: FaultVm, shape: Shape): Promise<number> {
  const startMs = performance.now();
  let count = 0;
  while (performance.now() - startMs < MINUTES * MINUTE_MS) {
    const trouble = TROUBLES[count % TROUBLES.length];
    assert.ok(trouble);
    const beginMs = performance.now();
    await trouble.make(vm);
    await sleep(Math.max(0, MINUTE_MS - (performance.now() - beginMs)));
    count += 1;
    const dead = vm.verdicts().find(({ state }) => state === 'dead');
    if (dead)
      assert.fail(
        `${shape}: dead ${dead.rung} at or before ${trouble.name}: ${dead.reason}\n${await vm.story()}`,
      );
  }
  await vm.untilState('healthy', { fromMs: 0, deadlineMs: SETTLE_MS });
  return count;
}
