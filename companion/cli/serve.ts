import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Command } from 'commander';
import { formatProblems } from '#protocol/config/problem.ts';
import type { CompanionConfig } from '../config/config.ts';
import { loadConfig } from '../config/load-config.ts';
import type { ControlApi } from '../control/api.ts';
import { controlPath } from '../control/control-path.ts';
import { startControlServer, stopControlServer } from '../control/server.ts';
import type { StatusReport } from '../control/status.ts';
import { startMetricsServer, stopMetricsServer } from '../metrics/metrics-server.ts';
import { counted } from '../output/quantities.ts';
import { safeJson, safeText } from '../output/safe-text.ts';
import { Companion } from '../serve/companion.ts';
import { createControlApi } from '../serve/control-api.ts';
import type { Host } from '../serve/host.ts';
import { CliError } from './cli-error.ts';
import { CONFIG_OPTION, requireConfig } from './config-option.ts';
import type { CliIo } from './io.ts';
import { programVersion } from './version.ts';

const HELP = `
Watches over the VMs of the config until it gets SIGTERM or SIGINT; then it hands the sinks what is left and ends.
SIGHUP reads the config again; a bad one is refused and the old one stays.

Examples:
  $ cherub serve
  $ cherub serve --config ./cherub.yaml
  $ kill -HUP "$(cherub status --json | jq .pid)"
`;

/** `cherub serve` */
export function registerServe(program: Command, io: CliIo): void {
  program
    .command('serve')
    .description('watch over the VMs of the config and feed the sinks')
    .option(...CONFIG_OPTION)
    .option('--json', 'write the log as one JSON object a line')
    .addHelpText('after', HELP)
    .action((o: { config: string; json?: boolean }) => serve(o, io));
}

async function serve(o: { config: string; json?: boolean }, io: CliIo): Promise<void> {
  const host = createHost(io, o.json === true);
  const config = requireConfig(o.config, io);
  let companion: Companion | undefined;
  let api: ControlApi | undefined;
  const server = await claim(config.stateDir, () => api);
  const metrics = await openMetrics(config, () => companion?.status(), server);
  const stopReloads = reloadOnHangup(o.config, () => companion, host, io);
  try {
    companion = Companion.start(config, host, programVersion());
  } catch (error) {
    await stopControlServer(server);
    if (metrics !== undefined) await stopMetricsServer(metrics);
    throw new CliError(messageOf(error), 1);
  }
  api = createControlApi(companion);
  host.log(
    `ready: ${counted(config.vms.length, 'VM')}, ${counted(config.sinks.length, 'sink')}, state in ${config.stateDir}`,
  );
  await aborted(io.signal);
  stopReloads();
  host.log('stopping');
  await stopControlServer(server);
  if (metrics !== undefined) await stopMetricsServer(metrics);
  await companion.stop();
  host.log('stopped');
}

function createHost(io: CliIo, isJson: boolean): Host {
  const run = randomBytes(6).toString('hex');
  let count = 0;
  return {
    wallMs: () => io.now(),
    monotonicUs: () => Number(process.hrtime.bigint() / 1000n),
    random: () => Math.random(),
    uniqueId: () => {
      count += 1;
      return `${run}-${count}`;
    },
    log: (line) => {
      const at = new Date(io.now()).toISOString();
      io.err(isJson ? `${safeJson({ at, message: line })}\n` : `${at} ${safeText(line)}\n`);
    },
  };
}

/** One reload after the other; signals that come meanwhile make one more. */
function reloadOnHangup(
  file: string,
  companion: () => Companion | undefined,
  host: Host,
  io: CliIo,
): () => void {
  let running = Promise.resolve();
  let isWaiting = false;
  return io.onHangup(() => {
    if (isWaiting) return;
    isWaiting = true;
    running = running.then(async () => {
      isWaiting = false;
      const running = companion();
      // One that is just starting reads the config anyway.
      if (running !== undefined) await reload(file, running, host);
    });
  });
}

async function reload(file: string, companion: Companion, host: Host): Promise<void> {
  const loaded = loadConfig(file);
  if (!loaded.ok) {
    if (loaded.problems.length > 0) {
      for (const line of formatProblems(file, loaded.problems).split('\n')) host.log(line);
    }
    host.log(`reload: ${loaded.reason}; the old config stays`);
    return;
  }
  try {
    await companion.reload(loaded.config);
    host.log(
      `reload: ${counted(loaded.config.vms.length, 'VM')}, ${counted(loaded.config.sinks.length, 'sink')}`,
    );
  } catch (error) {
    host.log(`reload: ${messageOf(error)}; the old config stays`);
  }
}

/** Makes the state directory ours, before anything in it is read or written. */
async function claim(stateDir: string, api: () => ControlApi | undefined): Promise<Server> {
  try {
    mkdirSync(stateDir, { recursive: true, mode: 0o700 });
    return await startControlServer(controlPath(stateDir), api);
  } catch (error) {
    throw new CliError(messageOf(error), 1);
  }
}

/** Before the companion starts, so that an address that is taken is told at once. */
async function openMetrics(
  config: CompanionConfig,
  status: () => StatusReport | undefined,
  control: Server,
): Promise<Server | undefined> {
  if (config.metrics === undefined) return undefined;
  try {
    return await startMetricsServer(config.metrics, status);
  } catch (error) {
    await stopControlServer(control);
    throw new CliError(`metrics: ${messageOf(error)}; mend metrics.listen`, 1);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
