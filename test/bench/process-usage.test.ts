import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { parseUsage, usageCommand } from '../../bench/measure/process-usage.ts';

const STAT =
  '412 (a (b) c) S 1 412 412 0 -1 4194560 2893 0 12 0 31 17 0 0 20 0 5 0 1534 637403136 11224 18446744073709551615 1 1 0 0 0 0 0 16781312 134370562 0 0 0 17 1 0 0 0 0 0 0 0 0 0 0 0 0 0';
const ROLLUP = `00400000-7ffe08447000 ---p 00000000 00:00 0                              [rollup]
Rss:               44896 kB
Pss:               43210 kB
Pss_Dirty:          9508 kB
Shared_Dirty:          4 kB
Private_Dirty:      9508 kB
`;

test('a process is read field by field, whatever brackets its name has', () => {
  assert.deepEqual(parseUsage(`${STAT}\n${ROLLUP}`), {
    residentBytes: 44896 * 1024,
    proportionalBytes: 43210 * 1024,
    privateDirtyBytes: 9508 * 1024,
    threads: 5,
    cpuTicks: 48,
    startTicks: 1534,
  });
});

test('a process that is gone is an error, not a row of zeros', () => {
  assert.throws(() => parseUsage(''), /cannot read/);
  assert.throws(() => parseUsage(STAT), /Rss/);
});

test('this very process can be read', () => {
  assert.equal(usageCommand(7), 'cat /proc/7/stat /proc/7/smaps_rollup');
  const text = readFileSync('/proc/self/stat', 'utf8') + readFileSync('/proc/self/smaps_rollup', 'utf8');
  const usage = parseUsage(text);
  assert.ok(usage.residentBytes > usage.privateDirtyBytes && usage.privateDirtyBytes > 0);
  assert.ok(usage.threads >= 1);
});
