import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { encodeAppName } from '#protocol/label/app-name.ts';
import { parseLabel } from '#protocol/label/parse-label.ts';

const script = join(import.meta.dirname, '../../packaging/cron/cherub-heartbeat');
const folder = mkdtempSync(join(tmpdir(), 'cherub-cron-'));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the script as cron does, and gives what came to the console: by logger, or without it where no syslog listens. */
function beat(shell: readonly [string, ...string[]], app: string): string {
  const console = join(folder, 'console');
  const settings = join(folder, 'settings');
  writeFileSync(console, '');
  const quoted = `'${app.replaceAll("'", "'\\''")}'`;
  writeFileSync(settings, `APP=${quoted}\nCONSOLE=${console}\nSTATE=${join(folder, 'sequence')}\n`);
  const [program, ...lead] = shell;
  const { status } = spawnSync(program, [...lead, script, settings], { timeout: 30_000 });
  assert.equal(status, 0);
  return readFileSync(console, 'utf8');
}

for (const shell of [['dash'], ['busybox', 'sh'], ['bash']] as const) {
  describe(`the label by cron and logger alone, written by ${shell.join(' ')}`, () => {
    test('is one that the companion reads, and counts up', () => {
      rmSync(join(folder, 'sequence'), { force: true });
      for (const sequence of [1, 2]) {
        const parsed = parseLabel(beat(shell, 'web'));
        assert.equal(parsed.kind, 'label', JSON.stringify(parsed));
        if (parsed.kind !== 'label') continue;
        assert.equal(parsed.label.sequence, sequence);
        assert.equal(parsed.label.state, 'ok');
      }
    });

    test('encodes every application name as the agent does', () => {
      for (const app of ['shop: till 4', '-', 'wéb', 'a'.repeat(97), 'é'.repeat(60), '100% 日本', "it's"]) {
        assert.ok(beat(shell, app).includes(` app=${encodeAppName(app)} `), app);
      }
    });

    test('has the host name when no application is named', () => {
      assert.ok(beat(shell, '').includes(` app=${encodeAppName(hostname())} `));
    });
  });
}
