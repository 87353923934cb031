import { decodeUtf8 } from '#protocol/bytes/utf8.ts';
import { parseProcessStat, STAT_BYTES_MAX } from '../snapshot/process-stat.ts';
import type { ProcessWish } from './check-config.ts';
import { type CheckTools, type Finding, failed, ok, unknown } from './finding.ts';

/** A guest with more has another problem than this check's. */
const PROCESSES_MAX = 20_000;
const COMM_BYTES = 15;
const ARGUMENTS_BYTES_MAX = 16_384;
/** Command lines that one check reads. */
const CANDIDATES_MAX = 256;

/** Processes of a name that run; one that is stopped or dead and not yet buried does not count. */
export async function checkProcess(wish: ProcessWish, tools: CheckTools): Promise<Finding> {
  const { proc } = tools.port;
  const listed = proc.list('/proc');
  if (!listed.ok) return unknown(`/proc cannot be read: ${listed.code}`);
  const name = wish.name.slice(0, COMM_BYTES);
  const found: { pid: string; state: string }[] = [];
  for (const pid of listed.names.filter((each) => /^\d+$/.test(each)).slice(0, PROCESSES_MAX)) {
    const file = proc.read(`/proc/${pid}/stat`, STAT_BYTES_MAX);
    const stat = file.ok ? parseProcessStat(file.text) : undefined;
    if (stat?.comm === name) found.push({ pid, state: stat.state });
  }
  const meant = wish.argument === undefined ? found : await withArgument(found, wish.argument, tools);
  return judge(
    wish,
    meant.map(({ state }) => state),
  );
}

/** The command line needs the process's memory lock, for which a blocked process may let wait: so not by `proc`. */
async function withArgument(
  found: readonly { pid: string; state: string }[],
  argument: string,
  { port }: CheckTools,
): Promise<{ state: string }[]> {
  const meant: { state: string }[] = [];
  for (const { pid, state } of found.slice(0, CANDIDATES_MAX)) {
    const file = await port.readPart(`/proc/${pid}/cmdline`, {
      bytesMax: ARGUMENTS_BYTES_MAX,
      from: 'start',
    });
    if (
      file.ok &&
      decodeUtf8(file.bytes)
        .split('\0')
        .some((word) => word.includes(argument))
    )
      meant.push({ state });
  }
  return meant;
}

function judge(wish: ProcessWish, states: readonly string[]): Finding {
  const count = (letters: string): number => states.filter((state) => letters.includes(state)).length;
  const stopped = count('Tt');
  const dead = count('ZX');
  const running = states.length - stopped - dead;
  const others = [stopped > 0 ? `${stopped} stopped` : '', dead > 0 ? `${dead} dead` : ''].filter(Boolean);
  const said = [`${running} of ${wish.name} running`, ...others].join(', ');
  if (running < wish.min) return failed(wish.min === 1 ? said : `${said}; at least ${wish.min} are wanted`);
  if (wish.max !== undefined && running > wish.max) return failed(`${said}; at most ${wish.max} are wanted`);
  return ok(said);
}
