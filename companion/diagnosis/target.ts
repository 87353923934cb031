import type { cherub } from '#protocol/messages/generated/cherub.js';
import type { SignalTrack } from '../incidents/evidence.ts';
import type { IncidentVerdict } from '../incidents/incident.ts';
import type { TimedSnapshot } from '../incidents/snapshot-evidence.ts';
import type { ConsoleSource } from '../sources/console/source.ts';
import type { GdbSource } from '../sources/gdb/source.ts';
import type { HostSource } from '../sources/host/source.ts';
import type { LinkSource } from '../sources/link/source.ts';
import type { QmpPort } from '../sources/qmp/qmp-port.ts';
import type { Mailbox } from '../sources/recorder/mailbox-client.ts';
import type { RecorderOptions } from '../sources/recorder/options.ts';
import type { SymbolSource } from './symbols/symbol-source.ts';

/** A folder in which QEMU can write a file for us. */
export interface QemuFolder {
  readonly folder: string;
  /** The same folder, as QEMU sees it when it runs in another mount namespace. */
  readonly folderInQemu?: string | undefined;
}

/** A VM as a diagnosis sees it: what is not there is a part that is missing. */
export interface DiagnosisTarget {
  readonly vm: { readonly name: string; readonly appId: string };
  readonly qmp?: QmpPort | undefined;
  /** For `exec`, and for the owner that files for QEMU need. */
  readonly qmpSocket?: string | undefined;
  /** Where QEMU writes a screenshot; default the folder of the QMP socket. */
  readonly qemuFolder?: QemuFolder | undefined;
  /** Where QEMU writes a memory dump: on the file system of the incidents, as the file is moved and not copied. */
  readonly dumpFolder?: QemuFolder | undefined;
  readonly gdb?: GdbSource | undefined;
  readonly host?: HostSource | undefined;
  /** `access` is how keys of SysRq are typed; a log file has none. */
  readonly console?:
    | { readonly captured: ConsoleSource['captured']; readonly access?: ConsoleSource['access'] }
    | undefined;
  readonly link?: Pick<LinkSource, 'request'> | undefined;
  readonly mailbox?: Mailbox | undefined;
  readonly recorder?: Pick<RecorderOptions, 'disk' | 'cache'> | undefined;
  readonly symbols?: SymbolSource | undefined;
  /** What the guest's agent told while it was healthy. */
  inventory(): cherub.Inventory.$Properties | undefined;
  /** Oldest first. */
  snapshots(): readonly TimedSnapshot[];
  tracks(): readonly SignalTrack[];
  verdict(): IncidentVerdict;
}
