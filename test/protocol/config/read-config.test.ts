import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { formatProblems } from '#protocol/config/problem.ts';
import { PROBLEMS_MAX, readConfig } from '#protocol/config/read-config.ts';
import { CONFIG_CHARACTERS_MAX } from '#protocol/config/read-yaml.ts';
import { EXAMPLE_SCHEMA } from './example-schema.ts';

const SECRET = 'hunter2secret';
const vectors = fileURLToPath(new URL('vectors/', import.meta.url));

test('every golden file gives its golden problems', () => {
  const files = globSync('*.yaml', { cwd: vectors }).toSorted();
  assert.ok(files.length > 0);
  for (const file of files) {
    const expected = readFileSync(`${vectors}${file.replace(/yaml$/, 'txt')}`, 'utf8');
    assert.equal(`${problemsOf(readFileSync(`${vectors}${file}`, 'utf8'), file)}\n`, expected, file);
  }
});

test('a good file gives its value with the defaults, and so does an empty one', () => {
  const text =
    'app: web\nvms:\n  - { name: a, app: 6ba7b810-9dad-11d1-80b4-00c04fd430c8, console: { log: /x } }\n';
  const read = readConfig(text, EXAMPLE_SCHEMA);
  assert.ok(read.ok);
  assert.deepEqual(read.value.vms, [
    { name: 'a', app: '6ba7b810-9dad-11d1-80b4-00c04fd430c8', console: { log: '/x' }, pollSeconds: 1 },
  ]);
  for (const empty of [
    '',
    '# only a comment\n',
    '---\n',
    '\ufeff# with a byte order mark\n',
    'vms: []\r\n',
  ]) {
    const result = readConfig(empty, EXAMPLE_SCHEMA);
    assert.ok(result.ok, JSON.stringify(empty));
    assert.deepEqual(result.value, { vms: [], sinks: [], disk: 'auto', console: 'auto', enabled: true });
  }
});

test('an alias may repeat a value', () => {
  const read = readConfig('app: &name web\nconsole: none\ndisk: &d /dev/vdb\nlabels: {}\n', EXAMPLE_SCHEMA);
  assert.ok(read.ok);
  const twice = readConfig(
    'sinks:\n  - { type: file, path: &p /x }\n  - { type: file, path: *p }\n',
    EXAMPLE_SCHEMA,
  );
  assert.ok(twice.ok);
  assert.deepEqual(twice.value.sinks, [
    { type: 'file', path: '/x' },
    { type: 'file', path: '/x' },
  ]);
});

test('every value that the schema takes comes back from its YAML', () => {
  const value = fc.record(
    {
      app: fc.string({ unit: 'grapheme' }).filter((text) => !/[\u0080-\u009f]/.test(text)),
      enabled: fc.boolean(),
      disk: fc.constantFrom('auto', 'none', '/dev/vdb'),
      labels: fc.dictionary(
        fc.stringMatching(/^[a-z]{1,9}$/),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        { noNullPrototype: true },
      ),
    },
    { requiredKeys: [], noNullPrototype: true },
  );
  fc.assert(
    fc.property(value, (config) => {
      const read = readConfig(stringify(config), EXAMPLE_SCHEMA);
      assert.ok(read.ok, stringify(config));
      assert.deepEqual(read.value, {
        vms: [],
        sinks: [],
        console: 'auto',
        disk: 'auto',
        enabled: true,
        ...config,
      });
    }),
  );
});

test('a mistake anywhere is reported with its own path, line and column', () => {
  const count = 20;
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(count - 1), { minLength: 1 }), (bad) => {
      const lines = Array.from(
        { length: count },
        (_, index) => `  - { type: file, path: ${bad.includes(index) ? 7 : '/x'} }`,
      );
      const read = readConfig(['sinks:', ...lines].join('\n'), EXAMPLE_SCHEMA);
      assert.ok(!read.ok);
      const expected = bad
        .toSorted((a, b) => a - b)
        .map((index) => ({ path: `sinks[${index}].path`, line: index + 2, column: 25 }));
      assert.deepEqual(
        read.problems.map(({ path, line, column }) => ({ path, line, column })),
        expected,
      );
    }),
  );
});

test('no text makes the reader throw, and every problem has a place inside the file', () => {
  const piece = fc.constantFrom(
    'a',
    ':',
    ' ',
    '\n',
    '-',
    '[',
    ']',
    '{',
    '}',
    ',',
    '"',
    "'",
    '&x',
    '*x',
    '!',
    '|',
    '>',
    '%',
    '#',
    '?',
    '\t',
    '---',
    'vms',
    'app: ',
    '  ',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(piece, { maxLength: 40 }).map((parts) => parts.join('')),
        fc.string({ unit: 'binary' }),
      ),
      (text) => {
        const read = readConfig(text, EXAMPLE_SCHEMA);
        if (read.ok) return;
        assert.ok(read.problems.length > 0);
        const lines = text.split('\n').length;
        for (const { line, column, message } of read.problems) {
          assert.ok(
            line >= 1 && line <= lines && column >= 1,
            JSON.stringify({ text, line, column, message }),
          );
        }
        assert.match(formatProblems('x.yaml', read.problems), /^[\x20-\x7e\n…]*$/);
      },
    ),
    { numRuns: 3000 },
  );
});

test('no value of the file stands in a problem, wherever the mistake is', () => {
  const texts = [
    `app: [${SECRET}]`,
    `sinks:\n  - { type: ${SECRET} }`,
    `sinks:\n  - { type: eve-api, key: ${SECRET}, url: ${SECRET}, apiVersion: ${SECRET} }`,
    `vms: ${SECRET}`,
    `disk: ${SECRET}`,
    `console: ${SECRET}`,
    `spool: { bytesMax: ${SECRET} }`,
    `app: "${SECRET}\\q"`,
    `app: ${SECRET}: x`,
    `app: *${SECRET}`,
    `app: !${SECRET} x`,
    `app: "x" ${SECRET}`,
    `%${SECRET}\n---\napp: x`,
    `app: |${SECRET}\n x`,
    `app: @${SECRET}`,
    `${SECRET}`,
    `- ${SECRET}`,
    `app: x\n---\napp: ${SECRET}`,
  ];
  for (const text of texts) assert.doesNotMatch(problemsOf(text), /hunter2/, text);
});

test('terminal escapes and long names in keys are shown harmlessly', () => {
  const problems = problemsOf(`"\\e[2J\\n${'k'.repeat(500)}": 1\n`);
  assert.match(problems, /^x\.yaml:1:1: \["\\u001b\[2J\\nk+…"\]: unknown key/);
  assert.ok(problems.length < 300);
});

test('an alias bomb, a loop and deep nesting are refused', () => {
  const bomb = Array.from(
    { length: 9 },
    (_, n) => `a${n}: &a${n} [${n === 0 ? 'x' : `${`*a${n - 1}, `.repeat(8)}x`}]`,
  );
  assert.match(problemsOf(bomb.join('\n')), /too much through aliases/);
  assert.match(problemsOf(`labels: &l { a: 1 }\nvms: [${'*l, '.repeat(101)}]`), /more than 100 aliases/);
  assert.match(problemsOf('labels: &l { x: *l }'), /labels\.x: this alias/);
  assert.match(problemsOf('['.repeat(40) + ']'.repeat(40)), /nested deeper than 32 levels/);
  assert.match(problemsOf('['.repeat(200_000)), /nested too deeply/);
  assert.match(problemsOf('- '.repeat(200_000)), /nested too deeply/);
});

test('a text that is too large, binary or not UTF-8 is refused by its first look', () => {
  assert.equal(
    problemsOf('#'.repeat(CONFIG_CHARACTERS_MAX + 1)),
    'x.yaml:1:1: the file is larger than 1 MiB, which no configuration is',
  );
  for (const text of ['app: x\n\0', 'app: x\n\ufffd', 'app: x\n\x1b[2J', 'app: x\n\ud800']) {
    assert.equal(problemsOf(text), 'x.yaml:2:1: the file is not UTF-8 text: save it as plain UTF-8');
  }
});

test('a flood of mistakes is cut off, in linear time', () => {
  const keys = Array.from({ length: 50_000 }, (_, index) => `key${index}: 1`).join('\n');
  const twice = 'app: x\n'.repeat(50_000);
  for (const text of [keys, twice]) {
    const read = readConfig(text, EXAMPLE_SCHEMA);
    assert.ok(!read.ok);
    assert.equal(read.problems.length, PROBLEMS_MAX + 1);
    assert.equal(read.problems.at(-1)?.message, 'and more problems; mend these first');
  }
});

test('a key that JavaScript treats in its own way is an ordinary unknown key', () => {
  for (const key of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '<<']) {
    assert.match(problemsOf(`${key}: { app: x }`), /unknown key/, key);
    assert.match(problemsOf(`vms:\n  - { ${key}: 1 }`), /unknown key/, key);
  }
  assert.equal(Object.hasOwn(Object.prototype, 'app'), false);
});

function problemsOf(text: string, file = 'x.yaml'): string {
  const read = readConfig(text, EXAMPLE_SCHEMA);
  return read.ok ? 'no problem' : formatProblems(file, read.problems);
}
