import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { makeBlankDisk, makeExt4Disk } from './guest/disks.ts';
import type { Guest } from './guest/guest.ts';
import { GuestError } from './guest/guest-error.ts';
import { withGuest } from './guest/with-guest.ts';

const SHELL = { deadlineMs: 60_000 };
const SOON = { deadlineMs: 20_000 };

/** A machine under load may take long; the limit is for what hangs. */
const LIMIT = { timeout: 240_000 };

test('an initramfs guest runs commands and gives their output and exit code', LIMIT, async (t) => {
  const files = [
    { path: '/etc/rc.test', content: 'echo "rc.test saw $(cat /srv/note)"\n' },
    { path: '/srv/note', content: 'a note' },
  ];
  await withGuest(t, { root: { kind: 'initramfs' }, files }, async ({ console, qmp }) => {
    await console.waitForShell(SHELL);
    await console.waitFor(/^rc\.test saw a note$/m, SOON);
    assert.deepEqual(await console.run('echo out; echo "ärr" >&2; exit 3'), {
      exitCode: 3,
      output: 'out\närr\n',
    });
    assert.deepEqual(await console.run('true'), { exitCode: 0, output: '' });
    assert.equal(await console.runOk('printf "no newline"'), 'no newline');
    assert.equal(await console.runOk('cd /etc; x=1; echo "$(pwd) $x"'), '/etc 1\n');
    assert.equal(await console.runOk('echo "$(pwd) $x"'), '/root \n', 'each command has its own subshell');
    await assert.rejects(console.runOk('echo why; false'), /ended with 1:\nwhy/);
    const long = `: ${'x'.repeat(5000)}; seq 1 20000 | md5sum`;
    assert.match(await console.runOk(long), /^[0-9a-f]{32} /);
    assert.match(await console.runOk('logger --help 2>&1; syslogd --help 2>&1'), /Usage: syslogd/);
    assert.deepEqual(await qmp.execute('query-status'), {
      running: true,
      singlestep: false,
      status: 'running',
    });
    await assert.rejects(
      qmp.execute('no-such-command'),
      (error: GuestError) => error.code === 'qmp' && error.message.includes('CommandNotFound'),
    );
  });
});

test('output comes whole while the kernel prints into it', LIMIT, async (t) => {
  await withGuest(t, { root: { kind: 'initramfs' } }, async ({ console }) => {
    await console.waitForShell(SHELL);
    const expected = await console.runOk('seq 1 3000', SHELL);
    await console.runOk(
      '(for i in $(seq 1 400); do echo "noise $i in the middle" >/dev/kmsg; sleep 0.02; done) &',
    );
    await console.waitFor(/noise 1 in the middle/, SOON);
    assert.equal(await console.runOk('seq 1 3000', { deadlineMs: 120_000 }), expected);
    assert.equal(expected.split('\n').length, 3001);
  });
});

test('a command that does not end is interrupted, and the shell goes on', LIMIT, async (t) => {
  await withGuest(t, { root: { kind: 'initramfs' } }, async ({ console }) => {
    await console.waitForShell(SHELL);
    await assert.rejects(
      console.run('echo waiting; sleep 1000', { deadlineMs: 3000 }),
      (error: GuestError) => error.code === 'deadline' && error.message.includes('the console'),
    );
    assert.equal(await console.runOk('echo back'), 'back\n');
  });
});

test('the shell is found again after a reset, and after the shell was ended', LIMIT, async (t) => {
  await withGuest(t, { root: { kind: 'initramfs' } }, async (guest) => {
    await guest.console.waitForShell(SHELL);
    await guest.console.send('exit\n');
    assert.equal(await guest.console.runOk('echo again', SHELL), 'again\n');
    const before = (await guest.console.runOk('cat /proc/sys/kernel/random/boot_id')).trim();
    await guest.reset();
    await guest.qmp.waitForEvent('RESET', SOON);
    const after = (await guest.console.runOk('cat /proc/sys/kernel/random/boot_id', SHELL)).trim();
    assert.notEqual(after, before);
    await guest.shutdown(SOON);
    assert.equal(guest.exitCode, 0);
  });
});

test(
  'two ports carry bytes both ways, and the console can be used by another program meanwhile',
  LIMIT,
  async (t) => {
    const ports = [{ name: 'org.example.a' }, { name: 'org.example.b' }];
    await withGuest(t, { root: { kind: 'initramfs' }, ports }, async (guest) => {
      await guest.console.waitForShell(SHELL);
      const listener = connect(guest.consolePath);
      const heard: Buffer[] = [];
      listener.on('data', (bytes: Buffer) => heard.push(bytes));
      await once(listener, 'connect');
      for (const { name } of ports) {
        const port = connect(guest.portPath(name));
        await once(port, 'connect');
        port.write(`to ${name}\n`);
        const got = await guest.console.runOk(
          `exec 3<>/dev/virtio-ports/${name}; read -r line <&3; echo "from ${name}" >&3; echo "$line"`,
        );
        assert.equal(got, `to ${name}\n`);
        const [answer] = await once(port, 'data', limited());
        assert.equal(String(answer), `from ${name}\n`);
        port.destroy();
      }
      listener.write('echo typed by $((40 + 2)) >/dev/console\n');
      await guest.console.waitFor(/typed by 42/, SOON);
      while (!Buffer.concat(heard).includes('typed by 42')) await once(listener, 'data', limited());
      listener.destroy();
      assert.throws(() => guest.portPath('org.example.c'), GuestError);
    });
  },
);

test(
  'disks: read-only content, writes that the host sees at once, writes that are thrown away',
  LIMIT,
  async (t) => {
    await inScratch(async (scratch) => {
      const [program, data, ephemeral] = ['program.img', 'data.img', 'ephemeral.img'].map((name) =>
        join(scratch, name),
      );
      assert.ok(program !== undefined && data !== undefined && ephemeral !== undefined);
      const hello = { path: '/bin/hello', content: '#!/bin/sh\necho hello from the disk\n', mode: 0o755 };
      await makeExt4Disk(program, { label: 'program', files: [hello] });
      await makeBlankDisk(data, 1024 * 1024);
      await makeBlankDisk(ephemeral, 1024 * 1024);
      const description = {
        root: { kind: 'initramfs' as const },
        disks: [
          { file: program, serial: 'program', access: 'read-only' as const, mountAt: '/opt/test' },
          { file: data, serial: 'data' },
          { file: ephemeral, serial: 'ephemeral', access: 'snapshot' as const },
        ],
      };
      await withGuest(t, description, async ({ console }) => {
        await console.waitForShell(SHELL);
        assert.equal(await console.runOk('/opt/test/bin/hello'), 'hello from the disk\n');
        assert.notEqual((await console.run('touch /opt/test/x')).exitCode, 0);
        assert.equal(await console.runOk('cat /sys/block/vd*/serial'), 'programdataephemeral');
        await console.runOk(
          'for d in vdb vdc; do echo "seen" | dd of=/dev/$d bs=512 seek=3 conv=sync,fsync; done',
        );
        assert.equal(await textAt(data, 3 * 512), 'seen');
      });
      assert.equal(await textAt(data, 3 * 512), 'seen', 'the file outlives the guest');
      assert.equal(await textAt(ephemeral, 3 * 512), '\0\0\0\0');
    });
  },
);

test('an EVE-shaped console works on hvc0 and reaches ttyS0 by the mux', LIMIT, async (t) => {
  await withGuest(t, { root: { kind: 'initramfs' }, console: 'eve-mux' }, async ({ console }) => {
    await console.waitForShell(SHELL);
    assert.match(await console.runOk('cat /sys/class/tty/console/active'), /hvc0/);
    assert.equal(await console.runOk('printf "\\001x" | wc -c'), '2\n', 'Ctrl-A x is text and not a command');
    await console.runOk('(read -r line </dev/ttyS0; echo "ttyS0 got $line" >/dev/hvc0) >/dev/null 2>&1 &');
    // Once round the mux: the serial port comes first, the virtio console second.
    await console.muxCommand('c');
    await console.send('greetings\n');
    await console.waitFor(/ttyS0 got greetings/, SOON);
    await console.muxCommand('c');
    assert.equal(await console.runOk('echo focus is back'), 'focus is back\n');
  });
});

test('modules are loaded with what they need', LIMIT, async (t) => {
  const modules = ['pvpanic-pci', 'isofs', 'virtio_pci'];
  const qemuArguments = ['-device', 'pvpanic-pci'];
  await withGuest(t, { root: { kind: 'initramfs' }, modules, qemuArguments }, async ({ console, qmp }) => {
    await console.waitForShell(SHELL);
    assert.match(await console.runOk('cat /proc/modules'), /^pvpanic /m);
    await console.send('echo c >/proc/sysrq-trigger\n');
    await console.waitFor(/Kernel panic - not syncing/, SOON);
    await qmp.waitForEvent('GUEST_PANICKED', SOON);
  });
});

test('a Debian guest boots with a cloud-init seed', LIMIT, async (t) => {
  const description = {
    name: 'debian',
    root: { kind: 'debian' as const },
    seed: { userData: '#cloud-config\nruncmd:\n  - echo "runcmd was here" >/dev/console\n' },
    files: [{ path: '/etc/from-the-test', content: 'placed before systemd\n' }],
    ports: [{ name: 'org.qemu.guest_agent.0' }],
    network: { kind: 'user' as const },
  };
  await withGuest(t, description, async (guest) => {
    await guest.console.waitForShell({ deadlineMs: 200_000 });
    await guest.console.waitFor(/^.*runcmd was here/m, { deadlineMs: 120_000 });
    await assertDebianIsWhole(guest, t);
    await guest.shutdown({ deadlineMs: 90_000 });
  });
});

async function assertDebianIsWhole({ console }: Guest, t: TestContext): Promise<void> {
  assert.equal(await console.runOk('cat /etc/from-the-test'), 'placed before systemd\n');
  assert.equal(await console.runOk('systemctl is-active rsyslog cron'), 'active\nactive\n');
  assert.equal(await console.runOk('systemctl --failed --plain --no-legend'), '');
  assert.equal(await console.runOk('hostname'), 'debian\n');
  assert.match(await console.runOk('ip -4 -o addr show eth0'), /10\.0\.2\.15/);
  await console.runOk('logger -t framework hello; journalctl -t framework | grep hello');
  t.diagnostic((await console.runOk('systemd-analyze')).split('\n')[0] ?? '');
}

function limited(): { readonly signal: AbortSignal } {
  return { signal: AbortSignal.timeout(SHELL.deadlineMs) };
}

async function inScratch(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'vm-test-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function textAt(file: string, position: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, position);
    return buffer.toString('latin1');
  } finally {
    await handle.close();
  }
}
