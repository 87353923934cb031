import assert from 'node:assert/strict';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { type NetworkProbe, networkOptionsShape } from '#companion/sources/network/options.ts';
import { runNetworkProbe } from '#companion/sources/network/probe.ts';
import type { ProbeResult } from '#companion/sources/network/probe-result.ts';
import { networkSignal } from '#companion/sources/network/signals.ts';
import { createNetworkSource, type NetworkObservation } from '#companion/sources/network/source.ts';

const TCP: NetworkProbe = { type: 'tcp', host: '127.0.0.1', port: 80, throughProxy: false };
const HTTP: NetworkProbe = { type: 'http', url: 'https://guest/health', insecure: false };
const ICMP: NetworkProbe = { type: 'icmp', host: 'guest' };
const SSH: NetworkProbe = {
  type: 'ssh',
  host: 'guest',
  port: 22,
  user: 'root',
  keyFile: '/k',
  command: 'true',
};

const result = (outcome: ProbeResult['outcome']): ProbeResult => ({ outcome, reason: 'why', tookMs: 1 });

test('a success proves no more than who answered, a failure no more than who was asked', () => {
  const told = [TCP, ICMP, SSH, HTTP].map((probe) =>
    (['ok', 'failed', 'unknown'] as const).map((outcome) => {
      const { id, state, rung, source } = networkSignal(probe, result(outcome), 5);
      assert.equal(source, 'network');
      return `${id} ${state} ${rung}`;
    }),
  );
  assert.deepEqual(told, [
    ['network.tcp:80 alive kernel', 'network.tcp:80 dead application', 'network.tcp:80 unknown application'],
    ['network.icmp alive kernel', 'network.icmp dead kernel', 'network.icmp unknown kernel'],
    ['network.ssh:22 alive userspace', 'network.ssh:22 dead userspace', 'network.ssh:22 unknown userspace'],
    [
      'network.https:443 alive application',
      'network.https:443 dead application',
      'network.https:443 unknown application',
    ],
  ]);
});

test('a connection through a proxy of the host proves nothing', () => {
  assert.equal(networkSignal({ ...TCP, throughProxy: true }, result('ok'), 0).state, 'unknown');
  assert.equal(networkSignal({ ...TCP, throughProxy: true }, result('failed'), 0).state, 'dead');
});

test('probes run again and again, and an old result says nothing any more', async () => {
  const server = createServer((socket) => void socket.destroy());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const probe: NetworkProbe = { ...TCP, port: (server.address() as AddressInfo).port };
  const seen: NetworkObservation[] = [];
  const stop = new AbortController();
  const nowUs = (): number => Math.round(performance.now() * 1000);
  let resolveEnough = (): void => undefined;
  const enough = new Promise<void>((resolve) => {
    resolveEnough = resolve;
  });
  const source = createNetworkSource(
    { periodMs: 10, timeoutMs: 1000, probes: [probe] },
    {
      monotonicUs: nowUs,
      random: () => 0,
      observe: (observation) => {
        seen.push(observation);
        if (seen.length === 3) resolveEnough();
      },
    },
  );
  const running = source.run(stop.signal);
  await enough;
  stop.abort();
  await running;
  server.close();
  assert.equal(source.counters()['ok'], 3);
  assert.equal(source.signals(nowUs())[0]?.state, 'alive');
  assert.equal(source.signals(nowUs() + 60_000_000)[0]?.state, 'unknown');
});

test('a file of an authority that cannot be read tells nothing of the guest', async () => {
  const probe: NetworkProbe = { ...HTTP, type: 'http', caFile: '/nonexistent' };
  assert.equal((await runNetworkProbe(probe, { deadlineMs: 1000 })).outcome, 'unknown');
});

test('the config fills in what was left out and refuses what it does not know', () => {
  const parsed = networkOptionsShape.safeParse({ probes: [{ type: 'tcp', host: 'guest', port: 80 }] });
  assert.deepEqual(parsed.data, {
    periodSeconds: 10,
    timeoutSeconds: 5,
    probes: [{ type: 'tcp', host: 'guest', port: 80, throughProxy: false }],
  });
  for (const probe of [
    { type: 'udp' },
    { type: 'tcp', host: 'guest', port: 0 },
    { type: 'http', url: 'file:///x' },
  ]) {
    assert.equal(networkOptionsShape.safeParse({ probes: [probe] }).success, false);
  }
});
