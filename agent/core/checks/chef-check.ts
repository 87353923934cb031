import type { AgentWish } from './check-config.ts';
import { type CheckTools, type Finding, failed, unknown } from './finding.ts';
import { judgeAge } from './judge-age.ts';

/** `file_cache_path` of Chef, of Cinc, and of both in local mode. */
const FOLDERS = [
  '/var/chef/cache',
  '/var/cinc/cache',
  '/root/.chef/local-mode-cache/cache',
  '/root/.cinc/local-mode-cache/cache',
];
/** Cookbooks and packages stand there too. */
const NAMES_MAX = 10_000;

/**
 * The last run of chef-client. Every run writes its process id into its lock file, and a run that fails leaves a stack trace: no
 * report handler is needed.
 */
export async function checkChef(wish: AgentWish, { port, wallUs }: CheckTools): Promise<Finding> {
  for (const folder of wish.path === undefined ? FOLDERS : [wish.path]) {
    const listed = await port.list(folder, NAMES_MAX);
    if (!listed.ok && listed.code === 'ENOENT') continue;
    if (!listed.ok) return unknown(`${folder}: ${listed.code}`);
    const lock = listed.names.find((name) => name.endsWith('-client-running.pid'));
    if (lock === undefined) return unknown(`${folder} has no lock file of a run`);
    const started = await port.modified(`${folder}/${lock}`);
    if (!started.ok) return unknown(`${folder}/${lock}: ${started.code}`);
    const trace = listed.names.find((name) => name.endsWith('-stacktrace.out'));
    const broken = trace === undefined ? undefined : await port.modified(`${folder}/${trace}`);
    const age = judgeAge('last run began', {
      atUs: started.modifiedUs,
      nowUs: wallUs(),
      maxAgeSeconds: wish.maxAgeSeconds,
    });
    const hasFailed = broken?.ok === true && broken.modifiedUs >= started.modifiedUs;
    return hasFailed ? failed(`the last run failed, see ${folder}/${trace}; ${age.message}`) : age;
  }
  return unknown(`there is no folder ${wish.path ?? FOLDERS[0]}`);
}
