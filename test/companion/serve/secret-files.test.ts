import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { loadConfig } from '#companion/config/load-config.ts';
import { secretFiles } from '#companion/serve/incidents/secret-files.ts';

test('every key and password that a config names is kept out of incidents', (t) => {
  const directory = mkdtempSync(join(tmpdir(), 'cherub-secrets-'));
  t.after(() => rmSync(directory, { recursive: true, force: true }));
  const file = join(directory, 'cherub.yaml');
  writeFileSync(
    file,
    `vms:
  - name: web
    app: 6ba7b810-9dad-11d1-80b4-00c04fd430c8
    network: { probes: [{ type: ssh, host: h, user: u, keyFile: probe.key, command: uptime }] }
scenarios:
  - { name: login, console: { user: root, passwordFile: login.txt } }
  - { name: talk, console: { dialogue: [{ expect: 'word:', sendFile: word.txt }] } }
  - { name: shell, network: { type: ssh, host: h, user: u, keyFile: shell.key, command: uptime } }
sinks: [{ type: eve-api, url: 'https://h:1', ca: ca.pem, certificate: c.pem, key: device.key }]
`,
  );
  const loaded = loadConfig(file);
  assert.ok(loaded.ok, JSON.stringify(loaded));
  const wanted = ['device.key', 'probe.key', 'login.txt', 'word.txt', 'shell.key'];
  assert.deepEqual(
    secretFiles(loaded.config),
    wanted.map((name) => join(directory, name)),
  );
});
