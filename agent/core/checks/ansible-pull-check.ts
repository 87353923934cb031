import type { AgentWish } from './check-config.ts';
import { type CheckTools, type Finding, failed, unknown } from './finding.ts';
import { firstText } from './first-text.ts';
import { judgeAge } from './judge-age.ts';

/** Where cron's line in Ansible's own examples sends what ansible-pull prints. It keeps no state of its own. */
const LOG = '/var/log/ansible-pull.log';
const TAIL_BYTES_MAX = 65_536;
/** A host's line below `PLAY RECAP`. */
const RECAP = /\bok=(\d+)\s+changed=(\d+)\s+unreachable=(\d+)\s+failed=(\d+)/g;

/** The last run of ansible-pull, by the recap at the end of its log. */
export async function checkAnsiblePull(wish: AgentWish, tools: CheckTools): Promise<Finding> {
  const { port, wallUs } = tools;
  const path = wish.path ?? LOG;
  const file = await firstText([path], TAIL_BYTES_MAX, tools);
  if (!file.ok) return unknown(`no log of ansible-pull: ${file.reason}`);
  const changed = await port.modified(path);
  if (!changed.ok) return unknown(`${path}: ${changed.code}`);
  const age = judgeAge('last run', {
    atUs: changed.modifiedUs,
    nowUs: wallUs(),
    maxAgeSeconds: wish.maxAgeSeconds,
  });
  const last = file.text.slice(file.text.lastIndexOf('PLAY RECAP'));
  const recaps = [...last.matchAll(RECAP)];
  if (recaps.length === 0) return unknown(`${path} ends in no PLAY RECAP; ${age.message}`);
  // A pull that could not even check out its repository prints an error behind the recap of the run before.
  const error = /^(?:ERROR!.*|.*\| FAILED!|fatal:.*)/m.exec(last)?.[0];
  const bad = recaps.reduce(
    (sum, [, , , unreachable, broken]) => sum + Number(unreachable) + Number(broken),
    0,
  );
  if (bad > 0) return failed(`${bad} tasks failed; ${age.message}`);
  return error === undefined ? age : failed(`${error.slice(0, 80)}; ${age.message}`);
}
