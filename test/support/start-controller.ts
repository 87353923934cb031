import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DeviceApiLimits } from '#companion/controller/device-api/device-server.ts';
import { initController } from '#companion/controller/init-controller.ts';
import { addDevice, type DeviceAdded } from '#companion/controller/manage-devices.ts';
import { type RunningController, runController } from '#companion/controller/run-controller.ts';
import type { Retention } from '#companion/controller/store/entry-writer.ts';
import { createEveApiSink } from '#companion/sinks/eve-api/sink.ts';
import type { Sink } from '#companion/sinks/sink.ts';

/** A real controller on free loopback ports, in a directory of its own, with one device `edge-1`. */
export interface TestController extends RunningController {
  readonly dir: string;
  readonly device: DeviceAdded;
  readonly problems: string[];
  /** A sink of the device. */
  sink(route?: 'logs' | 'newlogs'): Sink;
  /** Ends everything and removes the directory. */
  end(): Promise<void>;
}

/** A time and a serial number for a certificate; by default of now. */
export function issueContext(nowMs = Date.now()) {
  return { nowMs, serial: randomBytes(16) };
}

export async function startController(
  o: { readonly limits?: DeviceApiLimits; readonly retention?: Retention; readonly now?: () => number } = {},
): Promise<TestController> {
  const dir = mkdtempSync(join(tmpdir(), 'cherub-controller-'));
  await initController({ dir, names: [], issueContext });
  const device = await addDevice({ dir, name: 'edge-1', issueContext: issueContext() });
  const problems: string[] = [];
  const running = await runController({
    dir,
    listen: { host: '127.0.0.1', port: 0 },
    page: { host: '127.0.0.1', port: 0 },
    now: o.now ?? Date.now,
    onProblem: (message) => problems.push(message),
    ...(o.limits === undefined ? {} : { limits: o.limits }),
    ...(o.retention === undefined ? {} : { retention: o.retention }),
  });
  const sinks: Sink[] = [];
  return {
    ...running,
    dir,
    device,
    problems,
    sink: (route = 'logs') => {
      const { ca, certificate, key } = device;
      const sink = createEveApiSink({
        name: 'test',
        url: running.deviceUrl,
        apiVersion: 1,
        route,
        ca,
        certificate,
        key,
        timeoutMs: 10_000,
      });
      sinks.push(sink);
      return sink;
    },
    end: async () => {
      for (const sink of sinks) await sink.close?.();
      await running.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}
