import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LadderBench, type Seen } from '#test/support/ladder-bench.ts';

/** Hosts on which Cherub stands on an unmodified EVE, and those where the VM is made for it. */
const SHAPES = { eve: ['console', 'recorder'], own: ['console', 'recorder', 'link'] } as const;
type Shape = keyof typeof SHAPES;

const PANIC_TEXT: Seen = {
  id: 'console.panic',
  source: 'console',
  rung: 'kernel',
  state: 'dead',
  reason: 'Kernel panic - not syncing: sysrq triggered crash',
};
const PANIC_EVENT: Seen = {
  ...PANIC_TEXT,
  id: 'qmp.panic',
  source: 'qmp',
  reason: 'the guest reported a panic',
};
const LOGIN_FAILS: Seen = {
  id: 'console.scenario:login',
  source: 'console',
  rung: 'userspace',
  state: 'dead',
  reason: 'no prompt within 5 s',
};
const LOGIN_WORKS: Seen = { ...LOGIN_FAILS, state: 'alive', reason: 'uptime was answered' };
const HTTP_FAILS: Seen = {
  id: 'network.scenario:http',
  source: 'network',
  rung: 'application',
  state: 'dead',
  reason: 'GET / was not answered within 5 s',
};
const HTTP_WORKS: Seen = { ...HTTP_FAILS, state: 'alive', reason: '200' };
const CHECK_FAILS: Seen = { ...HTTP_FAILS, id: 'recorder.check:http', source: 'recorder' };
const CHECK_WORKS: Seen = { ...CHECK_FAILS, state: 'alive' };
const CPUS_DEAF: Seen = {
  id: 'vcpu.kernel',
  source: 'qmp',
  rung: 'kernel',
  state: 'dead',
  reason: 'every CPU that runs is in the kernel with interrupts off',
};
const CPU1_DEAF: Seen = {
  ...CPUS_DEAF,
  id: 'vcpu.kernel:cpu1',
  part: 'cpu1',
  reason: 'CPU 1 is in the kernel',
};
const LOCKUP_TEXT: Seen = {
  ...PANIC_TEXT,
  id: 'console.soft-lockup:cpu1',
  part: 'cpu1',
  reason: 'watchdog: BUG: soft lockup - CPU#1 stuck for 26s! [spin:345]',
};
const EXITED: Seen = {
  id: 'host.process',
  source: 'host',
  rung: 'process',
  state: 'dead',
  reason: 'QEMU exited',
  proof: true,
};
const STOPPED: Seen = {
  id: 'host.process',
  source: 'host',
  rung: 'process',
  state: 'dead',
  reason: 'QEMU is stopped (state T)',
};
const QMP_MUTE: Seen = {
  id: 'qmp.answer',
  source: 'qmp',
  rung: 'process',
  state: 'dead',
  reason: 'query-status was not answered within 1 s',
};
const RESET = { kind: 'reset', source: 'qmp', isOrderly: false, reason: 'guest-reset' } as const;
const BOOT_TEXT = {
  kind: 'boot',
  source: 'console',
  isOrderly: false,
  toldByGuest: true,
  reason: 'Linux version 6.1',
} as const;

function healthy(shape: Shape): LadderBench {
  const bench = new LadderBench(SHAPES[shape]);
  bench.run(30);
  assert.equal(bench.verdict.state, 'healthy', bench.verdict.reason);
  return bench;
}

interface Fault {
  readonly name: string;
  readonly shapes?: readonly Shape[];
  readonly before?: (bench: LadderBench) => void;
  readonly inject: (bench: LadderBench, shape: Shape) => void;
  readonly verdict: string;
  readonly withinSeconds: number;
}

const FAULTS: readonly Fault[] = [
  {
    name: 'the application is stopped: its probe and the check inside fail, the agent lives',
    before: (bench) => {
      bench.sees(HTTP_WORKS);
      bench.sees(CHECK_WORKS);
    },
    inject: (bench) => {
      bench.event(HTTP_FAILS);
      bench.event(CHECK_FAILS);
    },
    verdict: 'dead: application',
    withinSeconds: 3,
  },
  {
    name: 'the agent is killed: all it sends is silent, and a login still works',
    before: (bench) => {
      bench.sees(LOGIN_WORKS);
      bench.sees(HTTP_WORKS);
    },
    inject: (bench) => bench.silence(),
    verdict: 'dead: agent',
    withinSeconds: 30,
  },
  {
    name: 'the agent is killed where nothing else is watched',
    inject: (bench) => bench.silence(),
    verdict: 'dead: agent',
    withinSeconds: 30,
  },
  {
    name: 'userspace is frozen: the login fails and the agent is silent',
    before: (bench) => bench.sees(LOGIN_WORKS),
    inject: (bench) => {
      bench.silence();
      bench.sees(LOGIN_FAILS);
    },
    verdict: 'dead: userspace',
    withinSeconds: 30,
  },
  {
    name: 'userspace is frozen where only the application is probed',
    before: (bench) => bench.sees(HTTP_WORKS),
    inject: (bench) => {
      bench.silence();
      bench.sees(HTTP_FAILS);
    },
    verdict: 'dead: userspace',
    withinSeconds: 30,
  },
  {
    name: 'the root file system hangs: login and service fail, the agent lives',
    before: (bench) => bench.sees(HTTP_WORKS),
    inject: (bench) => {
      bench.sees(HTTP_FAILS);
      bench.event(LOGIN_FAILS);
    },
    verdict: 'dead: application',
    withinSeconds: 20,
  },
  {
    name: 'a soft lockup on one CPU, seen from inside and outside, while the agent lives on the other',
    inject: (bench) => {
      bench.event(LOCKUP_TEXT);
      bench.sees(CPU1_DEAF);
    },
    verdict: 'dead: kernel',
    withinSeconds: 3,
  },
  {
    name: 'a hard lockup on all CPUs: registers from outside, and silence',
    inject: (bench) => {
      bench.silence();
      bench.sees(CPUS_DEAF);
    },
    verdict: 'dead: kernel',
    withinSeconds: 30,
  },
  {
    name: 'a panic with pvpanic is known at once',
    shapes: ['own'],
    inject: (bench) => {
      bench.silence();
      bench.event(PANIC_TEXT);
      bench.event(PANIC_EVENT);
    },
    verdict: 'dead: kernel',
    withinSeconds: 1,
  },
  {
    name: 'a panic on EVE: the text, then what is silent',
    inject: (bench) => {
      bench.event(PANIC_TEXT);
      bench.silence();
    },
    verdict: 'dead: kernel',
    withinSeconds: 30,
  },
  {
    name: 'QEMU in guest-panicked',
    inject: (bench) => {
      bench.silence();
      bench.sees({ ...CPUS_DEAF, id: 'qmp.status', proof: true, reason: 'guest-panicked' });
    },
    verdict: 'dead: kernel',
    withinSeconds: 1,
  },
  {
    name: 'QEMU in io-error, though somebody had paused the watch',
    inject: (bench) => {
      bench.pause({ kind: 'person', by: 'ada', reason: 'maintenance' });
      bench.silence();
      bench.sees({ ...CPUS_DEAF, id: 'qmp.status', rung: 'vcpu', proof: true, reason: 'io-error' });
    },
    verdict: 'dead: vcpu',
    withinSeconds: 1,
  },
  {
    name: 'QEMU is stopped by a signal: the host sees it and QMP is mute',
    inject: (bench) => {
      bench.silence();
      bench.sees(STOPPED);
      bench.sees(QMP_MUTE);
    },
    verdict: 'dead: process',
    withinSeconds: 3,
  },
  {
    name: 'QEMU is killed',
    inject: (bench) => {
      bench.silence();
      bench.sees(EXITED);
    },
    verdict: 'dead: process',
    withinSeconds: 1,
  },
  {
    name: 'the virtual CPUs stand still and nothing is heard',
    inject: (bench) => {
      bench.silence();
      bench.sees({ id: 'vcpu.progress', source: 'host', rung: 'vcpu', state: 'dead', reason: 'no CPU time' });
    },
    verdict: 'dead: vcpu',
    withinSeconds: 30,
  },
];

describe('every fault gets its rung in time', () => {
  for (const fault of FAULTS) {
    for (const shape of fault.shapes ?? (['eve', 'own'] as const)) {
      it(`${fault.name} (${shape})`, () => {
        const bench = new LadderBench(SHAPES[shape]);
        fault.before?.(bench);
        bench.run(31);
        assert.equal(bench.verdict.state, 'healthy', bench.verdict.reason);
        fault.inject(bench, shape);
        const seconds = bench.secondsUntil(fault.verdict, 60);
        assert.ok(
          seconds !== undefined && seconds <= fault.withinSeconds,
          `${seconds} s: ${bench.verdict.reason}`,
        );
        // The names of lower rungs never appear on the way, and the verdict stays.
        bench.run(60);
        assert.deepEqual(
          bench.history.filter((each) => each.startsWith('dead')),
          [fault.verdict],
        );
      });
    }
  }

  it('a hang is known within 30 s whenever in the period it comes', () => {
    for (let phase = 0; phase < 10; phase += 1) {
      const bench = healthy('eve');
      bench.run(phase);
      bench.silence();
      const seconds = bench.secondsUntil('dead: agent', 60);
      assert.ok(seconds !== undefined && seconds <= 30, `phase ${phase}: ${seconds} s`);
    }
  });
});

describe('a panic that boots again at once is told as a death that is over', () => {
  it('by the panic text and the reset that QMP tells', () => {
    const bench = healthy('own');
    bench.event(PANIC_TEXT);
    bench.silence();
    bench.run(1);
    bench.life(RESET);
    bench.run(20);
    bench.beat();
    bench.run(30);
    assert.deepEqual(bench.history, ['unknown', 'healthy', 'dead: kernel (over)', 'starting', 'healthy']);
  });

  it('on EVE, by the panic text and the boot id of the next record', () => {
    const bench = healthy('eve');
    bench.event(PANIC_TEXT);
    bench.silence();
    bench.run(4);
    bench.life(BOOT_TEXT);
    bench.run(20);
    bench.beat();
    bench.life({
      kind: 'boot',
      source: 'recorder',
      bootId: 'b2',
      isOrderly: false,
      reason: 'another boot id',
    });
    bench.run(30);
    assert.deepEqual(bench.history, ['unknown', 'healthy', 'starting', 'dead: kernel (over)', 'healthy']);
  });

  it('but a reset alone is none', () => {
    const bench = healthy('own');
    bench.silence();
    bench.life(RESET);
    bench.run(20);
    bench.beat();
    bench.run(30);
    assert.deepEqual(bench.history, ['unknown', 'healthy', 'starting', 'healthy']);
  });
});

type Harmless = (bench: LadderBench, shape: Shape) => void;

const HARMLESS: Readonly<Record<string, Harmless>> = {
  'nothing happens for an hour': (bench) => bench.run(3600),
  'the guest reboots in order': (bench) => {
    bench.pause({
      kind: 'guest-reboot',
      by: 'console',
      reason: 'reboot: Restarting system',
      toldByGuest: true,
    });
    bench.silence();
    bench.run(5);
    bench.life(BOOT_TEXT);
    bench.run(60);
    bench.beat();
    bench.life({
      kind: 'boot',
      source: 'recorder',
      bootId: 'b2',
      isOrderly: false,
      reason: 'another boot id',
    });
    bench.run(120);
  },
  'the guest takes its time to go down': (bench) => {
    bench.pause({
      kind: 'guest-reboot',
      by: 'console',
      reason: 'Reached target Shutdown',
      toldByGuest: true,
    });
    bench.silence();
    bench.run(100);
    bench.life(BOOT_TEXT);
    bench.run(60);
    bench.beat();
    bench.run(60);
  },
  'the guest shuts down and its QEMU ends': (bench) => {
    bench.pause({ kind: 'guest-shutdown', by: 'console', reason: 'reboot: Power down', toldByGuest: true });
    bench.silence();
    bench.run(2);
    bench.sees(EXITED);
    bench.run(7200);
  },
  'the guest shuts down and QEMU stays (no-shutdown)': (bench) => {
    bench.silence();
    bench.pause({ kind: 'guest-shutdown', by: 'qmp', reason: 'the guest shut down' });
    bench.run(7200);
  },
  'the VM is paused for ten minutes': (bench) => {
    bench.freeze();
    bench.pause({ kind: 'paused', by: 'qmp', reason: 'the VM is paused' });
    bench.sees({ id: 'vcpu.progress', source: 'host', rung: 'vcpu', state: 'dead', reason: 'no CPU time' });
    bench.sees(LOGIN_FAILS);
    bench.sees(HTTP_FAILS);
    bench.run(600);
    bench.thaw();
    bench.resume('paused');
    bench.forgets('vcpu.progress');
    bench.sees(LOGIN_WORKS);
    bench.sees(HTTP_WORKS);
    bench.run(120);
  },
  'after a pause the watchdogs of the guest bark': (bench) => {
    bench.freeze();
    bench.pause({ kind: 'paused', by: 'qmp', reason: 'the VM is paused' });
    bench.run(60);
    bench.thaw();
    bench.resume('paused');
    bench.event(LOCKUP_TEXT);
    bench.sees(CPU1_DEAF);
    bench.run(10);
    bench.forgets(CPU1_DEAF.id);
    bench.run(60);
  },
  'the VM migrates to a file and comes back in another QEMU': (bench) => {
    bench.freeze();
    bench.pause({ kind: 'migration', by: 'qmp', reason: 'the VM was migrated away' });
    bench.run(5);
    bench.resume('migration');
    bench.sees(EXITED);
    bench.run(60);
    bench.sees({ ...EXITED, state: 'alive', reason: 'QEMU sleeps' });
    bench.thaw();
    bench.run(60);
  },
  'a snapshot is restored': (bench) => {
    bench.freeze();
    bench.pause({ kind: 'saving', by: 'qmp', reason: 'the VM is being restored' });
    bench.run(20);
    bench.resume('saving');
    bench.thaw();
    bench.run(60);
  },
  'nobody reads the console': (bench) => {
    bench.silence('console');
    bench.run(600);
  },
  'the recorder disk is pulled out': (bench) => {
    bench.missing('recorder');
    bench.run(600);
  },
  'the recorder writes no more': (bench) => {
    bench.silence('recorder');
    bench.run(600);
  },
  'the host sleeps for an hour': (bench) => {
    bench.jump({ wallMs: 3_600_000 });
    bench.run(60);
  },
  'Cherub is stopped for an hour and reads late': (bench) => {
    bench.jump({ monotonicMs: 3_600_000, wallMs: 3_600_000 });
    bench.run(60);
  },
  'the clock of the host is set by an hour, forth and back': (bench) => {
    bench.jump({ wallMs: 3_600_000 });
    bench.run(60);
    bench.jump({ wallMs: -3_600_000 });
    bench.run(60);
  },
  'a forged panic text': (bench) => {
    bench.event(PANIC_TEXT);
    bench.run(60);
  },
  'a panic text forged while the recorder is gone': (bench) => {
    bench.silence('recorder');
    bench.run(60);
    bench.event(PANIC_TEXT);
    bench.run(60);
  },
  'one probe fails': (bench) => {
    bench.event(HTTP_FAILS);
    bench.run(600);
  },
  'QMP is held by somebody else': (bench) => {
    bench.sees(QMP_MUTE);
    bench.run(60);
  },
  'a person works on the VM': (bench) => {
    bench.pause({ kind: 'person', by: 'ada', reason: 'maintenance', untilMs: bench.nowMs + 3_600_000 });
    bench.silence();
    bench.sees(HTTP_FAILS);
    bench.run(1800);
    bench.beat();
    bench.sees(HTTP_WORKS);
    bench.resume('person');
    bench.run(60);
  },
};

describe('nothing harmless is ever called dead', () => {
  for (const [name, script] of Object.entries(HARMLESS)) {
    for (const shape of ['eve', 'own'] as const) {
      it(`${name} (${shape})`, () => {
        const bench = healthy(shape);
        script(bench, shape);
        assert.deepEqual(
          bench.history.filter((each) => each.startsWith('dead')),
          [],
        );
      });
    }
  }
});
