import type { ExecWish } from './check-config.ts';
import { type CheckTools, type Finding, failed, ok, unknown } from './finding.ts';

const OUTPUT_BYTES_MAX = 4096;
/** The monitoring plugins' code for "could not tell". */
const CODE_UNKNOWN = 3;

/** A program of the user's: 0 is ok, 3 could not tell, anything else and no end in time is failed. Its first line is the message. */
export async function checkExec({ command }: ExecWish, { port, timeoutMs }: CheckTools): Promise<Finding> {
  const [program = '', ...parameters] = command;
  const end = await port.run([program, ...parameters], { timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX });
  if (end.kind === 'failed') return unknown(`cannot be run: ${end.problem}`);
  const said = end.output.trim().split('\n', 1)[0] ?? '';
  if (end.kind === 'timeout') return failed(`did not end within ${timeoutMs / 1000} s`);
  if (end.kind === 'killed') return failed(`was killed by ${end.signal}`);
  if (end.code === 0) return ok(said === '' ? 'ended with 0' : said);
  const message = said === '' ? `ended with ${end.code}` : `${said} (${end.code})`;
  return end.code === CODE_UNKNOWN ? unknown(message) : failed(message);
}
