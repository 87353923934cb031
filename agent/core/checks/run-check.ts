import { checkAnsiblePull } from './ansible-pull-check.ts';
import type { AgentWish, CheckConfig } from './check-config.ts';
import { checkChef } from './chef-check.ts';
import { checkExec } from './exec-check.ts';
import { checkFile } from './file-check.ts';
import { type CheckTools, type Finding, unknown } from './finding.ts';
import { checkHttp } from './http-check.ts';
import { checkProcess } from './process-check.ts';
import { checkPuppet } from './puppet-check.ts';
import { checkQemuGa } from './qemu-ga-check.ts';
import { checkSalt } from './salt-check.ts';
import { checkTcp } from './tcp-check.ts';
import { checkUnit } from './unit-check.ts';

const AGENTS: Readonly<Record<AgentWish['kind'], (wish: AgentWish, tools: CheckTools) => Promise<Finding>>> =
  {
    'qemu-ga': checkQemuGa,
    puppet: checkPuppet,
    chef: checkChef,
    salt: checkSalt,
    'ansible-pull': checkAnsiblePull,
  };

/** Runs one check once. Never rejects; may never settle, as the port says. */
export async function runCheck(check: CheckConfig, tools: CheckTools): Promise<Finding> {
  if (check.process !== undefined) return checkProcess(check.process, tools);
  if (check.unit !== undefined) return checkUnit(check.unit, tools);
  if (check.tcp !== undefined) return checkTcp(check.tcp, tools);
  if (check.http !== undefined) return checkHttp(check.http, tools);
  if (check.file !== undefined) return checkFile(check.file, tools);
  if (check.exec !== undefined) return checkExec(check.exec, tools);
  if (check.agent !== undefined) return AGENTS[check.agent.kind](check.agent, tools);
  return unknown('the config does not say what to check');
}
