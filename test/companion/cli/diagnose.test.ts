import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { Command } from 'commander';
import { registerDiagnose } from '#companion/cli/diagnose.ts';
import { registerExplain } from '#companion/cli/explain.ts';
import type { CliIo } from '#companion/cli/io.ts';
import { controlPath } from '#companion/control/control-path.ts';
import type { DiagnoseEvent } from '#companion/control/diagnose-event.ts';
import { explainJson } from '#companion/ladder/explain.ts';

/** A companion that answers every request so. */
async function serve(t: TestContext, answer: RequestListener): Promise<string> {
  const state = mkdtempSync(join(tmpdir(), 'cherub-cli-'));
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(controlPath(state), resolve));
  t.after(() => {
    server.close();
    server.closeAllConnections();
    rmSync(state, { recursive: true, force: true });
  });
  return state;
}

async function run(...args: string[]): Promise<string> {
  let written = '';
  const io: CliIo = {
    out: (text) => {
      written += text;
    },
    err: () => undefined,
    outIsTerminal: false,
    color: false,
    columns: () => 80,
    rows: () => 24,
    env: {},
    exit: { code: 0 },
    signal: new AbortController().signal,
    onHangup: () => () => undefined,
    now: () => 0,
  };
  const program = new Command().exitOverride();
  registerDiagnose(program, io);
  registerExplain(program, io);
  await program.parseAsync(args, { from: 'user' });
  return written;
}

const EVENTS: readonly DiagnoseEvent[] = [
  { kind: 'opened', incident: 'ID' },
  { kind: 'step', step: 'sysrq t', level: 'ask', number: 1, count: 2 },
  { kind: 'part', path: 'sysrq/t.txt', bytes: 2048 },
  { kind: 'missing', path: 'sysrq/z.txt', reason: 'no route\u001b[2J' },
  { kind: 'sealed', incident: 'ID', parts: 4, missing: 1 },
];

function tell(events: readonly DiagnoseEvent[], asked: string[] = []): RequestListener {
  return (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    response.end(events.map((event) => `${JSON.stringify(event)}\n`).join(''));
  };
}

test('a diagnosis tells each step, part and missing part, and where the incident is', async (t) => {
  const asked: string[] = [];
  const state = await serve(t, tell(EVENTS, asked));
  assert.deepEqual((await run('diagnose', 'we/b', '--level', 'ask', '--state', state)).split('\n'), [
    'incident ID',
    '[1/2] sysrq t (ask)',
    '    got     sysrq/t.txt, 2.0 KiB',
    '    missing sysrq/z.txt: no route\\x1b[2J',
    'sealed ID: 4 parts, 1 missing; see: cherub incidents show ID',
    '',
  ]);
  assert.deepEqual(asked, ['POST /v1/vms/we%2Fb/diagnose?level=ask']);
  const lines = (await run('diagnose', 'web', '--json', '--state', state)).trim().split('\n');
  assert.deepEqual(
    lines.map((line): unknown => JSON.parse(line)),
    EVENTS,
  );
});

test('a diagnosis that failed, or whose companion ended, is an error', async (t) => {
  const failed = await serve(t, tell([{ kind: 'failed', reason: 'no room' }]));
  await assert.rejects(run('diagnose', 'web', '--state', failed), /the diagnosis failed: no room/u);
  const ended = await serve(t, tell(EVENTS.slice(0, 2)));
  await assert.rejects(run('diagnose', 'web', '--state', ended), /ended before the incident was sealed/u);
});

test('explain shows the verdict with its votes, as it does where the ladder stands', async (t) => {
  const signal = {
    id: 'qmp.status',
    source: 'qmp',
    rung: 'process',
    state: 'alive',
    ageMs: 500,
    reason: 'running',
  } as const;
  const explained = explainJson(
    {
      state: 'dead',
      rung: 'kernel',
      sinceMs: 1000,
      lastAliveMs: 0,
      reason: 'it is silent',
      votes: [{ signal, counts: true, why: 'w' }],
      pending: { state: 'unknown', reason: 'r', sinceMs: 4000, waitMs: 3000 },
    },
    { vm: 'web', nowMs: 5000 },
  );
  const state = await serve(t, (_, response) => response.end(JSON.stringify(explained)));
  const text = await run('explain', 'web', '--state', state);
  assert.match(text, /^web: dead: kernel, for 4\.0 s\n {2}it is silent\n {2}last seen alive 5\.0 s ago\n/u);
  assert.match(text, /becomes "unknown" in 2\.0 s/u);
  assert.match(text, /qmp\.status +alive +process +qmp +0\.5 s +running \[w\]/u);
  assert.deepEqual(JSON.parse(await run('explain', 'web', '--json', '--state', state)), explained);
});
