import type { RequestBody } from '#protocol/link/host-session.ts';
import type { ConsoleAccess } from '../sources/console/console-access.ts';
import type { RequestResult } from '../sources/link/link-port.ts';

/** Whoever takes requests to the agent: the link, or the mailbox on the recorder disk. Never rejects. */
export interface AgentPort {
  request(body: RequestBody, deadlineMs: number): Promise<RequestResult>;
}

/** What scenarios need of a VM. What is left out, the VM has not. */
export interface ScenarioVm {
  readonly name: string;
  /** Lower case. */
  readonly appId: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly console?: ConsoleAccess;
  readonly link?: AgentPort;
  readonly mailbox?: AgentPort;
  /** How old the newest record on the recorder disk is; undefined when none was seen yet. */
  readonly recorder?: () => { readonly ageMs: number; readonly promisedMs: number } | undefined;
  /** Path of qemu-guest-agent's socket. */
  readonly qga?: string;
  /** Why a channel that the config names cannot be used now; undefined: it can. One line for people. */
  readonly missing?: (channel: 'console' | 'recorder' | 'link') => string | undefined;
}
