import type { SystemFiles } from '../snapshot/system-files.ts';
import { readSetting } from './capability.ts';

/**
 * Who runs this machine: `kvm`, `qemu` (QEMU without hardware help), `xen`, `vmware`, `hyper-v`, `virtualbox`,
 * `firecracker`, `none` (bare metal), or `unknown`. Told by DMI, the paravirtual clock and the CPU's hypervisor
 * flag, because the CPUID leaf itself cannot be read from /proc.
 */
export function detectHypervisor(files: SystemFiles): string {
  const text = (path: string): string => {
    const setting = readSetting(files, path);
    return setting.ok ? setting.text : '';
  };
  if (text('/sys/hypervisor/type') === 'xen') return 'xen';
  const clocks = text('/sys/devices/system/clocksource/clocksource0/available_clocksource');
  const vendor = text('/sys/class/dmi/id/sys_vendor').toLowerCase();
  const product = text('/sys/class/dmi/id/product_name').toLowerCase();
  if (vendor.includes('vmware')) return 'vmware';
  if (vendor.includes('innotek') || product.includes('virtualbox')) return 'virtualbox';
  if (vendor.includes('microsoft') && product.includes('virtual machine')) return 'hyper-v';
  if (clocks.includes('kvm-clock')) return 'kvm';
  const tree = text('/sys/firmware/devicetree/base/hypervisor/compatible');
  if (tree.includes('kvm')) return 'kvm';
  if (
    vendor.includes('qemu') ||
    product.includes('qemu') ||
    text('/sys/class/dmi/id/bios_vendor') === 'SeaBIOS'
  ) {
    return 'qemu';
  }
  const cpu = files.read('/proc/cpuinfo', 8192);
  if (!cpu.ok || vendor === '') return 'unknown';
  return / hypervisor(?: |$)/m.test(cpu.text) ? 'unknown' : 'none';
}
