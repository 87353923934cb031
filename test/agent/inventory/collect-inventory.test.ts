import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import fc from 'fast-check';
import { collectInventory } from '#agent/core/inventory/collect-inventory.ts';
import { formatCapabilities } from '#agent/core/inventory/format-capabilities.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { FakeSystemFiles, recordedSystemFiles } from '#test/support/fake-system-files.ts';

const FACTS = {
  machine: 'x86_64',
  hostname: 'web-1',
  cpuCount: 2,
  addresses: [{ interface: 'eth0', address: '10.0.2.15' }],
  wallUs: 1_795_000_000_000_000,
};

const { OUTCOME_OK: OK, OUTCOME_FAILED: NO, OUTCOME_UNKNOWN: UNKNOWN } = cherub.Outcome;

function capabilitiesOf(files: FakeSystemFiles): Map<string, cherub.Capability.$Properties> {
  const inventory = collectInventory(files, FACTS);
  return new Map((inventory.capabilities ?? []).map((item) => [item.name ?? '', item]));
}

function outcomesOf(files: FakeSystemFiles, ...names: readonly string[]): unknown[] {
  const capabilities = capabilitiesOf(files);
  return names.map((name) => capabilities.get(name)?.available);
}

test('a recorded guest (6.12) is known by its kernel and its devices', () => {
  const inventory = collectInventory(recordedSystemFiles('debian-6.12'), FACTS);
  assert.match(inventory.kernelRelease ?? '', /^6\.12\..*cloud-amd64$/);
  assert.match(inventory.kernelBuildId ?? '', /^[0-9a-f]{40}$/);
  assert.match(inventory.kernelTextAddress ?? '', /^ffffffff[0-9a-f]{8}$/);
  assert.equal(inventory.init, 'init');
  assert.equal(inventory.syslog, 'syslogd');
  assert.equal(inventory.hypervisor, 'qemu');
  assert.equal(inventory.systemVendor, 'QEMU');
  assert.deepEqual(inventory.consoles, [{ name: 'ttyS0', enabled: true, preferred: true }]);
  assert.deepEqual(inventory.sysrq, {
    name: 'sysrq',
    available: NO,
    value: '438',
    reason:
      'allows log level, keyboard, sync, remount read-only, reboot, nice of real-time tasks; ' +
      'for process dumps: sysctl kernel.sysrq=446',
  });
});

test('pvpanic is there only with its driver', () => {
  assert.equal(
    capabilitiesOf(recordedSystemFiles('debian-6.1')).get('pvpanic')?.reason,
    'the device has no driver: modprobe pvpanic-mmio',
  );
  const files = recordedSystemFiles('debian-6.12');
  assert.match(capabilitiesOf(files).get('pvpanic')?.value ?? '', /^0000:00:0/);
  files.remove('/sys/bus/pci/devices');
  assert.deepEqual(outcomesOf(files, 'pvpanic'), [NO]);
});

test('ERST shows as the back end of pstore, and its lack says what to give the VM', () => {
  assert.equal(capabilitiesOf(recordedSystemFiles('debian-6.1')).get('pstore')?.value, 'erst');
  assert.match(capabilitiesOf(recordedSystemFiles('debian-6.12')).get('pstore')?.reason ?? '', /ERST device/);
});

test('what recorded kernels have is seen', () => {
  const names = [
    'console',
    'virtio_console_port',
    'btf',
    'kallsyms',
    'vmcoreinfo_note',
    'psi',
    'ftrace',
    'sysrq_keyboard',
    'acpi_thermal',
  ];
  for (const name of ['debian-6.1', 'debian-6.12'] as const) {
    assert.deepEqual(
      outcomesOf(recordedSystemFiles(name), ...names),
      names.map(() => OK),
      name,
    );
  }
});

test('everything that is missing or unknown says in one line what would give it', () => {
  for (const files of [
    recordedSystemFiles('debian-6.1'),
    recordedSystemFiles('debian-6.12'),
    new FakeSystemFiles(),
  ]) {
    for (const [name, { available, reason }] of capabilitiesOf(files)) {
      assert.ok(available === OK || (reason !== undefined && reason !== ''), name);
      assert.ok(!reason?.includes('\n') && !reason?.startsWith('internal'), name);
    }
  }
});

test('the names are those of the specification', () => {
  const spec = readFileSync(new URL('../../../docs/specs/messages.md', import.meta.url), 'utf8');
  const table = spec.slice(spec.indexOf('\n## Capabilities'));
  const specified = [...table.matchAll(/^\| `(\w+)` \|/gm)].map((match) => match[1]);
  const names = [...capabilitiesOf(new FakeSystemFiles()).keys()];
  assert.deepEqual(new Set(names), new Set(specified));
});

test('hidden addresses, used-up warnings and a reboot at once are not called available', () => {
  const files = recordedSystemFiles('debian-6.12');
  files.set('/proc/kallsyms', '0000000000000000 T _stext\n0000000000000000 T _text\n');
  files.set('/proc/sys/kernel/hung_task_warnings', '0\n');
  files.set('/proc/sys/kernel/panic', '-1\n');
  files.set('/sys/kernel/kexec_crash_loaded', '1\n');
  files.set('/sys/kernel/kexec_crash_size', '268435456\n');
  assert.deepEqual(outcomesOf(files, 'kallsyms', 'hung_task_timeout_secs', 'panic', 'kdump'), [
    NO,
    NO,
    NO,
    OK,
  ]);
});

test('the fw_cfg device cannot be told without its driver', () => {
  const files = recordedSystemFiles('debian-6.12').remove('/sys/firmware/qemu_fw_cfg');
  assert.deepEqual(outcomesOf(files, 'vmcoreinfo'), [UNKNOWN]);
  files.set('/sys/firmware/qemu_fw_cfg/by_name/etc/vmcoreinfo/size', '28');
  assert.deepEqual(outcomesOf(files, 'vmcoreinfo'), [OK]);
});

test('secrets on the kernel command line are not passed on', () => {
  const files = recordedSystemFiles('debian-6.12');
  files.set('/proc/cmdline', 'root=/dev/vda1 my.password=hunter2 api_token=abc quiet\n');
  const line = collectInventory(files, FACTS).kernelCommandLine;
  assert.equal(line, 'root=/dev/vda1 my.password=*** api_token=*** quiet');
});

test('the syslog that decides is named, journald only when it is alone', () => {
  const files = new FakeSystemFiles();
  assert.equal(collectInventory(files, FACTS).syslog, 'none');
  files.set('/proc/200/comm', 'systemd-journal\n');
  assert.equal(collectInventory(files, FACTS).syslog, 'journald');
  files.set('/proc/300/comm', 'rsyslogd\n');
  assert.equal(collectInventory(files, FACTS).syslog, 'rsyslog');
  const busybox = new FakeSystemFiles().set('/proc/9/comm', 'syslogd\n');
  busybox.links.set('/proc/9/exe', '/bin/busybox');
  assert.equal(collectInventory(busybox, FACTS).syslog, 'busybox');
});

test('a guest of which nothing can be read still gives an inventory', () => {
  const inventory = collectInventory(new FakeSystemFiles(), FACTS);
  assert.equal(inventory.hostname, 'web-1');
  assert.equal(inventory.hypervisor, 'unknown');
  assert.deepEqual(inventory.consoles, []);
});

test('the text for a person names each capability with its word, value and advice', () => {
  const text = formatCapabilities(collectInventory(recordedSystemFiles('debian-6.12'), FACTS));
  assert.match(text, /^host name {5}web-1$/m);
  assert.match(text, /^no {2}sysrq +438$/m);
  assert.match(text, /^yes btf +\/sys\/kernel\/btf\/vmlinux$/m);
  assert.match(text, /^ {6}→ allows log level, keyboard.*sysctl kernel.sysrq=446$/m);
  assert.ok(text.endsWith('\n'));
});

test('whatever the files hold, the inventory comes and encodes', () => {
  const recorded = recordedSystemFiles('debian-6.12');
  const paths = [...recorded.files.keys()];
  const content = fc.oneof(fc.string({ unit: 'binary', maxLength: 120 }), fc.uint8Array({ maxLength: 120 }));
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...paths), content), { maxLength: 25 }), (changes) => {
      const files = recordedSystemFiles('debian-6.12');
      for (const [path, value] of changes) files.set(path, value);
      const inventory = collectInventory(files, FACTS);
      formatCapabilities(inventory);
      const bytes = cherub.Inventory.encode(inventory).finish();
      assert.ok(bytes.length < 16_384);
    }),
    { numRuns: 60 },
  );
});
