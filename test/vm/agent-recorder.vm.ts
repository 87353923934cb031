import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, type TestContext, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { BLOCK_BYTES } from '#protocol/recorder/layout.ts';
import { encodeMailbox } from '#protocol/recorder/mailbox.ts';
import {
  agentLog,
  LINK_PORT,
  makeAgentDisk,
  startAgent,
  stopAgent,
  withAgentGuest,
} from '#test/support/agent-guest.ts';
import { LinkHost } from '#test/support/link-host.ts';
import { identifyImage, type RecorderContent, readRecorder } from '#test/support/read-recorder.ts';
import type { Disk } from './guest/description.ts';
import { makeBlankDisk } from './guest/disks.ts';
import type { Guest } from './guest/guest.ts';

const MIB = 1024 * 1024;
const KILLS = 6;
const FAST = (adopt: boolean): string => `app: web
heartbeat: { periodSeconds: 1, console: none, logger: none }
snapshot: { periodSeconds: 1 }
recorder: { adopt: ${adopt} }
`;

let folder = '';
let agentDisk: Disk;
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cherub-agent-recorder-'));
  agentDisk = await makeAgentDisk(folder);
});
after(() => rm(folder, { recursive: true, force: true }));

const disk = (file: string): Disk => ({ file, serial: 'recorder' });

/** Reads the image until it holds what is asked for: the agent writes while we look. */
async function until(
  file: string,
  deadlineMs: number,
  holds: (content: RecorderContent) => boolean,
): Promise<RecorderContent> {
  for (let waitedMs = 0; ; waitedMs += 200) {
    if (identifyImage(file).kind === 'recorder') {
      const content = readRecorder(file);
      if (holds(content)) return content;
    }
    if (waitedMs > deadlineMs)
      throw new Error(`the recorder did not come to hold it within ${deadlineMs} ms`);
    await delay(200);
  }
}

const countOf = ({ records }: RecorderContent, kind: cherub.Record['body']): number =>
  records.filter(({ body }) => body === kind).length;

test(`after each of ${KILLS} power cuts at random moments every record that the host has seen complete is still there`, {
  timeout: 900_000,
}, async (t) => {
  const file = join(folder, 'kills.img');
  await makeBlankDisk(file, 16 * MIB);
  let known: bigint[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const runsBefore = known.length === 0 ? 0 : countOf(readRecorder(file), 'start');
    await withAgentGuest(
      t,
      { agentDisk, config: FAST(kill === 0), disks: [disk(file)], description: { name: `kill-${kill}` } },
      async (guest) => {
        await startAgent(guest);
        await until(file, 60_000, (content) => countOf(content, 'start') > runsBefore);
        await delay(1000 + Math.random() * 4000);
        const seen = readRecorder(file);
        await guest.kill();
        const left = readRecorder(file);
        for (const sequence of [...known, ...seen.sequences]) {
          assert.ok(
            left.sequences.includes(sequence),
            `record ${sequence} was complete before the kill and is gone`,
          );
        }
        assert.ok(left.scan.torn + left.scan.incomplete <= 1, 'more than the record in flight is damaged');
        assert.equal(left.scan.invalid, 0);
        known = left.sequences;
        t.diagnostic(
          `kill ${kill}: ${left.records.length} records, ${left.scan.pending === undefined ? 'none' : 'one'} in flight`,
        );
      },
    );
  }
  assert.equal(countOf(readRecorder(file), 'start'), KILLS);
});

/** Boots a guest with this image, lets the agent look at it, and gives its log. */
async function logOfAgentWith(
  t: TestContext,
  name: string,
  file: string,
  config: string,
  expected: RegExp,
): Promise<string> {
  return withAgentGuest(
    t,
    { agentDisk, config, disks: [disk(file)], description: { name, ports: [] } },
    async (guest) => {
      const pid = await startAgent(guest);
      await guest.console.run(
        'for i in $(seq 150); do grep -q "recorder:" /tmp/agent.log && exit 0; sleep 0.2; done; exit 1',
        { deadlineMs: 60_000 },
      );
      const log = await agentLog(guest);
      await stopAgent(guest, pid);
      assert.match(log, expected);
      return log;
    },
  );
}

test('an empty disk is left as it is until the config allows its adoption', {
  timeout: 300_000,
}, async (t) => {
  const file = join(folder, 'empty.img');
  await makeBlankDisk(file, 16 * MIB);
  await logOfAgentWith(t, 'not-adopted', file, FAST(false), /empty.*recorder\.adopt: true/);
  assert.equal(identifyImage(file).kind, 'zero-head');
  await logOfAgentWith(t, 'adopted', file, FAST(true), /the disk was empty and has been adopted/);
  const { records, superblock } = readRecorder(file);
  assert.equal(superblock.app, 'web');
  assert.equal(records[0]?.body, 'start');
  assert.equal(records.at(-1)?.body, 'stop');
});

/** Disks of other people, each made by the tool that makes it, and the name by which the agent must refuse it. */
const FOREIGN: readonly { name: string; says: RegExp; make: (file: string) => void }[] = [
  {
    name: 'gpt',
    says: /GPT/,
    make: (file) => void execFileSync('sfdisk', ['-q', file], { input: 'label: gpt\n,\n' }),
  },
  {
    name: 'mbr',
    says: /MBR/,
    make: (file) => void execFileSync('sfdisk', ['-q', file], { input: 'label: dos\n,\n' }),
  },
  { name: 'ext4', says: /ext4/, make: (file) => void execFileSync('mke2fs', ['-q', '-t', 'ext4', file]) },
  { name: 'swap', says: /swap/, make: (file) => void execFileSync('mkswap', [file], { stdio: 'ignore' }) },
  {
    name: 'xfs',
    says: /XFS/,
    make: (file) => put(file, 0, Buffer.concat([Buffer.from('XFSB'), Buffer.from([0, 0, 0x10, 0])])),
  },
  { name: 'luks', says: /LUKS/, make: (file) => put(file, 0, Buffer.from('LUKS\xba\xbe\x00\x02', 'latin1')) },
  { name: 'lvm', says: /LVM/, make: (file) => put(file, 512, lvmLabel()) },
  { name: 'one byte', says: /not empty/, make: (file) => put(file, 9 * MIB, Buffer.from([1])) },
];

function put(file: string, position: number, bytes: Uint8Array): void {
  const descriptor = openSync(file, 'r+');
  writeSync(descriptor, bytes, 0, bytes.length, position);
  closeSync(descriptor);
}

/** The label that pvcreate writes into the second sector (lib/format_text/layout.h). */
function lvmLabel(): Buffer {
  const label = Buffer.alloc(512);
  label.write('LABELONE', 0, 'latin1');
  label.writeUInt32LE(1, 8);
  label.writeUInt32LE(32, 20);
  label.write('LVM2 001', 24, 'latin1');
  return label;
}

test('disks of other people are refused by name of what is on them, and not a byte of them changes', {
  timeout: 900_000,
}, async (t) => {
  const files = FOREIGN.map(({ name }) => join(folder, `foreign-${name.replace(' ', '-')}.img`));
  for (const [i, { make }] of FOREIGN.entries()) {
    const file = files[i] ?? '';
    await makeBlankDisk(file, 16 * MIB);
    make(file);
  }
  const before = files.map((file) => readFileSync(file));
  const disks = files.map((file, i): Disk => ({ file, serial: `foreign-${i}` }));
  await withAgentGuest(
    t,
    { agentDisk, config: FAST(true), disks, description: { name: 'foreign', ports: [], memoryMiB: 1024 } },
    async (guest) => {
      const devices = await devicesBySerial(guest);
      const deviceOf = (i: number): string => devices.get(`foreign-${i}`) ?? 'no such disk';
      // One agent for each disk, and one for `auto`, which takes none of them either.
      const wishes = [...FOREIGN.map((_, i) => deviceOf(i)), 'auto'];
      const starts = wishes.map(
        (wish, i) =>
          `sed 's|^recorder:.*|recorder: { adopt: true, disk: ${wish} }|' /etc/agent.yaml >/tmp/${i}.yaml; ` +
          `setsid /opt/cherub-agent run --config /tmp/${i}.yaml >/tmp/${i}.log 2>&1 &`,
      );
      for (const start of starts) await guest.console.runOk(start);
      const logged = `[ $(grep -l recorder: /tmp/*.log | wc -l) = ${wishes.length} ]`;
      await guest.console.runOk(
        `for i in $(seq 300); do ${logged} && exit 0; sleep 0.5; done; cat /tmp/*.log; exit 1`,
        { deadlineMs: 200_000 },
      );
      for (const [i, { name, says }] of FOREIGN.entries()) {
        const line = await guest.console.runOk(`grep recorder: /tmp/${i}.log`);
        assert.match(line, says, name);
        assert.ok(line.includes(deviceOf(i)), line);
      }
      assert.match(
        await guest.console.runOk(`grep recorder: /tmp/${FOREIGN.length}.log`),
        /no recorder among .*ext4/,
      );
      await guest.console.runOk('kill $(pidof cherub-agent); sleep 5', { deadlineMs: 60_000 });
    },
  );
  for (const [i, file] of files.entries())
    assert.ok(before[i]?.equals(readFileSync(file)), `${file} was changed`);
});

async function devicesBySerial(guest: Guest): Promise<Map<string, string>> {
  const text = await guest.console.runOk(
    'for s in /sys/block/*/serial; do echo "$(cat $s) /dev/$(basename $(dirname $s))"; done',
  );
  return new Map(
    text
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  );
}

test('a request in the mailbox is answered in the ring, past the page caches of both sides', {
  timeout: 300_000,
}, async (t) => {
  const file = join(folder, 'mailbox.img');
  await makeBlankDisk(file, 16 * MIB);
  await withAgentGuest(
    t,
    { agentDisk, config: FAST(true), disks: [disk(file)], description: { name: 'mailbox' } },
    async (guest) => {
      await startAgent(guest);
      const { superblock } = await until(file, 60_000, (content) => countOf(content, 'snapshot') >= 2);
      const ask = (sequence: bigint, request: cherub.Request.$Properties): void =>
        put(
          file,
          superblock.mailboxBlock * BLOCK_BYTES,
          encodeMailbox({
            diskUuid: superblock.diskUuid,
            sequence,
            request: cherub.Request.encode(request).finish(),
          }),
        );
      ask(1n, { id: 41, ping: { payload: new TextEncoder().encode('by disk') } });
      const answered = await until(file, 30_000, (content) => countOf(content, 'answer') === 1);
      const answer = answered.records.find(({ body }) => body === 'answer')?.answer;
      assert.equal(answer?.requestId, 41);
      assert.equal(new TextDecoder().decode(answer?.pong?.payload ?? undefined), 'by disk');
      ask(2n, { id: 42, counters: {} });
      const again = await until(file, 30_000, (content) => countOf(content, 'answer') === 2);
      assert.equal(
        again.records.findLast(({ body }) => body === 'answer')?.answer?.counters?.mailboxRequests,
        2,
      );
    },
  );
});

test('a recorder that is pulled out is told once, the link goes on, and the disk is used again when it is back', {
  timeout: 300_000,
}, async (t) => {
  const file = join(folder, 'pulled.img');
  await makeBlankDisk(file, 16 * MIB);
  await withAgentGuest(
    t,
    {
      agentDisk,
      config: FAST(true),
      description: { name: 'pulled', qemuArguments: ['-device', 'pcie-root-port,id=spare,chassis=9'] },
    },
    async (guest) => {
      const plug = async (): Promise<void> => {
        await guest.qmp.execute('blockdev-add', {
          'node-name': 'pulled',
          driver: 'raw',
          file: { driver: 'file', filename: file },
        });
        await guest.qmp.execute('device_add', {
          driver: 'virtio-blk-pci',
          drive: 'pulled',
          id: 'pulled-disk',
          bus: 'spare',
        });
      };
      const host = new LinkHost();
      await host.connect(guest.portPath(LINK_PORT));
      await plug();
      await startAgent(guest);
      const before = await until(file, 90_000, (content) => countOf(content, 'snapshot') >= 2);
      await guest.qmp.execute('device_del', { id: 'pulled-disk' });
      await guest.console.runOk(
        'for i in $(seq 200); do grep -q "warning: recorder" /tmp/agent.log && exit 0; sleep 0.2; done; exit 1',
        { deadlineMs: 90_000 },
      );
      const { answer } = await host.ask({ counters: {} }, 10_000);
      assert.ok((answer.counters?.recorderErrors ?? 0) >= 1);
      for (let tries = 0; ; tries += 1) {
        const removed = await guest.qmp.execute('blockdev-del', { 'node-name': 'pulled' }).then(
          () => true,
          () => false,
        );
        if (removed) break;
        assert.ok(tries < 50, 'the disk is still in use');
        await delay(200);
      }
      await plug();
      const again = await until(
        file,
        120_000,
        (content) => countOf(content, 'snapshot') >= countOf(before, 'snapshot') + 2,
      );
      assert.equal(countOf(again, 'start'), 1, 'the agent was not restarted');
      await host.leave();
    },
  );
});
