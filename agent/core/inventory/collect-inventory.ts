import type { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from '../snapshot/safe-text.ts';
import { lineOf } from '../snapshot/scan-text.ts';
import type { SystemFiles } from '../snapshot/system-files.ts';
import { type Capability, type CapabilityProbe, readSetting, unknown } from './capability.ts';
import { probeConsole, readConsoles } from './consoles.ts';
import { EVIDENCE_PROBES, kernelTextAddress } from './crash-evidence.ts';
import { DETECTOR_PROBES } from './detectors.ts';
import { parseBuildId } from './elf-notes.ts';
import { detectHypervisor } from './hypervisor.ts';
import { INTROSPECTION_PROBES } from './introspection.ts';
import { parseOsRelease } from './os-release.ts';
import { PANIC_PROBES } from './panic-settings.ts';
import { detectSyslog } from './syslog-kind.ts';
import { probeSysrq } from './sysrq.ts';

/** What /proc does not say and the platform knows. */
export interface MachineFacts {
  /** `uname -m`. */
  readonly machine: string;
  readonly hostname: string;
  readonly cpuCount: number;
  readonly addresses: readonly { readonly interface: string; readonly address: string }[];
  readonly wallUs: number;
}

const ADDRESSES_MAX = 16;
const TEXT_BYTES_MAX = 256;
const COMMAND_LINE_BYTES_MAX = 1024;

const PROBES: readonly CapabilityProbe[] = [
  probeSysrq,
  probeConsole,
  ...INTROSPECTION_PROBES,
  ...PANIC_PROBES,
  ...DETECTOR_PROBES,
  ...EVIDENCE_PROBES,
];

/**
 * What the host will be able to get from this guest when it is not healthy any more, from /proc and /sys. Some
 * 250 small files and a few large ones, 10 ms: never on the snapshot path.
 */
export function collectInventory(files: SystemFiles, facts: MachineFacts): cherub.Inventory.$Properties {
  const text = (path: string, bytesMax = TEXT_BYTES_MAX): string => {
    const setting = readSetting(files, path);
    return setting.ok ? safeText(setting.text, bytesMax) : '';
  };
  const release = parseOsRelease(osReleaseText(files));
  const notes = files.readBytes('/sys/kernel/notes', 65_536);
  return {
    kernelRelease: text('/proc/sys/kernel/osrelease'),
    kernelVersion: text('/proc/version'),
    kernelBuildId: notes.ok ? parseBuildId(notes.bytes) : '',
    kernelTextAddress: kernelTextAddress(files) ?? '',
    kernelCommandLine: redactCommandLine(text('/proc/cmdline', COMMAND_LINE_BYTES_MAX)),
    machine: facts.machine,
    consoles: readConsoles(files),
    sysrq: probeSysrq(files),
    capabilities: PROBES.map((probe) => guard(probe, files)),
    osId: release.id,
    osVersion: release.version,
    osPrettyName: release.prettyName,
    hostname: safeText(facts.hostname, TEXT_BYTES_MAX),
    init: text('/proc/1/comm'),
    syslog: detectSyslog(files),
    hypervisor: detectHypervisor(files),
    systemVendor: text('/sys/class/dmi/id/sys_vendor'),
    systemModel: text('/sys/class/dmi/id/product_name'),
    cpuModel: cpuModel(files),
    cpuCount: facts.cpuCount,
    addresses: facts.addresses.slice(0, ADDRESSES_MAX).map((item) => ({ ...item })),
    pending: [],
    takenWallUs: facts.wallUs,
  };
}

/** A mistake of ours in one probe must not cost the others. */
function guard(probe: CapabilityProbe, files: SystemFiles): Capability {
  try {
    return probe(files);
  } catch (error) {
    return unknown('internal', `internal error: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function osReleaseText(files: SystemFiles): string {
  for (const path of ['/etc/os-release', '/usr/lib/os-release']) {
    const file = files.read(path, 8192);
    if (file.ok) return file.text;
  }
  return '';
}

function cpuModel(files: SystemFiles): string {
  const file = files.read('/proc/cpuinfo', 8192);
  const line = file.ok ? lineOf(file.text, 'model name') : undefined;
  return line === undefined ? '' : safeText(line.slice(line.indexOf(':') + 1).trim(), TEXT_BYTES_MAX);
}

/** The command line is shown to every process, and some images put secrets there all the same. */
function redactCommandLine(text: string): string {
  return text.replace(/((?:password|passwd|secret|token|key)[^=\s]*=)\S+/gi, '$1***');
}
