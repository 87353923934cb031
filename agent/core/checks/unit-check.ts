import type { UnitWish } from './check-config.ts';
import { type CheckTools, type Finding, failed, ok, unknown } from './finding.ts';

const OUTPUT_BYTES_MAX = 1024;
/** These do or will do what they are for. */
const GOOD = ['active', 'reloading', 'refreshing'];

/** The state of a systemd unit, by systemctl. */
export async function checkUnit({ name }: UnitWish, { port, timeoutMs }: CheckTools): Promise<Finding> {
  const end = await port.run(
    ['systemctl', 'show', '--property=LoadState,ActiveState,SubState,Result', '--', name],
    { timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX },
  );
  if (end.kind === 'failed') return unknown(end.problem);
  // systemd that does not answer says nothing of the unit.
  if (end.kind === 'timeout') return unknown('systemctl did not answer in time');
  if (end.kind === 'killed') return unknown(`systemctl was killed by ${end.signal}`);
  if (end.code !== 0) return unknown(`systemctl ended with ${end.code}`);
  return judge(name, new Map(end.output.split('\n').map(pairOf)));
}

function pairOf(line: string): [string, string] {
  const at = line.indexOf('=');
  return at < 0 ? ['', ''] : [line.slice(0, at), line.slice(at + 1)];
}

function judge(name: string, properties: ReadonlyMap<string, string>): Finding {
  const active = properties.get('ActiveState');
  if (active === undefined) return unknown('systemctl said nothing that is understood');
  if (properties.get('LoadState') === 'not-found') return failed(`there is no unit ${name}`);
  const result = properties.get('Result') ?? '';
  const why = result === '' || result === 'success' ? '' : `: ${result}`;
  const said = `${name} is ${active} (${properties.get('SubState') ?? ''})${why}`;
  if (GOOD.includes(active)) return ok(said);
  return active === 'activating' || active === 'maintenance' ? unknown(said) : failed(said);
}
