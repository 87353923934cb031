import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ChannelView } from '#companion/channels/channel.ts';
import {
  channelSignals,
  checkSignals,
  pingSignal,
  type ScenarioResult,
  scenarioSignals,
  shutdownFact,
} from '#companion/ladder/from-observations.ts';
import type { Signal } from '#companion/ladder/signal.ts';

const NOW_MS = 1_000_000;
const LABELS: ChannelView = {
  channel: 'console',
  state: 'fresh',
  reason: 'label 3 s ago',
  ageMs: 3000,
  promisedMs: 10_000,
};

function label(
  view: Partial<ChannelView>,
  more: { silenceFromMs?: number; goodbye?: string } = {},
): Signal | undefined {
  return channelSignals([{ ...LABELS, ...view }], { nowMs: NOW_MS, silenceFromMs: 0, ...more })[0];
}

describe('a channel', () => {
  it('speaks for the agent while its sign is not overdue', () => {
    const expected = { id: 'console.label', source: 'console', rung: 'agent', state: 'alive', ageMs: 3000 };
    assert.deepEqual(label({}), { ...expected, reason: 'label 3 s ago' });
    assert.equal(label({ ageMs: 14_000 })?.state, 'alive');
    assert.equal(label({ ageMs: 14_001 })?.state, 'unknown');
  });

  it('votes dead after two promised signs and the margin, from when the first was due', () => {
    assert.equal(label({ ageMs: 24_000 })?.state, 'unknown');
    const silent = label({ ageMs: 24_001 });
    assert.deepEqual([silent?.state, silent?.ageMs, silent?.silence], ['dead', 14_001, true]);
  });

  it('goes by what the guest promised', () => {
    assert.equal(label({ ageMs: 300_000, promisedMs: 300_000 })?.state, 'alive');
  });

  it('counts its silence only from when it could be heard', () => {
    assert.equal(label({ ageMs: 3_600_000 }, { silenceFromMs: NOW_MS - 20_000 })?.state, 'unknown');
    assert.equal(label({ ageMs: 3_600_000 }, { silenceFromMs: NOW_MS - 24_001 })?.state, 'dead');
  });

  it('that is missing or never spoke tells nothing', () => {
    assert.equal(label({ state: 'missing', reason: 'no such file' })?.state, 'unknown');
    const { ageMs: _, ...never } = LABELS;
    assert.equal(channelSignals([never], { nowMs: NOW_MS, silenceFromMs: 0 })[0]?.state, 'unknown');
  });

  it('promises nothing after a goodbye', () => {
    const signal = label({ ageMs: 600_000 }, { goodbye: 'SIGTERM' });
    assert.deepEqual([signal?.state, signal?.reason], ['unknown', 'the agent stopped: SIGTERM']);
  });
});

describe('a scenario', () => {
  const http: ScenarioResult = {
    name: 'http',
    transport: 'network',
    rung: 'application',
    state: 'failed',
    ageMs: 1000,
    periodMs: 10_000,
    detail: 'refused',
  };

  it('is a vote of what it went through', () => {
    const [signal] = scenarioSignals([http]);
    assert.deepEqual(signal, {
      id: 'network.scenario:http',
      source: 'network',
      rung: 'application',
      state: 'dead',
      ageMs: 1000,
      reason: 'refused',
    });
    assert.equal(scenarioSignals([{ ...http, transport: 'disk', state: 'ok' }])[0]?.source, 'recorder');
  });

  it('whose connection was refused proves the kernel', () => {
    const [, answer] = scenarioSignals([{ ...http, reached: 'kernel' }]);
    assert.deepEqual([answer?.rung, answer?.state, answer?.source], ['kernel', 'alive', 'network']);
  });

  it('that did not run for two periods tells nothing', () => {
    const signals = scenarioSignals([{ ...http, state: 'ok', ageMs: 24_001, reached: 'kernel' }]);
    assert.deepEqual(
      signals.map(({ state }) => state),
      ['unknown'],
    );
  });

  it('cannot bring control characters or long texts with it', () => {
    const name = `\u001b[2J${'n'.repeat(1000)}`;
    const [signal] = scenarioSignals([{ ...http, name, detail: `\u202e${'d'.repeat(1000)}` }]);
    assert.match(signal?.id ?? '', /^network\.scenario:\\x1b\[2Jn{1,64}$/u);
    assert.match(signal?.reason ?? '', /^\\u\{202e\}d{1,200}$/u);
  });
});

describe('what else is known', () => {
  it('a ping speaks for the agent at once', () => {
    const failed = pingSignal({ outcome: 'failed', ageMs: 5, detail: 'no answer within 2 s' });
    assert.deepEqual(
      [failed.id, failed.source, failed.rung, failed.state],
      ['link.ping', 'link', 'agent', 'dead'],
    );
  });

  it('checks inside speak for the application, by the channel that brought them, and are bounded', () => {
    const checks = [
      { name: 'http', outcome: 1 },
      { name: 'unit', outcome: 2, message: 'failed', ageMs: 500 },
      { name: 'odd', outcome: 77 },
      {},
    ];
    const signals = checkSignals(checks as never, { channel: 'recorder', ageMs: 1000 });
    assert.deepEqual(
      signals.map(({ id, state, ageMs }) => [id, state, ageMs]),
      [
        ['recorder.check:http', 'alive', 1000],
        ['recorder.check:unit', 'dead', 1500],
        ['recorder.check:odd', 'unknown', 1000],
        ['recorder.check:', 'unknown', 1000],
      ],
    );
    const many = Array.from({ length: 1000 }, () => ({ name: 'x', outcome: 2 }));
    assert.equal(checkSignals(many, { channel: 'link', ageMs: 0 }).length, 64);
  });

  it('a shutdown that QEMU announced is a pause, unless a fault was the cause', () => {
    assert.equal(shutdownFact('guest-shutdown', 5)?.kind, 'guest-shutdown');
    assert.equal(shutdownFact('host-signal', 5)?.sinceMs, 5);
    assert.equal(shutdownFact('guest-panic', 5), undefined);
    assert.equal(shutdownFact('host-error', 5), undefined);
  });
});
