import assert from 'node:assert/strict';
import { test } from 'node:test';
import { toCompanionConfig } from '#companion/config/config.ts';
import { configShape } from '#companion/config/schema.ts';
import { formatProblems } from '#protocol/config/problem.ts';
import { readConfig } from '#protocol/config/read-config.ts';

const VMS = `vms:
  - { name: web, app: 6ba7b810-9dad-11d1-80b4-00c04fd430c8, console: { socket: c }, labels: { role: front }, qga: { socket: q } }
`;

function problems(text: string): string[] {
  const read = readConfig(text, configShape);
  assert.ok(!read.ok);
  return formatProblems('f', read.problems).split('\n');
}

test('scenarios get the fields that people know, and their paths are made absolute', () => {
  const read = readConfig(
    `${VMS}
scenarios:
  - { name: stock }
  - name: shell
    periodSeconds: 30
    console: { user: root, passwordFile: pw, dialogue: }
    network: { type: ssh, host: web, user: root, keyFile: key, command: "true" }
    diagnosis: default
  - { name: db, agent: { check: postgres }, rung: application, transports: [disk, link] }
bindings:
  - { scenario: stock, app: 6BA7B810-9dad-11d1-80b4-00c04fd430c8 }
  - { scenario: shell, label: role=front }
`.replace(', dialogue: }', ' }'),
    configShape,
  );
  assert.ok(read.ok);
  const { scenarios, bindings, vms } = toCompanionConfig(read.value, '/etc/cherub');
  const [stock, shell, db] = scenarios;
  assert.deepEqual(stock?.timing, {
    initialDelayMs: 0,
    periodMs: 10_000,
    timeoutMs: 5000,
    successThreshold: 1,
    failureThreshold: 3,
  });
  assert.deepEqual(stock.transports, ['console', 'link', 'disk']);
  assert.deepEqual(shell?.transports, ['console', 'network']);
  assert.deepEqual([shell.timing.periodMs, shell.diagnosis], [30_000, 'default']);
  assert.deepEqual(db?.transports, ['disk', 'link']);
  assert.equal(shell.console.passwordFile, '/etc/cherub/pw');
  assert.equal(shell.network?.type === 'ssh' && shell.network.keyFile, '/etc/cherub/key');
  assert.deepEqual(bindings[1], { scenario: 'shell', target: { kind: 'label', label: 'role=front' } });
  assert.deepEqual([vms[0]?.labels, vms[0]?.qga], [{ role: 'front' }, { socket: '/etc/cherub/q' }]);
});

test('all problems of scenarios and bindings are told at once, with the nearest name', () => {
  const text = `${VMS}scenarios:
  - { name: shell, perodSeconds: 5, timeoutSeconds: 0 }
  - { name: shell, transports: [consol, disk] }
  - { name: a b, diagnosis: defalt }
  - name: own
    console: { user: root, dialogue: [{ expect: x, optional: true }] }
    network: { type: tpc }
bindings:
  - { scenario: shel, app: wbe }
  - { scenario: shell, app: web, label: role }
  - { scenario: shell, label: rol=front }
`;
  assert.deepEqual(problems(text), [
    'f:4:20: scenarios[0].perodSeconds: unknown key; did you mean "periodSeconds"?',
    'f:4:53: scenarios[0].timeoutSeconds: must be at least 0.5',
    'f:5:13: scenarios[1].name: is the same as scenarios[0].name; each needs its own',
    'f:5:33: scenarios[1].transports[0]: must be one of console, link, disk, network, qga; did you mean console?',
    'f:6:13: scenarios[2].name: must be a name of letters, digits, dot, - and _, at most 64 characters',
    'f:6:29: scenarios[2].diagnosis: there is no such diagnostic script; did you mean "default"?',
    'f:8:5: scenarios[3].console: has either a dialogue of its own or user, passwordFile, command, contains, logout, not both',
    'f:8:28: scenarios[3].console.dialogue: must not end with an optional step',
    'f:9:22: scenarios[3].network.type: must be one of tcp, http, icmp, ssh; did you mean tcp?',
    'f:11:17: bindings[0].scenario: there is no such scenario; did you mean "shell"?',
    'f:11:28: bindings[0].app: there is no such VM; did you mean "web"?',
    'f:12:5: bindings[1]: must have either app or label, not both',
    'f:13:31: bindings[2].label: there is no such VM with this label; did you mean "role=front"?',
  ]);
});
