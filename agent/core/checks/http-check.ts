import type { HttpWish } from './check-config.ts';
import { type CheckTools, type Finding, failed, ok, unknown } from './finding.ts';

const BODY_BYTES_MAX = 65_536;
const STATUS_BAD = 400;

/** One GET: the status, and a text in the first 64 KiB of the answer. */
export async function checkHttp(wish: HttpWish, { port, timeoutMs }: CheckTools): Promise<Finding> {
  if (port.get === undefined) return unknown('this build of the agent has no HTTP');
  const end = await port.get(wish.url, { timeoutMs, bodyBytesMax: BODY_BYTES_MAX });
  if (end.kind === 'timeout') return failed(`no answer within ${timeoutMs / 1000} s`);
  if (end.kind === 'failed') return failed(`no answer: ${end.problem}`);
  const isWanted = wish.status === undefined ? end.status < STATUS_BAD : end.status === wish.status;
  if (!isWanted) {
    return failed(
      wish.status === undefined ? `status ${end.status}` : `status ${end.status} instead of ${wish.status}`,
    );
  }
  if (wish.contains !== undefined && !end.body.includes(wish.contains)) {
    return failed(`status ${end.status}, but the answer lacks the text that is wanted`);
  }
  return ok(`status ${end.status}`);
}
