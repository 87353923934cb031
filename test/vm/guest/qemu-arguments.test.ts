import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Disk, GuestDescription } from './description.ts';
import { GuestError } from './guest-error.ts';
import { qemuArguments } from './qemu-arguments.ts';

function argumentsFor(description: Partial<GuestDescription>, disks: readonly Disk[] = []): string {
  const paths = {
    consoleSocket: '/d/console',
    qmpSocket: '/d/qmp',
    portSockets: ['/d/port0', '/d/port1'],
    kernel: '/k',
    initrd: '/i',
  };
  return qemuArguments({ root: { kind: 'initramfs' }, ...description }, paths, 'console=ttyS0', disks).join(
    ' ',
  );
}

test('a guest starts stopped, under TCG, with no device that was not asked for', () => {
  const line = argumentsFor({});
  assert.match(line, /-nodefaults .*-S .*-accel tcg,thread=multi .*-smp 2 -m 512M/);
  assert.doesNotMatch(line, /virtio|-netdev|-drive/);
});

test('a guest with a disk has more memory', () => {
  assert.match(argumentsFor({ root: { kind: 'debian' } }), /-m 1024M/);
});

test('ports and the EVE console share one virtio-serial bus', () => {
  const line = argumentsFor({ console: 'eve-mux', ports: [{ name: 'org.a.0' }, { name: 'org.b.0' }] });
  assert.equal(line.match(/virtio-serial-pci/g)?.length, 1);
  assert.match(
    line,
    /-serial chardev:charserial0 .*virtconsole,bus=vserial0.0,chardev=charserial0,name=org\.lfedge/,
  );
  assert.match(line, /path=\/d\/port1,.*virtserialport,.*chardev=port1,id=port-org\.b\.0,name=org\.b\.0/);
});

test('a disk has its access, its serial number, and a comma in its path doubled', () => {
  const line = argumentsFor({}, [
    { file: '/a,b', serial: 'one', access: 'read-only' },
    { file: '/c', serial: 'two', access: 'snapshot', onError: 'stop' },
    { file: '/d', serial: 'three' },
  ]);
  assert.match(
    line,
    /file=\/a,,b,format=raw,cache=writeback,werror=report,rerror=report,readonly=on -device/,
  );
  assert.match(
    line,
    /werror=stop,rerror=stop,snapshot=on -device virtio-blk-pci,drive=drive-two,id=disk-two,serial=two/,
  );
  assert.match(line, /file=\/d,format=raw,cache=writeback,werror=report,rerror=report -device/);
});

test('the user network is closed unless it is opened', () => {
  assert.match(argumentsFor({ network: { kind: 'user' } }), /user,id=net0,restrict=on /);
  const open = { kind: 'user', restrict: false, forward: [{ hostPort: 2200, guestPort: 22 }] } as const;
  assert.match(argumentsFor({ network: open }), /restrict=off,hostfwd=tcp:127\.0\.0\.1:2200-:22 /);
});

test('a name that would become another QEMU option is refused', () => {
  const isRefusal = (error: unknown): boolean => error instanceof GuestError && error.code === 'description';
  assert.throws(() => argumentsFor({ ports: [{ name: 'a,b' }] }), isRefusal);
  assert.throws(() => argumentsFor({}, [{ file: '/a', serial: 'a,readonly=on' }]), isRefusal);
  assert.throws(() => argumentsFor({}, [{ file: '/a', serial: 'x'.repeat(21) }]), isRefusal);
});
