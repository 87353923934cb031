import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import protobuf from 'protobufjs';
import { CAPABILITY_NAMES } from '#protocol/messages/capability-names.ts';
import { messageToJson } from '#protocol/messages/to-json.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const source = join(root, 'protocol/messages/cherub.proto');
const specification = readFileSync(join(root, 'docs/specs/messages.md'), 'utf8');

test('what is checked in is what the generator makes of the source', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cherub-generate-'));
  try {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: { generate: string };
    };
    // `npm run generate` itself, with every output sent to another folder.
    const outputs = [...scripts.generate.matchAll(/-o (\S+\/)([\w-]+)\.js/g)].map(
      ([, path = '', name = '']) => ({ path, name }),
    );
    assert.ok(outputs.some(({ path }) => path === 'protocol/messages/generated/'));
    const command = scripts.generate.replaceAll(/-o \S+\/([\w-]+\.js)/g, `-o ${folder}/$1`);
    const path = `${join(root, 'node_modules/.bin')}:${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`;
    execFileSync('sh', ['-c', command], { cwd: root, env: { ...process.env, PATH: path } });
    for (const { path: generated, name } of outputs) {
      for (const file of [`${name}.js`, `${name}.d.ts`]) {
        const same =
          readFileSync(join(folder, file), 'utf8') === readFileSync(join(root, generated, file), 'utf8');
        assert.ok(same, `${generated}${file} differs: run npm run generate and commit it`);
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('every enum field shows its name in JSON, and no other field is taken for an enum', () => {
  for (const type of messageTypes()) {
    for (const field of type.fieldsArray) {
      const isEnum = field.resolve().resolvedType instanceof protobuf.Enum;
      if (field.resolvedType !== null && !isEnum) continue;
      const shown = messageToJson({ [field.name]: 1 })[field.name];
      const takesNumbers = isEnum || !['string', 'bytes', 'bool'].includes(field.type);
      if (takesNumbers) assert.equal(typeof shown, isEnum ? 'string' : 'number', field.fullName);
    }
  }
});

test('64-bit fields are all unsigned, and every float is a float32', () => {
  for (const type of messageTypes()) {
    for (const { type: fieldType, fullName } of type.fieldsArray) {
      assert.ok(
        !['int64', 'sint64', 'fixed64', 'sfixed64', 'double', 'sint32', 'int32'].includes(fieldType),
        fullName,
      );
    }
  }
});

test('the specification names every message with every field, and nothing else', () => {
  const sections = new Map(
    [...specification.matchAll(/^### (\w+)\n([\s\S]*?)(?=^##|$(?![\s\S]))/gm)].map(
      ([, name = '', text = '']) => [name, text],
    ),
  );
  const types = messageTypes();
  assert.deepEqual([...sections.keys()].toSorted(), types.map(({ name }) => name).toSorted());
  for (const { name, fieldsArray } of types) {
    const rows = [...(sections.get(name) ?? '').matchAll(/^\| (\d+) \| `(\w+)` \|/gm)].map(
      ([, id, field]) => `${id} ${field}`,
    );
    assert.deepEqual(
      rows,
      fieldsArray.map(({ id, name: field }) => `${id} ${snakeCase(field)}`),
      name,
    );
  }
});

test('the specification names every capability, in order', () => {
  const section = specification.split('## Capabilities')[1]?.split('\n## ')[0] ?? '';
  const names = [...section.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
  assert.deepEqual(names, [...CAPABILITY_NAMES]);
});

function messageTypes(): protobuf.Type[] {
  const namespace = protobuf.parse(readFileSync(source, 'utf8')).root.resolveAll().lookup('cherub');
  assert.ok(namespace instanceof protobuf.Namespace);
  return namespace.nestedArray.filter((nested) => nested instanceof protobuf.Type);
}

function snakeCase(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
