import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import type { HostEvent } from '#protocol/link/host-session.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import {
  AGENT_START_MS,
  type AgentBuild,
  agentLog,
  LINK_PORT,
  makeAgentDisks,
  startAgent,
  stopAgent,
  testBothBuilds,
  withAgentGuest,
} from '#test/support/agent-guest.ts';
import { LinkHost } from '#test/support/link-host.ts';
import type { Disk } from './guest/description.ts';
import type { Guest } from './guest/guest.ts';

const MIB = 1024 * 1024;
/** What a host may reasonably wait; a slow machine under emulation included. */
const PING_MS = 10_000;
const CONFIG = `app: web
heartbeat: { periodSeconds: 10, console: /dev/ttyS0 }
snapshot: { periodSeconds: 2 }
recorder: { disk: none }
`;

let folder = '';
let agentDisks: Record<AgentBuild, Disk>;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cherub-agent-link-'));
  agentDisks = await makeAgentDisks(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

const isHello = (event: HostEvent): event is Extract<HostEvent, { kind: 'hello' }> => event.kind === 'hello';
const isSnapshot = (event: HostEvent): event is Extract<HostEvent, { kind: 'push' }> =>
  event.kind === 'push' && event.record.body === 'snapshot';

/** A fixed stream of bytes that look like anything. */
function noise(bytes: number): Uint8Array {
  const out = new Uint8Array(bytes);
  let state = 12_345;
  for (let i = 0; i < bytes; i += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    out[i] = state >>> 24;
  }
  return out;
}

async function expectPing(host: LinkHost): Promise<number> {
  const payload = new TextEncoder().encode(`ping ${Math.random()}`);
  const { answer, roundTripUs } = await host.ask({ ping: { payload } }, PING_MS);
  assert.equal(answer.code, cherub.Code.CODE_OK);
  assert.deepEqual(answer.pong?.payload, payload);
  return roundTripUs;
}

async function expectEveryRequest(host: LinkHost): Promise<void> {
  const hello = await host.ask({ hello: {} }, PING_MS);
  assert.equal(hello.answer.hello?.app, 'web');
  const snapshot = await host.ask({ snapshot: { fresh: true } }, PING_MS);
  assert.ok((snapshot.answer.snapshot?.memory?.totalBytes ?? 0) > 0);
  const counters = await host.ask({ counters: {} }, PING_MS);
  assert.ok((counters.answer.counters?.requests ?? 0) >= 2);
  const inventory = await host.ask({ inventory: {} }, PING_MS);
  assert.ok([cherub.Code.CODE_OK, cherub.Code.CODE_UNAVAILABLE].includes(inventory.answer.code));
}

/** Clock ticks (1/100 s) that a process has used itself, without its children. */
async function cpuTicks(guest: Guest, pid: number): Promise<number> {
  const stat = await guest.console.runOk(`cat /proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(11, 13).reduce((sum, ticks) => sum + Number(ticks), 0);
}

testBothBuilds(
  'the link heals by itself from everything that a host can do to it',
  { timeout: 600_000 },
  async (t, build) => {
    await withAgentGuest(
      t,
      { agentDisk: agentDisks[build], config: CONFIG, description: { name: 'heals' } },
      async (guest) => {
        const path = guest.portPath(LINK_PORT);
        const host = new LinkHost();
        let agentPid = 0;

        await t.test('a host that connects before the agent is greeted and served', async () => {
          await host.connect(path);
          agentPid = await startAgent(guest);
          await host.waitFor(isHello, AGENT_START_MS);
          await expectPing(host);
          await host.waitFor(isSnapshot, 10_000);
          await expectEveryRequest(host);
        });

        await t.test('round trips are quick', async () => {
          const trips: number[] = [];
          for (let i = 0; i < 50; i += 1) trips.push(await expectPing(host));
          trips.sort((a, b) => a - b);
          t.diagnostic(`link round trip: p50 ${trips[25]} µs, p98 ${trips[49]} µs`);
        });

        await t.test('a host that leaves in the middle of a frame and comes back is served', async () => {
          for (const part of [0.5, 0.9, 0.1]) {
            const frame = host.frame({ ping: { payload: new Uint8Array(500).fill(7) } }, PING_MS);
            await host.write(frame.subarray(0, Math.floor(frame.length * part)));
            await host.leave();
            await host.connect(path);
            await expectPing(host);
          }
        });

        await t.test('1 MiB of noise does not keep the next ping from its answer', async () => {
          for (const bytes of [noise(MIB), new Uint8Array(MIB), new Uint8Array(MIB).fill(255)]) {
            await host.write(bytes);
            await expectPing(host);
          }
        });

        await t.test('a host that asks without reading is only its own problem', async () => {
          const deaf = new LinkHost();
          await host.leave();
          await deaf.connect(path);
          for (let i = 0; i < 60; i += 1)
            await deaf.write(deaf.frame({ snapshot: { fresh: false } }, PING_MS));
          await deaf.leave();
          await host.connect(path);
          await expectPing(host);
        });

        await t.test('after a restart of the agent the same connection goes on', async () => {
          await stopAgent(guest, agentPid);
          host.events.length = 0;
          await startAgent(guest);
          await host.waitFor(isHello, AGENT_START_MS);
          assert.ok(host.events.some(({ kind }) => kind === 'restart'));
          await expectPing(host);
        });

        await t.test('after a killed agent the same connection goes on', async () => {
          host.events.length = 0;
          await guest.console.runOk('kill -KILL $(pidof cherub-agent); sleep 0.2');
          await startAgent(guest);
          await host.waitFor(isHello, AGENT_START_MS);
          await expectPing(host);
        });

        await t.test('after a reboot of the guest the same connection goes on', async () => {
          host.events.length = 0;
          const from = guest.console.mark();
          await guest.reset();
          await guest.console.waitFor(/./, { from, deadlineMs: 60_000 });
          await guest.console.waitForShell({ deadlineMs: 120_000 });
          await startAgent(guest);
          await host.waitFor(isHello, AGENT_START_MS);
          assert.ok(host.events.some(({ kind }) => kind === 'reboot'));
          await expectPing(host);
        });
        await host.leave();
      },
    );
  },
);

testBothBuilds(
  'without a host the agent burns no CPU, and a host that comes late is served',
  {
    timeout: 300_000,
  },
  async (t, build) => {
    const config = `heartbeat: { periodSeconds: 3600, console: none, logger: none }
snapshot: { periodSeconds: 3600 }
recorder: { disk: none }
`;
    const files = [{ path: '/etc/no-link.yaml', content: `${config}link: { port: none }\n` }];
    await withAgentGuest(
      t,
      { agentDisk: agentDisks[build], config, description: { name: 'idle', files } },
      async (guest) => {
        const pid = await startAgent(guest);
        const startOther =
          'setsid /opt/cherub-agent run --config /etc/no-link.yaml >/dev/null 2>&1 & echo $!';
        const other = Number((await guest.console.runOk(startOther)).trim());
        await guest.console.runOk('sleep 30', { deadlineMs: 90_000 });
        const before = { link: await cpuTicks(guest, pid), none: await cpuTicks(guest, other) };
        await guest.console.runOk('sleep 20', { deadlineMs: 90_000 });
        const link = (await cpuTicks(guest, pid)) - before.link;
        const none = (await cpuTicks(guest, other)) - before.none;
        t.diagnostic(
          `CPU in 20 s: ${link} ticks with the port and no host, ${none} with the link switched off`,
        );
        // A loop on a port without a host would take 2,000. Two looks a second may be seen, nothing more.
        assert.ok(link <= none + 20, `${link} ticks with the port and no host, ${none} without the link`);
        const host = new LinkHost();
        await host.connect(guest.portPath(LINK_PORT));
        await host.waitFor(isHello, AGENT_START_MS);
        await expectPing(host);
        await host.leave();
      },
    );
  },
);

testBothBuilds(
  'requests that the config does not allow are denied, the others are answered',
  {
    timeout: 300_000,
  },
  async (t, build) => {
    const config = `${CONFIG}allow: [ping]\n`;
    await withAgentGuest(
      t,
      { agentDisk: agentDisks[build], config, description: { name: 'denied' } },
      async (guest) => {
        const host = new LinkHost();
        await host.connect(guest.portPath(LINK_PORT));
        await startAgent(guest);
        const { hello } = await host.waitFor(isHello, AGENT_START_MS);
        assert.deepEqual(hello.requests, ['ping']);
        await expectPing(host);
        const { answer } = await host.ask({ snapshot: {} }, PING_MS);
        assert.equal(answer.code, cherub.Code.CODE_DENIED);
        await host.leave();
      },
    );
  },
);

testBothBuilds(
  'a missing port is told once with what to do, and one that is plugged in later is used',
  {
    timeout: 300_000,
  },
  async (t, build) => {
    const description = {
      name: 'hot-plug',
      ports: [],
      qemuArguments: ['-device', 'virtio-serial-pci,id=late'],
    };
    await withAgentGuest(t, { agentDisk: agentDisks[build], config: CONFIG, description }, async (guest) => {
      await startAgent(guest);
      await guest.console.runOk(
        'for i in $(seq 100); do grep -q "no virtio-serial port" /tmp/agent.log && exit 0; sleep 0.2; done; exit 1',
        { deadlineMs: 60_000 },
      );
      const path = join(guest.directory, 'late.sock');
      await guest.qmp.execute('chardev-add', {
        id: 'late-port',
        backend: {
          type: 'socket',
          data: { addr: { type: 'unix', data: { path } }, server: true, wait: false },
        },
      });
      await guest.qmp.execute('device_add', {
        driver: 'virtserialport',
        bus: 'late.0',
        chardev: 'late-port',
        name: LINK_PORT,
        id: 'late-device',
      });
      const host = new LinkHost();
      await host.connect(path);
      await host.waitFor(isHello, 90_000);
      await expectPing(host);
      const log = await agentLog(guest);
      assert.equal(log.match(/there is no virtio-serial port/g)?.length, 1, log);
      await guest.qmp.execute('device_del', { id: 'late-device' });
      await guest.console.runOk(
        'for i in $(seq 100); do grep -q "is of no more use" /tmp/agent.log && exit 0; sleep 0.2; done; exit 1',
        { deadlineMs: 60_000 },
      );
      await host.leave();
    });
  },
);
