import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLabelFacts } from '#agent/core/heartbeat/label-facts.ts';

const files: Record<string, string> = {
  '/proc/loadavg': '0.52 0.40 0.31 1/123 4567\n',
  '/proc/meminfo': 'MemTotal:        1000000 kB\nMemFree:          100000 kB\nMemAvailable:     340000 kB\n',
  '/proc/pressure/cpu':
    'some avg10=1.50 avg60=0.10 avg300=0.00 total=12\nfull avg10=9.00 avg60=0 avg300=0 total=1\n',
  '/proc/pressure/memory': 'some avg10=0.00 avg60=0.00 avg300=0.00 total=0\n',
  '/proc/pressure/io': 'some avg10=22.25 avg60=0.00 avg300=0.00 total=0\n',
};

test('a label takes load, available memory and pressure from /proc', () => {
  assert.deepEqual(
    readLabelFacts((path) => files[path]),
    { load1: 0.52, memoryAvailablePercent: 34, pressure: { cpu: 1.5, memory: 0, io: 22.25 } },
  );
});

test('what a kernel does not have is left out', () => {
  assert.deepEqual(
    readLabelFacts((path) => (path === '/proc/loadavg' ? files[path] : undefined)),
    { load1: 0.52 },
  );
  assert.deepEqual(
    readLabelFacts(() => 'nonsense'),
    {},
  );
});
