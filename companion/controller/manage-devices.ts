import { existsSync, rmSync } from 'node:fs';
import { fingerprintOfPem } from './certificates/fingerprint.ts';
import { type IssueContext, issueDevice } from './certificates/issue.ts';
import { ControllerError } from './controller-error.ts';
import { controllerFiles } from './controller-files.ts';
import { makePrivateDir, readControllerFile, writePrivateFile } from './private-files.ts';
import { ControllerStore } from './store/controller-store.ts';
import type { Device } from './store/devices.ts';

export interface DeviceAdded {
  readonly name: string;
  readonly fingerprint: string;
  /** Paths for the companion's `eve-api` sink. */
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
}

/**
 * Makes a device's certificate and lets it in; a running controller takes it at once.
 * @throws {ControllerError} when the name is not valid or taken, or there is no controller in the directory
 */
export async function addDevice(o: {
  readonly dir: string;
  readonly name: string;
  readonly issueContext: IssueContext;
}): Promise<DeviceAdded> {
  checkDeviceName(o.name);
  const files = controllerFiles(o.dir);
  const authority = {
    certificate: readControllerFile(files.ca, o.dir),
    key: readControllerFile(files.caKey, o.dir),
  };
  const paths = files.device(o.name);
  const store = ControllerStore.open(files.database);
  try {
    if (store.devices.byName(o.name) !== undefined || existsSync(paths.certificate)) {
      throw new ControllerError(
        'failed',
        `there is a device ${o.name} already; remove it first, or take another name`,
      );
    }
    const issued = await issueDevice(authority, o.name, o.issueContext);
    const fingerprint = fingerprintOfPem(issued.certificate);
    makePrivateDir(files.devices);
    rmSync(paths.key, { force: true });
    writePrivateFile(paths.key, issued.key);
    writePrivateFile(paths.certificate, issued.certificate);
    store.devices.add(o.name, fingerprint, o.issueContext.nowMs);
    return { name: o.name, fingerprint, ca: files.ca, ...paths };
  } finally {
    store.close();
  }
}

/**
 * Shuts a device out, at once, and forgets its apps.
 * @throws {ControllerError} when there is no such device
 */
export function removeDevice(o: { readonly dir: string; readonly name: string }): void {
  checkDeviceName(o.name);
  const files = controllerFiles(o.dir);
  readControllerFile(files.ca, o.dir);
  const store = ControllerStore.open(files.database);
  try {
    if (!store.devices.remove(o.name)) {
      throw new ControllerError('failed', `there is no device ${o.name}; see cherub controller device list`);
    }
  } finally {
    store.close();
  }
  const paths = files.device(o.name);
  rmSync(paths.certificate, { force: true });
  rmSync(paths.key, { force: true });
}

/** All devices by name. @throws {ControllerError} when there is no controller in the directory */
export function listDevices(dir: string): Device[] {
  const files = controllerFiles(dir);
  readControllerFile(files.ca, dir);
  const store = ControllerStore.open(files.database);
  try {
    return store.devices.list();
  } finally {
    store.close();
  }
}

/** The name becomes a file name and the subject of a certificate. */
function checkDeviceName(name: string): void {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/u.test(name)) return;
  throw new ControllerError(
    'usage',
    `${JSON.stringify(name)} cannot be a device's name: letters, digits, dot, dash and underscore, 63 at most`,
  );
}
