import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { askSystemInformation } from '#agent/platform/node/inventory/ask-system-information.ts';
import { collectCapabilities, startInventory } from '#agent/platform/node/inventory/create-inventory.ts';

function makeProgram(script: string): { readonly path: string; readonly folder: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'inventory-'));
  const path = join(folder, 'program');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return { path, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

test('the whole inventory of this machine comes with systeminformation', async () => {
  const inventory = await collectCapabilities();
  assert.ok(inventory.kernelRelease);
  assert.ok((inventory.capabilities ?? []).length > 20);
  assert.deepEqual(inventory.pending, []);
});

test('the helper process is asked with its hidden command and its answer is read', async () => {
  const program = makeProgram(`[ "$2" = system-information ] && echo '{"systemVendor":"ACME"}'`);
  const answer = await askSystemInformation([program.path, 'main.ts'], new AbortController().signal);
  program.remove();
  assert.equal(answer.ok && answer.value.systemVendor, 'ACME');
});

test('a helper that fails, prints nonsense or is not there gives a reason', async () => {
  const { signal } = new AbortController();
  for (const [script, reason] of [
    ['exit 4', 'ended with 4'],
    ['echo nonsense', 'ended with 0'],
  ] as const) {
    const program = makeProgram(script);
    assert.deepEqual(await askSystemInformation([program.path], signal), { ok: false, problem: reason });
    program.remove();
  }
  const answer = await askSystemInformation(['/nonexistent/agent'], signal);
  assert.match(answer.ok ? '' : answer.problem, /^cannot be started/);
});

test('a helper that hangs is killed with everything that it started', async () => {
  const program = makeProgram(`sleep 60 &\necho $! > "$(dirname "$0")/pid"\nwait`);
  const abort = new AbortController();
  const answer = askSystemInformation([program.path], abort.signal);
  const pidFile = join(program.folder, 'pid');
  while (!existsSync(pidFile) || readFileSync(pidFile, 'utf8') === '') {
    await new Promise((resolve) => setImmediate(resolve));
  }
  const pid = Number(readFileSync(pidFile, 'utf8'));
  abort.abort();
  assert.equal((await answer).ok, false);
  const state = existsSync(`/proc/${pid}/stat`)
    ? readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.[0]
    : 'gone';
  assert.ok(state === 'gone' || state === 'Z', state);
  program.remove();
});

test('the first inventory comes before systeminformation and says that it is pending', async () => {
  const told = await new Promise<readonly string[]>((resolve) => {
    const stop = startInventory({
      selfCommand: ['/nonexistent/agent'],
      onInventory: (inventory) => {
        stop();
        resolve(inventory.pending ?? []);
      },
    });
  });
  assert.deepEqual(told, ['system-information']);
});
