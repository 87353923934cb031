import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import type { StatusReport } from '#companion/control/status.ts';
import type { Entry } from '#companion/entries/entry.ts';
import { eventually } from './eventually.ts';
import { FakeGuest } from './fake-guest.ts';
import { type CherubProcess, runCherub, startCherub } from './run-cherub.ts';

export const APP_ID = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

/** A directory with a config, one fake guest and what `cherub serve` makes there; all gone after the test. */
export interface CompanionBench {
  readonly directory: string;
  readonly config: string;
  readonly guest: FakeGuest;
  writeConfig(text: string): void;
  /** `cherub serve`, ready. */
  serve(): Promise<CherubProcess>;
  /** What the file sink holds by now. */
  entries(): Entry[];
  status(): Promise<StatusReport>;
}

export function createBench(
  t: TestContext,
  makeConfig: (guest: FakeGuest) => string = fullConfig,
): CompanionBench {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-serve-'));
  const guestDirectory = join(directory, 'guest');
  mkdirSync(guestDirectory);
  const guest = new FakeGuest({ directory: guestDirectory });
  const config = join(directory, 'cherub.yaml');
  const running = new Set<CherubProcess>();
  writeFileSync(config, makeConfig(guest));
  t.after(async () => {
    for (const each of running) each.child.kill('SIGKILL');
    await Promise.all([...running].map((each) => each.ended));
    await guest.stop();
    rmSync(directory, { recursive: true, force: true });
  });
  return {
    directory,
    config,
    guest,
    writeConfig: (text) => writeFileSync(config, text),
    serve: async () => {
      const serving = startCherub(['serve', '--config', config]);
      running.add(serving);
      await eventually('cherub serve is ready', () => {
        if (serving.child.exitCode !== null) throw new Error(`cherub serve ended: ${serving.err}`);
        return serving.err.includes('ready: ') || undefined;
      });
      return serving;
    },
    entries: () => readEntries(join(directory, 'entries.jsonl')),
    status: async () => {
      const run = await runCherub(['status', '--state', join(directory, 'state'), '--json']);
      if (run.code !== 0) throw new Error(run.err);
      return JSON.parse(run.out) as StatusReport;
    },
  };
}

/** All three channels and a file sink. */
export function fullConfig(guest: FakeGuest): string {
  return `state: state
node: { name: test-node }
vms:
  - name: web
    app: ${APP_ID}
    console: { socket: ${guest.consolePath} }
    recorder: { disk: ${guest.diskPath}, pollSeconds: 0.1 }
    link: { socket: ${guest.linkPath}, pingSeconds: 1 }
sinks:
  - { type: file, path: entries.jsonl }
`;
}

export function readEntries(path: string): Entry[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry);
}

export function ofKind(entries: readonly Entry[], kind: string): Entry[] {
  return entries.filter((entry) => entry.tags['cherub.kind'] === kind);
}
