import { randomBytes } from 'node:crypto';
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import type { IssueContext } from '../controller/certificates/issue.ts';
import { ControllerError } from '../controller/controller-error.ts';
import { initController } from '../controller/init-controller.ts';
import { addDevice, listDevices, removeDevice } from '../controller/manage-devices.ts';
import { type HostPort, parseHostPort } from '../controller/parse-host-port.ts';
import { runController } from '../controller/run-controller.ts';
import { DEFAULT_RETENTION } from '../controller/store/controller-store.ts';
import { CliError } from './cli-error.ts';
import type { CliIo } from './io.ts';

interface CommonOptions {
  readonly dir: string;
  readonly json?: true;
}

interface ServeOptions extends CommonOptions {
  readonly listen: HostPort;
  readonly page: HostPort;
  readonly keep: number;
}

/** Adds `cherub controller …`: the embedded controller for those who have none of EVE's. */
export function registerController(program: Command, io: CliIo): void {
  const controller = program
    .command('controller')
    .description('take the logs of devices by EVE’s device API, keep them, and show them on a page');
  registerInit(controller, io);
  registerServe(controller, io);
  const device = controller.command('device').description('say which devices may send');
  registerDeviceAdd(device, io);
  registerDeviceList(device, io);
  registerDeviceRemove(device, io);
}

function registerInit(controller: Command, io: CliIo): void {
  controller
    .command('init')
    .description('make an authority, a server certificate and an empty database')
    .requiredOption('--dir <dir>', 'directory of the controller', resolvePath)
    .option('--name <name>', 'host name or IP address for the certificate, besides localhost', collect, [])
    .option('--json', 'print what was made as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ cherub controller init --dir controller\n  $ cherub controller init --dir /var/lib/cherub-controller --name controller.example --name 192.0.2.10\n',
    )
    .action(async (o: CommonOptions & { name: string[] }) => {
      const { names } = await forPeople(
        initController({ dir: o.dir, names: o.name, issueContext: () => issueContext(io) }),
      );
      if (o.json) return printJson(io, { dir: o.dir, names });
      io.out(
        `${o.dir}: authority and server certificate made for ${names.join(', ')}\n` +
          `next: cherub controller device add NAME --dir ${o.dir}\n`,
      );
    });
}

function registerServe(controller: Command, io: CliIo): void {
  controller
    .command('serve')
    .description('run the controller until SIGINT or SIGTERM')
    .requiredOption('--dir <dir>', 'directory made by init', resolvePath)
    .addOption(hostPortOption('--listen <host:port>', 'where devices reach it (HTTPS)', '127.0.0.1:8443'))
    .addOption(
      hostPortOption('--page <host:port>', 'where the page is (HTTP, loopback only)', '127.0.0.1:8080'),
    )
    .option(
      '--keep <count>',
      'entries kept of each kind of each app',
      positiveInteger,
      DEFAULT_RETENTION.entriesPerKindMax,
    )
    .option('--json', 'print the addresses as one JSON line once it serves')
    .addHelpText(
      'after',
      '\nExamples:\n  $ cherub controller serve --dir controller\n  $ cherub controller serve --dir controller --listen 0.0.0.0:8443 --page 127.0.0.1:9000\n',
    )
    .action(async (o: ServeOptions) => {
      const running = await forPeople(
        runController({
          dir: o.dir,
          listen: o.listen,
          page: o.page,
          retention: { ...DEFAULT_RETENTION, entriesPerKindMax: o.keep },
          now: () => io.now(),
          onProblem: (message) => io.err(`cherub controller: ${message}\n`),
        }),
      );
      const { deviceUrl, pageUrl } = running;
      if (o.json) printJson(io, { deviceUrl, pageUrl });
      else io.out(`devices: ${deviceUrl}\npage:    ${pageUrl}\n`);
      await untilAborted(io.signal);
      await running.close();
    });
}

function registerDeviceAdd(device: Command, io: CliIo): void {
  device
    .command('add')
    .description('make a certificate for a device and let it in')
    .argument('<name>', 'name of the device: letters, digits, dot, dash, underscore')
    .requiredOption('--dir <dir>', 'directory made by init', resolvePath)
    .option('--json', 'print the paths as JSON')
    .addHelpText('after', '\nExamples:\n  $ cherub controller device add edge-1 --dir controller\n')
    .action(async (name: string, o: CommonOptions) => {
      const added = await forPeople(addDevice({ dir: o.dir, name, issueContext: issueContext(io) }));
      if (o.json) return printJson(io, added);
      io.out(
        `device ${name} may send now. For the companion's config:\n` +
          '  - type: eve-api\n    url: https://127.0.0.1:8443\n' +
          `    ca: ${added.ca}\n    certificate: ${added.certificate}\n    key: ${added.key}\n`,
      );
    });
}

function registerDeviceList(device: Command, io: CliIo): void {
  device
    .command('list')
    .description('list the devices that may send')
    .requiredOption('--dir <dir>', 'directory made by init', resolvePath)
    .option('--json', 'print the devices as JSON')
    .addHelpText('after', '\nExamples:\n  $ cherub controller device list --dir controller\n')
    .action(async (o: CommonOptions) => {
      const devices = await forPeople(async () => listDevices(o.dir));
      if (o.json) {
        const rows = devices.map(({ name, fingerprint, seenMs }) => ({
          name,
          fingerprint,
          seenMs: seenMs ?? null,
        }));
        return printJson(io, rows);
      }
      if (devices.length === 0) io.out('no device yet; cherub controller device add NAME makes one\n');
      for (const { name, seenMs } of devices) {
        io.out(
          `${name}  ${seenMs === undefined ? 'never heard' : `last heard ${new Date(seenMs).toISOString()}`}\n`,
        );
      }
    });
}

function registerDeviceRemove(device: Command, io: CliIo): void {
  device
    .command('remove')
    .description('shut a device out at once, and forget what it sent')
    .argument('<name>', 'name of the device')
    .requiredOption('--dir <dir>', 'directory made by init', resolvePath)
    .option('--json', 'print the result as JSON')
    .addHelpText('after', '\nExamples:\n  $ cherub controller device remove edge-1 --dir controller\n')
    .action(async (name: string, o: CommonOptions) => {
      await forPeople(async () => removeDevice({ dir: o.dir, name }));
      if (o.json) return printJson(io, { removed: name });
      io.out(`device ${name} is shut out; its certificate and its entries are gone\n`);
    });
}

function issueContext(io: CliIo): IssueContext {
  return { nowMs: io.now(), serial: randomBytes(16) };
}

/** Makes the controller's errors the command line's. */
async function forPeople<T>(work: Promise<T> | (() => Promise<T>)): Promise<T> {
  try {
    return await (typeof work === 'function' ? work() : work);
  } catch (error) {
    if (!(error instanceof ControllerError)) throw error;
    throw new CliError(error.message, error.code === 'usage' ? 2 : 1);
  }
}

function untilAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((done) => signal.addEventListener('abort', () => done(), { once: true }));
}

function printJson(io: CliIo, value: unknown): void {
  io.out(`${JSON.stringify(value)}\n`);
}

function resolvePath(text: string): string {
  return resolve(text);
}

function collect(value: string, before: readonly string[]): string[] {
  return [...before, value];
}

function hostPortOption(flags: string, description: string, standard: string): Option {
  return new Option(flags, description).argParser(hostPort).default(hostPort(standard), standard);
}

function hostPort(text: string): HostPort {
  const parsed = parseHostPort(text);
  if (parsed === undefined) throw new InvalidArgumentError('Write HOST:PORT, for example 127.0.0.1:8443.');
  return parsed;
}

function positiveInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new InvalidArgumentError('Write a whole number above 0.');
  return value;
}
