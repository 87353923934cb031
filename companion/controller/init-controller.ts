import { existsSync } from 'node:fs';
import { isIP } from 'node:net';
import { type IssueContext, issueAuthority, issueServer } from './certificates/issue.ts';
import { ControllerError } from './controller-error.ts';
import { controllerFiles } from './controller-files.ts';
import { makePrivateDir, writePrivateFile } from './private-files.ts';
import { ControllerStore } from './store/controller-store.ts';

/** Names that always stand in the server's certificate. */
const LOCAL_NAMES = ['localhost', '127.0.0.1', '::1'];

export interface InitOptions {
  readonly dir: string;
  /** More DNS names and IP addresses by which devices reach the controller. */
  readonly names: readonly string[];
  /** A fresh time and serial number for each certificate. */
  readonly issueContext: () => IssueContext;
}

/**
 * Makes a controller's directory: authority, server certificate, empty database.
 * @returns all names in the server's certificate
 * @throws {ControllerError} when the directory has a controller already, or a name is not valid
 */
export async function initController(o: InitOptions): Promise<{ names: string[] }> {
  const files = controllerFiles(o.dir);
  const names = [...new Set([...LOCAL_NAMES, ...o.names])];
  for (const name of names) checkName(name);
  for (const path of [files.ca, files.caKey, files.server, files.serverKey]) {
    if (existsSync(path)) {
      throw new ControllerError(
        'failed',
        `${path} is there already: ${o.dir} has a controller; nothing was changed`,
      );
    }
  }
  const authority = await issueAuthority('Cherub controller authority', o.issueContext());
  const server = await issueServer(authority, names, o.issueContext());
  makePrivateDir(files.dir);
  makePrivateDir(files.devices);
  writePrivateFile(files.caKey, authority.key);
  writePrivateFile(files.serverKey, server.key);
  writePrivateFile(files.server, server.certificate);
  // Last: its presence says that init came to its end.
  writePrivateFile(files.ca, authority.certificate);
  ControllerStore.open(files.database).close();
  return { names };
}

function checkName(name: string): void {
  const isHost = /^(?:\*\.)?[a-z0-9](?:[a-z0-9-]{0,62})(?:\.[a-z0-9][a-z0-9-]{0,62})*$/iu.test(name);
  if (isIP(name) !== 0 || (isHost && name.length <= 253)) return;
  throw new ControllerError(
    'usage',
    `${JSON.stringify(name)} is neither a host name nor an IP address; write for example controller.example`,
  );
}
