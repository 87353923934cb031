import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Manifest } from '#companion/incidents/manifest.ts';
import { makeAgentDisk } from '#test/support/agent-guest.ts';
import { APP_ID, ofKind, readEntries } from '#test/support/companion-bench.ts';
import { eventually } from '#test/support/eventually.ts';
import { type CherubProcess, runCherub, startCherub } from '#test/support/run-cherub.ts';
import { makeBlankDisk, makeExt4Disk } from '#test/vm/guest/disks.ts';
import type { Guest } from '#test/vm/guest/guest.ts';
import { withGuest } from '#test/vm/guest/with-guest.ts';
import { lockupModule } from './inject/lockup-module.ts';
import { describeShape, LINK_PORT, type Shape, type ShapeFiles, serveConfig, shapePaths } from './shape.ts';

const MIB = 1024 * 1024;
/** Boot, agent and first round of probes, on a machine with other work. */
const HEALTHY_MS = 150_000;

/** One verdict that `cherub serve` told. */
export interface ToldVerdict {
  readonly atMs: number;
  readonly state: string;
  readonly rung?: string;
  readonly reason: string;
  /** `ID (SOURCE)` of each vote that counts. */
  readonly votes: readonly string[];
}

/** A VM of a shape with agent and application, and a `cherub serve` that watches it. */
export class FaultVm {
  readonly shape: Shape;
  readonly guest: Guest;
  readonly folder: string;
  readonly #serving: CherubProcess;

  constructor(shape: Shape, guest: Guest, folder: string, serving: CherubProcess) {
    this.shape = shape;
    this.guest = guest;
    this.folder = folder;
    this.#serving = serving;
  }

  /** All verdicts so far, in the order in which they were told. */
  verdicts(): ToldVerdict[] {
    return ofKind(readEntries(join(this.folder, 'entries.jsonl')), 'verdict').map(({ atMs, content }) => {
      const told = JSON.parse(content) as {
        verdict: string;
        rung?: string;
        reason: string;
        votes: { id: string; source: string }[];
      };
      return {
        atMs,
        state: told.verdict,
        ...(told.rung !== undefined && { rung: told.rung }),
        reason: told.reason,
        votes: told.votes.map(({ id, source }) => `${id} (${source})`),
      };
    });
  }

  /** Types a command and does not wait for it: it may end whoever would answer. */
  type(command: string): Promise<void> {
    return this.guest.console.send(`(${command}) >/dev/null 2>&1 &\n`);
  }

  /** @param fromMs wall clock; verdicts told before it do not count */
  async untilState(
    state: string,
    o: { readonly fromMs: number; readonly deadlineMs: number },
  ): Promise<void> {
    await eventually(
      `the verdict ${state}`,
      () => {
        const last = this.verdicts().at(-1);
        // What had been so before and was never told otherwise is so still.
        return (last?.state === state && (last.atMs >= o.fromMs || state === 'healthy')) || undefined;
      },
      o.deadlineMs,
    );
  }

  /** The manifests of all sealed incidents that were opened since then. */
  async incidents(fromMs: number): Promise<Manifest[]> {
    const folder = join(this.folder, 'state', 'incidents');
    const found: Manifest[] = [];
    for (const name of await readdir(folder).catch((): string[] => [])) {
      const text = await readFile(join(folder, name, 'manifest.json'), 'utf8').catch(() => undefined);
      if (text === undefined) continue;
      const manifest = JSON.parse(text) as Manifest;
      if (manifest.openedAtMs >= fromMs) found.push(manifest);
    }
    return found;
  }

  /** For the person who reads of a wrong verdict. */
  async story(): Promise<string> {
    const run = await runCherub(['explain', 'web', '--state', join(this.folder, 'state')]);
    const told = this.verdicts().map(
      ({ atMs, state, rung, reason }) => `${new Date(atMs).toISOString()} ${state} ${rung ?? ''}: ${reason}`,
    );
    return [`verdicts:`, ...told, run.out, run.err, 'cherub serve:', this.#serving.err.slice(-3000)].join(
      '\n',
    );
  }
}

/** Boots the shape, starts `cherub serve`, waits until it says healthy, and leaves nothing behind. */
export async function withFaultVm(
  t: TestContext,
  o: { readonly shape: Shape; readonly name: string },
  use: (vm: FaultVm) => Promise<void>,
): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'faults-'));
  try {
    const files = await makeFiles(o.shape, folder);
    await withGuest(t, describeShape(o.shape, o.name, files), async (guest) => {
      const config = join(folder, 'cherub.yaml');
      const link = o.shape === 'own' ? { linkSocket: guest.portPath(LINK_PORT) } : {};
      await writeFile(
        config,
        serveConfig(o.shape, { appId: APP_ID, consoleSocket: guest.consolePath, files, ...link }),
      );
      const serving = startCherub(['serve', '--config', config]);
      try {
        const vm = new FaultVm(o.shape, guest, folder, serving);
        await guest.console.waitForShell({ deadlineMs: HEALTHY_MS });
        await vm
          .untilState('healthy', { fromMs: 0, deadlineMs: HEALTHY_MS })
          .catch(async (error: unknown) => {
            throw new Error(`${String(error)}\n${await vm.story()}`);
          });
        await use(vm);
      } finally {
        serving.child.kill('SIGTERM');
        await Promise.race([serving.ended, sleep(10_000)]);
        serving.child.kill('SIGKILL');
      }
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function makeFiles(shape: Shape, folder: string): Promise<ShapeFiles> {
  const paths = shapePaths(folder);
  const agentDisk = await makeAgentDisk(folder);
  await makeExt4Disk(paths.dataDisk, {
    label: 'srv',
    files: [{ path: '/data', content: new Uint8Array(64 * 1024).fill(0x61) }],
  });
  // Not all zero: nobody may take it for a blank volume.
  await writeFile(paths.brokenDisk, Buffer.alloc(MIB, 'not a blank volume\n'));
  if (shape === 'eve') await makeBlankDisk(paths.recorder, 16 * MIB);
  else {
    const made = await runCherub(['disk', 'create', paths.recorder, '--size', '16M', '--app', 'web']);
    if (made.code !== 0) throw new Error(made.err);
  }
  return { ...paths, agentDisk, injector: await lockupModule(), httpPort: await freePort() };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
