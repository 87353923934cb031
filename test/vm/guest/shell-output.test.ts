import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { findOutput, findStatus } from './shell-output.ts';

const TOKEN = 'g0123456789ab';
const KERNEL_LINE = '[   12.345678] eth0: Link is up @ 1000 Mbps\n';

/** The console's text for an output, as the guest's shell writes it. */
function wire(output: Buffer): string {
  const lines = output.toString('base64').match(/.{1,76}/g) ?? [];
  return lines.map((line, index) => `@${TOKEN}:${index + 1}:${line}:@\n`).join('');
}

function statusOf(output: Buffer): { exitCode: number; bytes: number; md5: string } {
  return { exitCode: 0, bytes: output.length, md5: createHash('md5').update(output).digest('hex') };
}

test('a status line is found inside other text, and not in the echo of the command', () => {
  const md5 = 'd41d8cd98f00b204e9800998ecf8427e';
  assert.deepEqual(findStatus(`login: @${TOKEN}=3: 17:${md5}@[ 1.0] x\n`, TOKEN), {
    exitCode: 3,
    bytes: 17,
    md5,
  });
  assert.equal(
    findStatus(`__s() { printf '\\n@%s=%s:%s:%s@\\n' ${TOKEN} "$r" "$n" "$m"; }`, TOKEN),
    undefined,
  );
  assert.equal(findStatus(`@${TOKEN}=3:17:${md5.slice(1)}@`, TOKEN), undefined);
});

test('output is complete only when every line has come whole, in however many copies', () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 2000 });
  fc.assert(
    fc.property(bytes, fc.array(fc.nat(), { maxLength: 20 }), (content, cuts) => {
      const output = Buffer.from(content);
      const whole = wire(output);
      let noisy = whole;
      for (const cut of cuts) {
        const at = cut % noisy.length;
        noisy = noisy.slice(0, at) + KERNEL_LINE + noisy.slice(at);
      }
      const found = findOutput(noisy, TOKEN, statusOf(output));
      assert.ok(found === undefined || found.equals(output), 'never a wrong output');
      assert.deepEqual(
        findOutput(noisy + whole, TOKEN, statusOf(output)),
        output,
        'the next copy completes it',
      );
    }),
  );
});

test('a doubled letter is noticed and mended by the next copy', () => {
  const output = Buffer.from('some output that is long enough');
  const doubled = wire(output).replace('c29t', 'c29tt');
  assert.equal(findOutput(doubled, TOKEN, statusOf(output)), undefined);
  assert.deepEqual(findOutput(doubled + wire(output), TOKEN, statusOf(output)), output);
});
