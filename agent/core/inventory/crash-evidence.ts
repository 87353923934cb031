import type { SystemFiles } from '../snapshot/system-files.ts';
import {
  available,
  type Capability,
  type CapabilityProbe,
  readSetting,
  unavailable,
  unknown,
} from './capability.ts';

/** QEMU's docs/specs/pvpanic.rst and pci-ids.rst: Red Hat's 1b36:0011, and ACPI's QEMU0001. */
const PVPANIC_PCI = { vendor: '0x1b36', device: '0x0011' } as const;
const PVPANIC_ACPI = 'QEMU0001';

/** pvpanic-mmio serves the ACPI device too since 5.12; before, there was one driver on the ACPI bus. */
const PVPANIC_DRIVERS = [
  '/sys/bus/pci/drivers/pvpanic-pci',
  '/sys/bus/platform/drivers/pvpanic-mmio',
  '/sys/bus/platform/drivers/pvpanic',
  '/sys/bus/acpi/drivers/pvpanic',
] as const;

const PCI_DEVICES_MAX = 256;

const pvpanic: CapabilityProbe = (files) => {
  const device = pvpanicDevice(files);
  if (device === undefined) {
    return unavailable('pvpanic', 'no such device: give the VM -device pvpanic-pci (or -device pvpanic)');
  }
  const isBound = PVPANIC_DRIVERS.some((driver) => namesIn(files, driver).includes(device));
  if (isBound) return available('pvpanic', device);
  const driver = device.startsWith(PVPANIC_ACPI) ? 'pvpanic-mmio' : 'pvpanic-pci';
  return unavailable('pvpanic', `the device has no driver: modprobe ${driver}`, device);
};

/** The device's name on its bus. */
function pvpanicDevice(files: SystemFiles): string | undefined {
  const acpi = [...namesIn(files, '/sys/bus/platform/devices'), ...namesIn(files, '/sys/bus/acpi/devices')];
  const onAcpi = acpi.find((name) => name.startsWith(PVPANIC_ACPI));
  if (onAcpi !== undefined) return onAcpi;
  return namesIn(files, '/sys/bus/pci/devices')
    .slice(0, PCI_DEVICES_MAX)
    .find((name) => {
      const device = readSetting(files, `/sys/bus/pci/devices/${name}/device`);
      if (!device.ok || device.text !== PVPANIC_PCI.device) return false;
      const vendor = readSetting(files, `/sys/bus/pci/devices/${name}/vendor`);
      return vendor.ok && vendor.text === PVPANIC_PCI.vendor;
    });
}

/** The note in the kernel's memory: its physical address and size. */
const vmcoreinfoNote: CapabilityProbe = (files) => {
  const note = readSetting(files, '/sys/kernel/vmcoreinfo');
  return note.ok
    ? available('vmcoreinfo_note', note.text)
    : unavailable('vmcoreinfo_note', 'the kernel is built without VMCORE_INFO (CRASH_CORE before 6.9)');
};

/** Through this device the kernel tells QEMU where its vmcoreinfo is, so that dumps carry it. */
const vmcoreinfoDevice: CapabilityProbe = (files) => {
  const name = 'vmcoreinfo';
  if (!files.list('/sys/firmware/qemu_fw_cfg').ok) {
    return unknown(
      name,
      'the fw_cfg driver is not loaded, without which the device is not used: modprobe qemu_fw_cfg',
    );
  }
  return namesIn(files, '/sys/firmware/qemu_fw_cfg/by_name/etc').includes('vmcoreinfo')
    ? available(name, 'fw_cfg etc/vmcoreinfo')
    : unavailable(name, 'no such device: give the VM -device vmcoreinfo');
};

/** A place outside the guest's memory and disks, which QEMU keeps in a file of the host. */
const erst: CapabilityProbe = (files) =>
  namesIn(files, '/sys/firmware/acpi/tables').includes('ERST')
    ? available('erst', 'ACPI table ERST')
    : unavailable('erst', 'no such device: give the VM -device acpi-erst with a memory-backend-file');

/** Where the kernel stores its log when it panics. */
const pstore: CapabilityProbe = (files) => {
  const backend = readSetting(files, '/sys/module/pstore/parameters/backend');
  if (!backend.ok) return unavailable('pstore', 'the kernel has no pstore');
  return backend.text !== '' && backend.text !== '(null)'
    ? available('pstore', backend.text)
    : unavailable('pstore', 'nowhere to store: give the VM an ERST device, and boot without erst_disable');
};

const kdump: CapabilityProbe = (files) => {
  const loaded = readSetting(files, '/sys/kernel/kexec_crash_loaded');
  if (!loaded.ok) return unavailable('kdump', 'the kernel is built without kexec');
  if (loaded.text === '1') {
    const size = readSetting(files, '/sys/kernel/kexec_crash_size');
    return available(
      'kdump',
      size.ok ? `${Math.round(Number(size.text) / 1_048_576)} MiB reserved` : 'loaded',
    );
  }
  return unavailable(
    'kdump',
    'no crash kernel is loaded: boot with crashkernel=256M and install kdump-tools',
  );
};

/** QEMU reads the kernel's structures from outside; these say what it will find. */
const btf: CapabilityProbe = (files) =>
  namesIn(files, '/sys/kernel/btf').includes('vmlinux')
    ? available('btf', '/sys/kernel/btf/vmlinux')
    : unavailable('btf', 'the kernel is built without DEBUG_INFO_BTF');

function namesIn(files: SystemFiles, folder: string): readonly string[] {
  const listed = files.list(folder);
  return listed.ok ? listed.names : [];
}

/** The address of `_text`; empty when kallsyms is there but hides addresses, undefined when it is not there. */
export function kernelTextAddress(files: SystemFiles): string | undefined {
  // Sorted by address: before _text stand only the symbols of the per-CPU area, some 20 KiB.
  const file = files.read('/proc/kallsyms', 65_536);
  if (!file.ok) return undefined;
  const at = file.text.search(/ [Tt] _text$/m);
  if (at < 0) return '';
  const address = file.text.slice(file.text.lastIndexOf('\n', at) + 1, at);
  return /^0*$/.test(address) || !/^[0-9a-f]{8,16}$/.test(address) ? '' : address;
}

function kallsyms(files: SystemFiles): Capability {
  const address = kernelTextAddress(files);
  if (address === undefined) return unavailable('kallsyms', 'the kernel is built without KALLSYMS');
  return address === ''
    ? unavailable('kallsyms', 'addresses are hidden: run the agent as root, or sysctl kernel.kptr_restrict=0')
    : available('kallsyms', `_text ${address}`);
}

/** What remains of a crash, and what makes the guest's memory readable from outside. */
export const EVIDENCE_PROBES: readonly CapabilityProbe[] = [
  pvpanic,
  vmcoreinfoDevice,
  vmcoreinfoNote,
  erst,
  pstore,
  kdump,
  btf,
  kallsyms,
];
