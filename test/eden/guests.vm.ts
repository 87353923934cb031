import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { parseLabel } from '#protocol/label/parse-label.ts';
import { LINK_PORT, makeAgentDisk, startAgent, withAgentGuest } from '#test/support/agent-guest.ts';
import { APP_ID } from '#test/support/companion-bench.ts';
import { eventually } from '#test/support/eventually.ts';
import { type CherubProcess, startCherub } from '#test/support/run-cherub.ts';
import type { Disk } from '#test/vm/guest/description.ts';
import type { Guest } from '#test/vm/guest/guest.ts';
import { withGuest } from '#test/vm/guest/with-guest.ts';
import { type PodLog, podLogs } from './pod-logs.ts';
import { type Adam, startAdam } from './start-adam.ts';

const BOOT_MS = 300_000;
const SEEN_MS = 120_000;
const AGENT_CONFIG = `app: web
heartbeat: { periodSeconds: 2, console: /dev/ttyS0 }
snapshot: { periodSeconds: 5 }
`;

let folder = '';
let agentDisk: Disk;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cherub-eden-'));
  agentDisk = await makeAgentDisk(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

/** `cherub serve` for a guest, with the sinks given, until the end of the test. */
async function serve(
  t: TestContext,
  guest: Guest,
  adam: Adam,
  o: { readonly sinks: readonly string[]; readonly sources: readonly string[] },
): Promise<CherubProcess> {
  const home = await mkdtemp(join(folder, 'serve-'));
  const config = join(home, 'cherub.yaml');
  const sink = (options: string): string =>
    `  - { type: eve-api, url: '${adam.url}', ca: ${adam.ca}, certificate: ${adam.certificate}, key: ${adam.key}, ${options} }\n`;
  await writeFile(
    config,
    `state: state
vms:
  - name: web
    app: ${APP_ID}
    console: { socket: ${guest.consolePath} }
${o.sources.map((source) => `    ${source}\n`).join('')}sinks:
${o.sinks.map(sink).join('')}`,
  );
  const serving = startCherub(['serve', '--config', config]);
  t.after(async () => {
    serving.child.kill('SIGKILL');
    await serving.ended;
  });
  await eventually('cherub serve is ready', () => serving.err.includes('ready: ') || undefined, SEEN_MS);
  return serving;
}

/** Asks the real eden until what it prints is enough. */
async function printed(
  what: string,
  adam: Adam,
  isEnough: (logs: readonly PodLog[]) => boolean,
): Promise<PodLog[]> {
  let last: PodLog[] = [];
  const look = async (): Promise<PodLog[] | undefined> => {
    last = await podLogs(adam, 'web');
    return isEnough(last) ? last : undefined;
  };
  return eventually(`eden pod logs prints ${what}`, look, SEEN_MS).catch((error: unknown) => {
    const tail = last.slice(-30).map(({ content }) => content ?? '');
    throw new Error(`${String(error)}\n${tail.join('\n')}`);
  });
}

const isPanic = ({ content }: PodLog): boolean => content?.includes('Kernel panic') ?? false;
const isDeath = ({ tags }: PodLog): boolean =>
  tags?.['cherub.kind'] === 'verdict' && tags['cherub.state'] === 'dead';
const isLabel = ({ content }: PodLog): boolean => parseLabel(content ?? '').kind === 'label';

/** What a person's program reads of a verdict. */
function expectVerdict(log: PodLog | undefined): void {
  assert.equal(log?.tags?.['cherub.rung'], 'kernel');
  const { verdict, votes } = JSON.parse(log?.content ?? '') as {
    verdict: string;
    votes: { source: string }[];
  };
  assert.equal(verdict, 'dead');
  assert.ok(new Set(votes.map(({ source }) => source)).size >= 2, 'two witnesses at least');
}

test('a guest with the agent: eden prints its labels, its panic and the verdict, posted by version 1 and by version 2', {
  timeout: 600_000,
}, async (t) => {
  const adam = await startAdam(t, { id: APP_ID, displayName: 'web' });
  await withAgentGuest(t, { agentDisk, config: AGENT_CONFIG }, async (guest) => {
    await serve(t, guest, adam, {
      sinks: ['apiVersion: 1', `apiVersion: 2, device: ${adam.device}, route: newlogs`],
      sources: [`link: { socket: ${guest.portPath(LINK_PORT)}, pingSeconds: 2 }`],
    });
    await startAgent(guest);
    await printed('six labels', adam, (logs) => logs.filter(isLabel).length >= 6);
    await guest.console.send('echo c > /proc/sysrq-trigger\n');
    const logs = await printed('the panic twice', adam, (all) => all.filter(isPanic).length >= 2);
    const all = await printed('the verdict', adam, (seen) => seen.some(isDeath));
    expectVerdict(all.find(isDeath));
    const ids = logs.filter(isPanic).map(({ tags }) => tags?.['cherub.id']);
    assert.equal(new Set(ids).size * 2, ids.length, 'each line came by each version once');
  });
});

/** What an image builder does without any program of ours: a line for cron, and the `logger` that every Debian has. */
const CRON_AND_LOGGER = `#cloud-config
write_files:
  - path: /etc/cron.d/heartbeat
    content: |
      * * * * * root for i in 1 2 3 4 5 6; do logger -s -t heartbeat "app web alive, up $(cut -d' ' -f1 /proc/uptime)" 2>/dev/console; sleep 10; done
`;

test('a guest with only cron and logger: eden prints its labels, and after the crash the panic and the verdict', {
  timeout: 900_000,
}, async (t) => {
  const adam = await startAdam(t, { id: APP_ID, displayName: 'web' });
  const qmp = join(folder, 'qmp.sock');
  // Without an agent nobody goes silent; the second witness of the panic is the guest kernel's own driver for this device.
  const qemuArguments = [
    '-qmp',
    `unix:${qmp},server=on,wait=off`,
    '-device',
    'pvpanic-pci',
    '-action',
    'panic=none',
  ];
  const description = {
    root: { kind: 'debian' },
    seed: { userData: CRON_AND_LOGGER },
    qemuArguments,
  } as const;
  await withGuest(t, description, async (guest) => {
    await serve(t, guest, adam, { sinks: ['apiVersion: 1'], sources: [`qmp: { socket: ${qmp} }`] });
    await guest.console.waitForShell({ deadlineMs: BOOT_MS });
    await printed('two labels of cron', adam, (logs) => {
      const labels = logs.filter(({ content }) =>
        /heartbeat(\[\d+\])?: app web alive, up \d/u.test(content ?? ''),
      );
      return labels.length >= 2;
    });
    await guest.console.send('echo c > /proc/sysrq-trigger\n');
    const logs = await printed('panic and verdict', adam, (all) => all.some(isPanic) && all.some(isDeath));
    expectVerdict(logs.find(isDeath));
  });
});
