import { eachLine } from '../snapshot/scan-text.ts';
import { available, type CapabilityProbe, readSetting, unavailable, unknown } from './capability.ts';

const psi: CapabilityProbe = (files) => {
  const pressure = readSetting(files, '/proc/pressure/cpu');
  if (pressure.ok) return available('psi', '/proc/pressure');
  const isOff = pressure.code === 'EOPNOTSUPP' || pressure.code === 'ENOENT';
  return isOff
    ? unavailable('psi', 'no pressure figures: boot with psi=1 (kernel 4.20 or newer with PSI)')
    : unknown('psi', `/proc/pressure/cpu cannot be read: ${pressure.code}`);
};

const ftrace: CapabilityProbe = (files) => {
  const listed = files.list('/sys/kernel/tracing');
  if (!listed.ok) {
    return listed.code === 'ENOENT'
      ? unavailable('ftrace', 'the kernel is built without tracing')
      : unknown('ftrace', `/sys/kernel/tracing cannot be read: ${listed.code}`);
  }
  if (listed.names.length === 0) {
    return available('ftrace', 'not mounted', 'mount -t tracefs tracefs /sys/kernel/tracing shows it');
  }
  const tracers = readSetting(files, '/sys/kernel/tracing/available_tracers');
  return available('ftrace', tracers.ok ? tracers.text : '');
};

/** include/linux/kern_levels.h: SysRq answers come with level 6. */
const LEVEL_INFO = 6;

const printk: CapabilityProbe = (files) => {
  const setting = readSetting(files, '/proc/sys/kernel/printk');
  if (!setting.ok) return unknown('printk_level', `kernel.printk cannot be read: ${setting.code}`);
  const level = Number.parseInt(setting.text, 10);
  const advice =
    level <= LEVEL_INFO
      ? 'SysRq answers do not reach the console until the level is 7: boot without quiet'
      : '';
  return available('printk_level', setting.text.replaceAll('\t', ' '), advice);
};

/** Own kernel stack: readable only for root with CAP_SYS_ADMIN, and then so are those of all tasks. */
const stacks: CapabilityProbe = (files) => {
  const stack = readSetting(files, '/proc/self/stack');
  if (stack.ok) return available('task_stacks', '/proc/PID/stack');
  return stack.code === 'ENOENT'
    ? unavailable('task_stacks', 'the kernel is built without STACKTRACE')
    : unavailable('task_stacks', `hidden (${stack.code}): run the agent as root with CAP_SYS_ADMIN`);
};

const sysrqTrigger: CapabilityProbe = (files) =>
  files.list('/proc').ok && readsAsTrigger(files.read('/proc/sysrq-trigger', 1))
    ? available('sysrq_trigger', '/proc/sysrq-trigger')
    : unavailable('sysrq_trigger', 'the kernel is built without MAGIC_SYSRQ, or /proc is read-only');

/** The file can be written and not read: EIO (or EACCES for others than root) says that it is there. */
function readsAsTrigger(file: { readonly ok: boolean; readonly code?: string }): boolean {
  return file.ok || file.code === 'EIO' || file.code === 'EINVAL';
}

/** Without any program in the guest, QMP send-key reaches the kernel through a keyboard. */
const keyboard: CapabilityProbe = (files) => {
  const file = files.read('/proc/bus/input/devices', 16_384);
  if (!file.ok) return unknown('sysrq_keyboard', `/proc/bus/input/devices cannot be read: ${file.code}`);
  let name = '';
  let found: string | undefined;
  eachLine(file.text, 1024, (line) => {
    if (line.startsWith('N: Name=')) name = line.slice('N: Name='.length).replaceAll('"', '');
    if (line.startsWith('H: Handlers=') && line.includes('sysrq')) found ??= name;
  });
  return found === undefined
    ? unavailable(
        'sysrq_keyboard',
        'no keyboard that takes SysRq: keep i8042, or give the VM -device virtio-keyboard-pci',
      )
    : available('sysrq_keyboard', found);
};

/** With it the host can make the kernel send a beat by itself (an ACPI thermal zone). */
const acpiThermal: CapabilityProbe = (files) =>
  files.list('/sys/bus/acpi/drivers/thermal').ok
    ? available('acpi_thermal', 'driver is there')
    : unavailable('acpi_thermal', 'no ACPI thermal driver: modprobe thermal, on a machine with ACPI');

const clocksource: CapabilityProbe = (files) => {
  const current = readSetting(files, '/sys/devices/system/clocksource/clocksource0/current_clocksource');
  return current.ok
    ? available('clocksource', current.text)
    : unknown('clocksource', `current_clocksource cannot be read: ${current.code}`);
};

const virtioPorts: CapabilityProbe = (files) => {
  const listed = files.list('/sys/class/virtio-ports');
  const names: string[] = [];
  for (const port of listed.ok ? listed.names.slice(0, 32) : []) {
    const name = readSetting(files, `/sys/class/virtio-ports/${port}/name`);
    if (name.ok && name.text !== '') names.push(name.text);
  }
  return names.length > 0
    ? available('virtio_console_port', names.join(', '))
    : unavailable(
        'virtio_console_port',
        'none: give the VM -device virtio-serial-pci and -device virtserialport,name=org.cherub.agent.0',
      );
};

/** What can be asked or switched on while the kernel lives. */
export const INTROSPECTION_PROBES: readonly CapabilityProbe[] = [
  sysrqTrigger,
  keyboard,
  printk,
  psi,
  ftrace,
  stacks,
  acpiThermal,
  clocksource,
  virtioPorts,
];
