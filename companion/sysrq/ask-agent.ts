import type { RequestBody } from '#protocol/link/host-session.ts';
import { cherub } from '#protocol/messages/generated/cherub.js';
import { safeText } from '../output/safe-text.ts';
import type { RequestResult } from '../sources/link/link-port.ts';
import type { SysrqKey } from './sysrq-key.ts';

/** How an agent is asked, by link or by mailbox. Never rejects, and ends within the deadline. */
export type AskAgent = (body: RequestBody, deadlineMs: number) => Promise<RequestResult>;

export type AgentAnswer =
  | { readonly ok: true; readonly text: string; readonly isComplete: boolean; readonly missing?: string }
  | { readonly ok: false; readonly reason: string };

/** Has the agent press a key. The log level does not matter to it: it reads /dev/kmsg. */
export async function askAgent(
  ask: AskAgent,
  key: SysrqKey,
  o: { readonly deadlineMs: number; readonly bytesMax: number },
): Promise<AgentAnswer> {
  const result = await ask({ sysrq: { key } }, o.deadlineMs);
  if (!result.ok) return { ok: false, reason: `the agent: ${result.reason}` };
  const { code, message, sysrq } = result.answer;
  if (code !== cherub.Code.CODE_OK || sysrq === undefined || sysrq === null) {
    const said = safeText((message ?? '').slice(0, 300));
    return {
      ok: false,
      reason: `the agent answered ${cherub.Code[code ?? 0] ?? code}${said && `: ${said}`}`,
    };
  }
  const whole = safeLines(sysrq.text ?? '');
  if (whole === '') return { ok: false, reason: 'the agent heard nothing of the kernel' };
  const isCut = whole.length > o.bytesMax;
  const text = isCut ? whole.slice(0, whole.lastIndexOf('\n', o.bytesMax) + 1) : whole;
  const why = isCut ? 'the rest found no room' : safeText((sysrq.reason ?? '').slice(0, 300));
  if (sysrq.complete === true && !isCut) return { ok: true, text, isComplete: true };
  return { ok: true, text, isComplete: false, missing: why === '' ? 'the agent does not say' : why };
}

function safeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => safeText(line))
    .join('\n');
}
