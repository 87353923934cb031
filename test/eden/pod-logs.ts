import { execFile, execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Adam, EDEN_UID } from './start-adam.ts';

const run = promisify(execFile);

/** One line of `eden pod logs --format=json`: protobuf JSON, in which empty fields are left out. */
export interface PodLog {
  readonly severity?: string;
  readonly source?: string;
  readonly content?: string;
  readonly msgid?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly timestamp?: string;
}

/** What the real `eden pod logs --fields=app --format=json NAME` prints. Its standard output has other lines, too. */
export async function podLogs(adam: Adam, name: string): Promise<PodLog[]> {
  const args = ['pod', 'logs', '--fields=app', '--format=json', name];
  const isRoot = process.getuid?.() === 0;
  if (isRoot) execFileSync('chown', ['-R', String(EDEN_UID), adam.home]);
  const [command, ...before] = isRoot
    ? ['setpriv', `--reuid=${EDEN_UID}`, '--clear-groups']
    : ['unshare', '--user', `--map-user=${EDEN_UID}`];
  const { stdout, stderr } = await run(command ?? '', [...before, join(adam.home, 'eden'), ...args], {
    cwd: adam.home,
    env: { HOME: adam.home, USER: 'eden', PATH: process.env['PATH'] ?? '' },
    maxBuffer: 64 << 20,
    timeout: 60_000,
  });
  if (!stdout.includes('App logs list')) throw new Error(`eden found no ${name}: ${stdout}${stderr}`);
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as PodLog);
}
