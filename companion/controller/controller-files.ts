import { join } from 'node:path';

/** Where everything of a controller stands in its directory. */
export interface ControllerFiles {
  readonly dir: string;
  readonly ca: string;
  readonly caKey: string;
  readonly server: string;
  readonly serverKey: string;
  readonly database: string;
  readonly devices: string;
  device(name: string): { readonly certificate: string; readonly key: string };
}

/** @param dir the controller's directory (`--dir`) */
export function controllerFiles(dir: string): ControllerFiles {
  const devices = join(dir, 'devices');
  return {
    dir,
    ca: join(dir, 'ca.pem'),
    caKey: join(dir, 'ca-key.pem'),
    server: join(dir, 'server.pem'),
    serverKey: join(dir, 'server-key.pem'),
    database: join(dir, 'controller.db'),
    devices,
    device: (name) => ({
      certificate: join(devices, `${name}.pem`),
      key: join(devices, `${name}-key.pem`),
    }),
  };
}
