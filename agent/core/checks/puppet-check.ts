import { readYaml } from '#protocol/config/read-yaml.ts';
import type { AgentWish } from './check-config.ts';
import { type CheckTools, type Finding, failed, unknown } from './finding.ts';
import { firstText } from './first-text.ts';
import { judgeAge } from './judge-age.ts';

/** Puppet's own package since 7 and before, then Debian's, in the same order. */
const SUMMARIES = [
  '/opt/puppetlabs/puppet/public/last_run_summary.yaml',
  '/opt/puppetlabs/puppet/cache/state/last_run_summary.yaml',
  '/var/cache/puppet/public/last_run_summary.yaml',
  '/var/lib/puppet/public/last_run_summary.yaml',
  '/var/cache/puppet/state/last_run_summary.yaml',
  '/var/lib/puppet/state/last_run_summary.yaml',
];
const SUMMARY_BYTES_MAX = 65_536;

/** The last run of puppet agent, as it sums it up itself. */
export async function checkPuppet(wish: AgentWish, tools: CheckTools): Promise<Finding> {
  const paths = wish.path === undefined ? SUMMARIES : [wish.path];
  const file = await firstText(paths, SUMMARY_BYTES_MAX, tools);
  if (!file.ok) return unknown(`no last_run_summary.yaml: ${file.reason}`);
  const { yaml } = readYaml(file.text);
  const time = numberIn(yaml?.value, 'time', 'last_run');
  if (time === undefined) return unknown(`${file.path} names no last run`);
  const age = judgeAge('last run', {
    atUs: time * 1e6,
    nowUs: tools.wallUs(),
    maxAgeSeconds: wish.maxAgeSeconds,
  });
  const resources = numberIn(yaml?.value, 'resources', 'failed');
  const events = numberIn(yaml?.value, 'events', 'failure');
  // A run that got no catalog has no events in its summary, and no failed resource either.
  if (events === undefined) return failed(`the last run got no catalog; ${age.message}`);
  const failures = Math.max(resources ?? 0, events);
  return failures > 0 ? failed(`${failures} resources failed; ${age.message}`) : age;
}

function numberIn(value: unknown, section: string, key: string): number | undefined {
  const found = fieldOf(fieldOf(value, section), key);
  return typeof found === 'number' && Number.isFinite(found) ? found : undefined;
}

function fieldOf(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, unknown>>)[key];
}
