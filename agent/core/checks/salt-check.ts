import { encodeUtf8 } from '#protocol/bytes/utf8.ts';
import type { AgentWish } from './check-config.ts';
import { type CheckTools, type Finding, failed, unknown } from './finding.ts';
import { judgeAge } from './judge-age.ts';

const FOLDER = '/var/cache/salt/minion';
/** Written at the end of every run of states. */
const RUN = 'highstate.cache.p';
/** What the states came to (msgpack), when the run was of named states: `state.apply NAME`. */
const RESULTS = 'sls.p';
const RESULTS_BYTES_MAX = 1_048_576;
/** Both files of one run are written one after the other. */
const SAME_RUN_US = 10_000_000;

/** In msgpack: a text of six bytes, `result`, and then false. */
const RESULT_FALSE = [0xa6, ...encodeUtf8('result'), 0xc2];

/** The last run of a Salt minion's states, by what its cache holds (seen with Salt 3008). */
export async function checkSalt(wish: AgentWish, { port, wallUs }: CheckTools): Promise<Finding> {
  const folder = wish.path ?? FOLDER;
  const run = await port.modified(`${folder}/${RUN}`);
  if (!run.ok) return unknown(`no run of states: ${folder}/${RUN}: ${run.code}`);
  const age = judgeAge('last run', {
    atUs: run.modifiedUs,
    nowUs: wallUs(),
    maxAgeSeconds: wish.maxAgeSeconds,
  });
  if (age.outcome !== 'ok') return age;
  const results = await port.modified(`${folder}/${RESULTS}`);
  if (!results.ok || Math.abs(results.modifiedUs - run.modifiedUs) > SAME_RUN_US) {
    return unknown(`${age.message}; Salt keeps no result of a highstate`);
  }
  const file = await port.readPart(`${folder}/${RESULTS}`, { bytesMax: RESULTS_BYTES_MAX, from: 'start' });
  if (!file.ok) return unknown(`${folder}/${RESULTS}: ${file.code}`);
  const failures = countOf(file.bytes, RESULT_FALSE);
  return failures > 0 ? failed(`${failures} states failed; ${age.message}`) : age;
}

function countOf(bytes: Uint8Array, pattern: readonly number[]): number {
  const [first = 0] = pattern;
  let count = 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (pattern.every((byte, i) => bytes[at + i] === byte)) count += 1;
  }
  return count;
}
