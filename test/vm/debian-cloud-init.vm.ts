import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { parseLabel } from '#protocol/label/parse-label.ts';
import { makeBlankDisk, makeExt4Disk } from '#test/vm/guest/disks.ts';
import type { Guest } from '#test/vm/guest/guest.ts';
import { withGuest } from '#test/vm/guest/with-guest.ts';

const root = join(import.meta.dirname, '../..');
const recipe = (name: string): string => readFileSync(join(root, 'cloud-init', name), 'utf8');

const BOOT_MS = 300_000;
/** The schedule promises a label every 10 s; a loaded TCG guest may be slow to print it. */
const LABEL_MS = 60_000;

let folder = '';
/** A copy: a build that runs meanwhile must not change it. */
let binary = '';
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cherub-recipes-'));
  binary = join(folder, 'cherub-agent');
  await copyFile(join(root, 'dist/cherub-agent-linux-x64'), binary);
});
after(() => rm(folder, { recursive: true, force: true }));

/** The sequence number of the next label on the console, which came by `logger`. */
async function nextLabel(guest: Guest): Promise<number> {
  const from = guest.console.mark();
  const [line] = await guest.console.waitFor(/cherub\/1 app=web .* ck=[0-9a-f]{8}/, {
    from,
    deadlineMs: LABEL_MS,
  });
  const parsed = parseLabel(line);
  assert.equal(parsed.kind, 'label', line);
  assert.equal(parsed.kind === 'label' ? parsed.label.via : '', 'logger', line);
  return parsed.kind === 'label' ? parsed.label.sequence : Number.NaN;
}

/** Sees one label on the console, and then the same label in the guest's own log. */
async function expectLabelEverywhere(guest: Guest, readLog: string): Promise<void> {
  const sequence = await nextLabel(guest);
  const seen = `for i in $(seq 40); do ${readLog} | grep -F ' seq=${sequence} ' && exit 0; sleep 0.5; done; exit 1`;
  const { exitCode, output } = await guest.console.run(seen, { deadlineMs: 90_000 });
  assert.equal(exitCode, 0, `label ${sequence} was on the console and is not in the log: ${output}`);
}

async function expectInstalled(guest: Guest): Promise<void> {
  await guest.console.waitForShell({ deadlineMs: BOOT_MS });
  await guest.console.run('cloud-init status --wait', { deadlineMs: BOOT_MS });
  const status = await guest.console.run(
    'cat /var/log/cloud-init-output.log; systemctl is-active cherub-agent',
  );
  assert.equal(status.exitCode, 0, status.output);
  await guest.console.runOk('cloud-init schema --system', { deadlineMs: 120_000 });
  await nextLabel(guest);
}

test('cloud-init installs the agent from a disk, and its labels reach console and log in every syslog', {
  timeout: 1_200_000,
}, async (t) => {
  const tools = join(folder, 'cherub-bin.img');
  const recorder = join(folder, 'recorder.img');
  await makeExt4Disk(tools, {
    label: 'cherub-bin',
    files: [{ path: '/cherub-agent', from: binary, mode: 0o755 }],
  });
  await makeBlankDisk(recorder, 16 * 1024 * 1024);
  const description = {
    name: 'disk-recipe',
    root: { kind: 'debian' },
    seed: { userData: recipe('binary-from-disk.yaml').replaceAll('@APP@', 'web') },
    disks: [
      { file: tools, serial: 'cherub-bin', access: 'read-only' },
      { file: recorder, serial: 'recorder' },
    ],
    ports: [{ name: 'org.cherub.agent.0' }],
  } as const;
  await withGuest(t, description, async (guest) => {
    const run = (command: string): Promise<string> => guest.console.runOk(command, { deadlineMs: 120_000 });
    await expectInstalled(guest);

    await t.test('with journald and rsyslog', async () => {
      await run('systemctl is-active rsyslog');
      await expectLabelEverywhere(guest, 'journalctl -t cherub -o cat');
      await expectLabelEverywhere(guest, 'cat /var/log/syslog');
    });

    await t.test('with journald only', async () => {
      await run('systemctl stop syslog.socket rsyslog.service');
      await expectLabelEverywhere(guest, 'journalctl -t cherub -o cat');
    });

    await t.test('with / mounted read-only', async () => {
      // A journal on a read-only disk takes nothing from anybody, so this one is kept in memory.
      await run('mkdir -p /run/systemd/journald.conf.d');
      await run("printf '[Journal]\\nStorage=volatile\\n' >/run/systemd/journald.conf.d/volatile.conf");
      await run('systemctl restart systemd-journald');
      await run('sync; echo u >/proc/sysrq-trigger; sleep 2');
      await run('! touch /root/written');
      await expectLabelEverywhere(guest, 'journalctl -t cherub -o cat');
      await run('mount -o remount,rw /');
    });

    await t.test('with / full', async () => {
      await run(
        'dd if=/dev/zero of=/fill bs=1M 2>/dev/null; dd if=/dev/zero of=/fill2 bs=4k 2>/dev/null; sync',
      );
      await run('! (echo more than an inode holds by itself: $(seq 2000) >/root/written) 2>/dev/null');
      await expectLabelEverywhere(guest, 'journalctl -t cherub -o cat');
      await run('rm -f /fill /fill2');
    });

    await t.test('with busybox syslogd', async () => {
      await run(
        'systemctl stop systemd-journald-dev-log.socket systemd-journald.socket systemd-journald-audit.socket systemd-journald.service',
      );
      await run('rm -f /dev/log; busybox syslogd -O /run/busybox-syslog');
      await expectLabelEverywhere(guest, 'cat /run/busybox-syslog');
      await run('pkill -x busybox; rm -f /dev/log; ln -s /run/systemd/journal/dev-log /dev/log');
      await run(
        'systemctl start systemd-journald.socket systemd-journald-dev-log.socket systemd-journald.service',
      );
    });

    await t.test(
      'a reload takes a new configuration, and keeps the old one if the new one is bad',
      async () => {
        const pid = await run('systemctl show --value -p MainPID cherub-agent');
        await run("sed -i 's/^app: web$/app: shop/' /etc/cherub/agent.yaml && systemctl reload cherub-agent");
        const from = guest.console.mark();
        await guest.console.waitFor(/cherub\/1 app=shop /, { from, deadlineMs: LABEL_MS });
        await run("sed -i 's/^app: shop$/app: [/' /etc/cherub/agent.yaml && systemctl reload cherub-agent");
        const later = guest.console.mark();
        await guest.console.waitFor(/cherub\/1 app=shop /, { from: later, deadlineMs: LABEL_MS });
        await run("sed -i 's/^app: .*$/app: web/' /etc/cherub/agent.yaml && systemctl reload cherub-agent");
        await nextLabel(guest);
        assert.equal(await run('systemctl show --value -p MainPID cherub-agent'), pid);
      },
    );

    await t.test('an agent that stands still is restarted by the watchdog', async () => {
      // Sooner than the three minutes of the unit, which are for guests in trouble.
      await run('mkdir -p /run/systemd/system/cherub-agent.service.d');
      await run(
        "printf '[Service]\\nWatchdogSec=20\\n' >/run/systemd/system/cherub-agent.service.d/watchdog.conf",
      );
      await run('systemctl daemon-reload; systemctl restart cherub-agent');
      const pid = await run('systemctl show --value -p MainPID cherub-agent');
      await run(`kill -STOP ${pid}`);
      const from = guest.console.mark();
      await guest.console.waitFor(/cherub\/1 app=web .* seq=1 /, { from, deadlineMs: 180_000 });
      assert.notEqual(await run('systemctl show --value -p MainPID cherub-agent'), pid);
      assert.match(await run('systemctl show --value -p NRestarts cherub-agent'), /^[1-9]/);
    });

    await t.test('a killed agent comes back by itself', async () => {
      await run('systemctl kill -s KILL cherub-agent');
      await nextLabel(guest);
    });
  });
});

test('cloud-init installs the agent over HTTP, and only the one that its checksum names', {
  timeout: 900_000,
}, async (t) => {
  const server = createServer((request, response) => {
    if (request.url !== '/cherub-agent') {
      response.writeHead(404).end();
      return;
    }
    createReadStream(binary).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    const sha256 = createHash('sha256').update(readFileSync(binary)).digest('hex');
    const userData = recipe('binary-from-http.yaml')
      .replaceAll('@APP@', 'web')
      .replaceAll('@URL@', `http://10.0.2.2:${port}/cherub-agent`)
      .replaceAll('@SHA256@', sha256);
    const description = {
      name: 'http-recipe',
      root: { kind: 'debian' },
      seed: { userData },
      network: { kind: 'user', restrict: false },
    } as const;
    await withGuest(t, description, async (guest) => {
      await expectInstalled(guest);

      await t.test('a binary with another checksum is refused, and the installed one stays', async () => {
        const before = await guest.console.runOk('sha256sum /usr/local/bin/cherub-agent');
        await guest.console.runOk(
          `sed -i "s/^sha256=.*/sha256='${'0'.repeat(64)}'/" /usr/local/sbin/cherub-install`,
        );
        const from = guest.console.mark();
        const again = await guest.console.run('/usr/local/sbin/cherub-install', { deadlineMs: 180_000 });
        assert.equal(again.exitCode, 1, again.output);
        await guest.console.waitFor(/cherub-install: what http.* gave is not the agent/, {
          from,
          deadlineMs: 30_000,
        });
        assert.equal(await guest.console.runOk('sha256sum /usr/local/bin/cherub-agent'), before);
        await guest.console.runOk(
          'systemctl is-active cherub-agent && test ! -e /usr/local/bin/.cherub-agent.new',
        );
      });
    });
  } finally {
    server.close();
    server.closeAllConnections();
  }
});
