import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LINK_PORT_NAME } from '#protocol/link/port.ts';
import { bootGuest } from '../vm/guest/boot-guest.ts';
import { makeExt4Disk } from '../vm/guest/disks.ts';
import type { Guest } from '../vm/guest/guest.ts';
import { Program, runOnce } from './program.ts';

/** The application's name, in the label, on the page, and in every command. */
export const APP_NAME = 'web';
/** Its instance id, as a controller knows it. */
export const APP_ID = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

const COMMAND_DEADLINE_MS = 60_000;

/** What the demonstration plays with: a guest, files on the host, and the programs of ours that run there. */
export class Scene {
  readonly root: string;
  readonly directory: string;
  readonly devicePort: number;
  readonly pagePort: number;
  readonly #programs: Program[] = [];
  #guest: Guest | undefined;

  private constructor(root: string, directory: string, devicePort: number, pagePort: number) {
    this.root = root;
    this.directory = directory;
    this.devicePort = devicePort;
    this.pagePort = pagePort;
  }

  static async open(root: string): Promise<Scene> {
    const directory = await mkdtemp(join(tmpdir(), 'cherub-demo-'));
    await mkdir(join(directory, 'state'));
    return new Scene(root, directory, await freePort(), await freePort());
  }

  path(name: string): string {
    return join(this.directory, name);
  }

  get pageUrl(): string {
    return `http://127.0.0.1:${this.pagePort}/`;
  }

  /** Runs `cherub` to its end and returns what it printed. */
  cherub(...args: string[]): Promise<string> {
    return runOnce([join(this.root, 'dist/cherub-linux-x64'), ...args], COMMAND_DEADLINE_MS);
  }

  /** Starts `cherub` as a service of the demonstration. */
  serve(name: string, ...args: string[]): void {
    const argv: [string, ...string[]] = [join(this.root, 'dist/cherub-linux-x64'), ...args];
    this.#programs.push(Program.start(name, argv, this.path(`${name}.log`)));
  }

  /** @throws Error when one of the services has ended */
  checkServices(): void {
    const failures = this.#programs
      .map((program) => program.failure)
      .filter((failure) => failure !== undefined);
    if (failures.length > 0) throw new Error(`${failures.join('; ')}; see the logs in ${this.directory}`);
  }

  /** What a service said so far. */
  log(name: string): Promise<string> {
    return readFile(this.path(`${name}.log`), 'utf8');
  }

  /** Boots the guest with the agent's disk, the recorder disk, the link's port, and the recipe for cloud-init. */
  async boot(): Promise<Guest> {
    this.#guest = await bootGuest({
      name: 'demo',
      root: { kind: 'debian' },
      seed: { userData: await this.#userData() },
      ports: [{ name: LINK_PORT_NAME }],
      disks: [
        { file: await this.#makeAgentDisk(), serial: 'cherub-bin', access: 'read-only' },
        { file: this.path('recorder.img'), serial: 'recorder' },
      ],
    });
    return this.#guest;
  }

  /** Keeps the guest's console and logs for whoever looks into a failure. @returns the folder, if there is a guest */
  saveEvidence(error: unknown): string | undefined {
    return this.#guest?.saveEvidence(join(this.root, 'artifacts/demo/failed'), error);
  }

  /** The read-only disk that carries the agent's binary into the guest. */
  async #makeAgentDisk(): Promise<string> {
    const file = this.path('cherub-bin.img');
    const from = join(this.root, 'dist/cherub-agent-linux-x64');
    await makeExt4Disk(file, { label: 'cherub-bin', files: [{ path: '/cherub-agent', from, mode: 0o755 }] });
    return file;
  }

  /** The user-data of the recipe for an attached disk, for this application. */
  async #userData(): Promise<string> {
    const recipe = await readFile(join(this.root, 'cloud-init/binary-from-disk.yaml'), 'utf8');
    return recipe.replaceAll('@APP@', APP_NAME);
  }

  /** Writes the companion's config for the guest's sockets. */
  async writeConfig(guest: { readonly consoleLog: string; readonly linkSocket: string }): Promise<string> {
    const file = this.path('cherub.yaml');
    const config = `state: ${this.path('state')}
node: { name: demo }
vms:
  - name: ${APP_NAME}
    app: ${APP_ID}
    console: { log: ${guest.consoleLog} }
    recorder: { disk: ${this.path('recorder.img')} }
    link: { socket: ${guest.linkSocket} }
sinks:
  - { type: file, path: ${this.path('entries.jsonl')} }
  - type: eve-api
    url: https://127.0.0.1:${this.devicePort}
    apiVersion: 1
    ca: ${this.path('controller/ca.pem')}
    certificate: ${this.path('controller/devices/demo.pem')}
    key: ${this.path('controller/devices/demo-key.pem')}
`;
    await writeFile(file, config);
    return file;
  }

  /** Ends the guest and every service, and removes the files. */
  async close(): Promise<void> {
    await this.#guest?.close();
    for (const program of this.#programs.reverse()) await program.stop();
    await rm(this.directory, { recursive: true, force: true });
  }
}

/** A TCP port of 127.0.0.1 that is free now. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no port of 127.0.0.1 is free'));
      });
    });
  });
}
