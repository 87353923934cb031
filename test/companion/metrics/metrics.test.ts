import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { formatFamilies } from '#companion/metrics/exposition.ts';
import { startMetricsServer, stopMetricsServer } from '#companion/metrics/metrics-server.ts';
import { freePort, startProgram } from '#test/eden/start-program.ts';
import { type CompanionBench, createBench, fullConfig } from '#test/support/companion-bench.ts';
import { eventually } from '#test/support/eventually.ts';

const packaging = join(import.meta.dirname, '../../../packaging');
const specification = readFileSync(join(packaging, '../docs/specs/metrics.md'), 'utf8');
const SLOW_MS = 60_000;

/** A real `cherub serve` with an endpoint for Prometheus. */
async function serving(t: TestContext): Promise<{ bench: CompanionBench; port: number }> {
  const port = await freePort();
  const bench = createBench(t, (guest) => `${fullConfig(guest)}metrics: { listen: '127.0.0.1:${port}' }\n`);
  await bench.serve();
  return { bench, port };
}

const get = async (port: number, path = '/metrics'): Promise<string> =>
  (await fetch(`http://127.0.0.1:${port}${path}`)).text();

/** Metric names in a text. */
const namesIn = (text: string): Set<string> =>
  new Set([...text.matchAll(/\bcherub_[a-z_]+\b/g)].map(([name]) => name));

test('what cherub serve tells is good in the eyes of promtool, and all of it is specified', async (t) => {
  const { port } = await serving(t);
  const text = await get(port);
  execFileSync('promtool', ['check', 'metrics'], { input: text });
  assert.match(text, /^cherub_vm_verdict\{vm="web",app="[0-9a-f-]{36}",state="dead",rung=""\} 0$/m);
  assert.match(text, /^cherub_spool_limit_bytes 268435456$/m);
  assert.deepEqual(
    [...namesIn(text)].filter((name) => !namesIn(specification).has(name)),
    [],
  );
});

test('a real Prometheus scrapes it, takes the alert rules, and answers every query of the dashboard', {
  timeout: 120_000,
}, async (t) => {
  const { bench, port } = await serving(t);
  const own = await freePort();
  const config = join(bench.directory, 'prometheus.yml');
  const example = readFileSync(join(packaging, 'prometheus/prometheus.yml'), 'utf8');
  writeFileSync(
    config,
    example
      .replaceAll('15s', '1s')
      .replace('127.0.0.1:9475', `127.0.0.1:${port}`)
      .replace('cherub.rules.yml', join(packaging, 'prometheus/cherub.rules.yml')),
  );
  const prometheus = startProgram(
    t,
    'prometheus',
    [
      `--config.file=${config}`,
      `--storage.tsdb.path=${join(bench.directory, 'tsdb')}`,
      `--web.listen-address=127.0.0.1:${own}`,
    ],
    bench.directory,
  );
  const query = async (expression: string): Promise<{ status: string; data: { result: unknown[] } }> =>
    JSON.parse(await get(own, `/api/v1/query?query=${encodeURIComponent(expression)}`));
  await eventually(
    'Prometheus has scraped the companion',
    async () => {
      const found = await query('cherub_build_info{job="cherub"}').catch(() => undefined);
      return (found?.data.result.length ?? 0) > 0 || undefined;
    },
    SLOW_MS,
  ).catch((error: unknown) => {
    throw new Error(`${String(error)}\n${prometheus.text}`);
  });
  const rules = JSON.parse(await get(own, '/api/v1/rules')) as {
    data: { groups: { rules: { health: string; lastError?: string }[] }[] };
  };
  assert.deepEqual(
    rules.data.groups.flatMap((group) => group.rules.flatMap(({ lastError }) => lastError ?? [])),
    [],
  );
  const dashboard = JSON.parse(readFileSync(join(packaging, 'grafana/cherub.json'), 'utf8')) as {
    panels: { title: string; targets: { expr: string }[] }[];
  };
  const known = namesIn(specification);
  for (const { title, targets } of dashboard.panels) {
    for (const { expr } of targets) {
      const answer = await query(expr.replaceAll('$instance', '.*').replaceAll('$__rate_interval', '1m'));
      assert.equal(answer.status, 'success', `${title}: ${expr}`);
      assert.deepEqual(
        [...namesIn(expr)].filter((name) => !known.has(name)),
        [],
        title,
      );
    }
  }
});

test('the alert rules pass their own tests', () => {
  const folder = join(packaging, 'prometheus');
  const said = execFileSync('promtool', ['test', 'rules', 'cherub.rules.test.yml'], { cwd: folder });
  assert.match(String(said), /SUCCESS/);
  execFileSync('promtool', ['check', 'rules', 'cherub.rules.yml'], { cwd: folder });
});

test('a name with any characters stays within its label', () => {
  const text = formatFamilies([
    {
      name: 'x',
      help: 'h',
      type: 'gauge',
      samples: [{ labels: { vm: 'a"} 1\n# HELP \\ \ud800' }, value: 1 }],
    },
  ]);
  assert.equal(text.split('\n').length, 4, 'help, type, one sample, end');
  execFileSync('promtool', ['check', 'metrics'], { input: text });
});

test('the endpoint answers nothing else, and an address that is taken is told', async (t) => {
  const port = await freePort();
  const at = { host: '127.0.0.1', port };
  const server = await startMetricsServer(at, () => undefined);
  t.after(() => stopMetricsServer(server));
  const ask = async (path: string, method = 'GET'): Promise<number> =>
    (await fetch(`http://127.0.0.1:${port}${path}`, { method })).status;
  assert.deepEqual(
    [await ask('/'), await ask('/metrics', 'POST'), await ask('/metrics?x=1')],
    [404, 405, 503],
  );
  await assert.rejects(
    startMetricsServer(at, () => undefined),
    /EADDRINUSE/,
  );
});
