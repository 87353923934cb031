import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as z from 'zod/mini';
import { builtInScript, diagnosticScriptShape } from '#companion/diagnosis/script.ts';
import { readConfig } from '#protocol/config/read-config.ts';

/** As the config has them. */
const shape = z.strictObject({ scripts: z.array(diagnosticScriptShape) });

function problems(text: string): string[] {
  const read = readConfig(text, shape);
  return read.ok ? [] : read.problems.map(({ line, path, message }) => `${line} ${path}: ${message}`);
}

describe('a diagnostic script', () => {
  it('is read with the defaults of its steps', () => {
    const text = `scripts:
  - name: web-hang
    steps:
      - step: vcpu-registers
      - step: exec
        name: switch-port
        level: observe
        command: [/usr/local/bin/switch-port, --all]
        timeoutSeconds: 5
`;
    const read = readConfig(text, shape);
    assert.ok(read.ok);
    assert.deepEqual(read.value.scripts, [
      {
        name: 'web-hang',
        level: 'disturb',
        timeoutSeconds: 120,
        bytesMax: 67_108_864,
        steps: [
          { step: 'vcpu-registers', samples: 10, everyMs: 200 },
          {
            step: 'exec',
            name: 'switch-port',
            level: 'observe',
            command: ['/usr/local/bin/switch-port', '--all'],
            timeoutSeconds: 5,
          },
        ],
      },
    ]);
  });

  it('tells all its problems at once, with their lines and the nearest names', () => {
    const text = `scripts:
  - name: Web Hang
    level: distrub
    timeoutSecond: 5
    steps:
      - step: sreenshot
      - step: console-tail
        bytesMax: 1
      - step: exec
        name: look
        command: look around
        level: observe
      - step: vcpu-registers
        sample: 3
`;
    const found = problems(text);
    assert.equal(found.length, 7, found.join('\n'));
    assert.match(found[0] ?? '', /^2 scripts\[0\]\.name: must be a name of a-z/u);
    assert.match(found[1] ?? '', /^3 .*did you mean disturb\?/u);
    assert.match(found[2] ?? '', /^4 .*did you mean "timeoutSeconds"\?/u);
    assert.match(found[3] ?? '', /^6 scripts\[0\]\.steps\[0\]\.step: .*did you mean screenshot\?/u);
    assert.match(found[4] ?? '', /^8 .*must be at least 1024/u);
    assert.match(found[5] ?? '', /^11 .*must be a list/u);
    assert.match(found[6] ?? '', /^14 .*did you mean "samples"\?/u);
  });

  it('needs a step', () => {
    assert.deepEqual(problems('scripts: [{name: a, steps: []}]\n'), [
      '1 scripts[0].steps: needs at least one step',
    ]);
  });

  it('that is built in is one that a person could have written', () => {
    const { success, data } = diagnosticScriptShape.safeParse(builtInScript());
    assert.ok(success);
    assert.deepEqual(data, builtInScript());
  });

  it('that is built in takes no memory', () => {
    assert.equal(
      builtInScript().steps.some(({ step }) => step === 'memory-dump'),
      false,
    );
  });
});
