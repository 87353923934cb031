import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readSecrets } from '#companion/incidents/redaction/read-secrets.ts';
import { Redactor } from '#companion/incidents/redaction/redactor.ts';

function redact(text: string, secrets: readonly string[] = []): { text: string; counts: object } {
  const { bytes, counts } = new Redactor(secrets).redact(Buffer.from(text));
  return { text: Buffer.from(bytes).toString(), counts };
}

describe('redaction', () => {
  it('takes out a secret of the config in every form that programs print it in', () => {
    const secret = 'pä"ss w/rd+1';
    const forms = [
      secret,
      Buffer.from(secret).toString('base64'),
      Buffer.from(secret).toString('base64url'),
      encodeURIComponent(secret),
      JSON.stringify(secret),
    ];
    for (const form of forms) {
      const after = redact(`before ${form} after`, [secret]);
      assert.match(after.text, /^before "?\[redacted\]=*"? after$/u, form);
      assert.deepEqual(after.counts, { 'config-secret': 1 });
    }
  });

  it('leaves nothing of any secret of four bytes and more, wherever it stands', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 4, maxLength: 20 }),
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        (secret, before, after) => {
          fc.pre(!'[redacted]'.includes(secret) && !`${before}${after}`.includes('['));
          const { bytes } = new Redactor([secret]).redact(Buffer.from(before + secret + after));
          assert.ok(!Buffer.from(bytes).includes(Buffer.from(secret)) || secret.includes('[redacted]'));
        },
      ),
    );
  });

  it('does not look for a value so short that it would take the log with it', () => {
    assert.equal(redact('a cat', ['a']).text, 'a cat');
  });

  it('takes out what looks like a secret, and keeps what stands around it', () => {
    const cases: [string, string, string][] = [
      ['db_password=hunter2 user=x', 'db_password=[redacted] user=x', 'named-secret'],
      ['{"token": "a b c", "x": 1}', '{"token": "[redacted]", "x": 1}', 'named-secret'],
      ['{\\"password\\":\\"abc\\"}', '{\\"password\\":\\"[redacted]\\"}', 'named-secret'],
      ['run --api-key abcdef --x', 'run --api-key [redacted] --x', 'option-secret'],
      ['GET https://me:pw1@host/x', 'GET https://me:[redacted]@host/x', 'url-password'],
      ['Authorization: Bearer abcdefgh123', 'Authorization: Bearer [redacted]', 'authorization'],
      ['root:$6$salt$hashhashhash:19', 'root:$6$[redacted]:19', 'password-hash'],
      ['id AKIAABCDEFGHIJKLMNOP end', 'id [redacted] end', 'access-key-id'],
      ['x ghp_0123456789abcdefABCDEF', 'x [redacted]', 'token-by-shape'],
      [
        '-----BEGIN RSA PRIVATE KEY-----\nMIIabc\n/+=\n-----END RSA PRIVATE KEY-----\n',
        '-----BEGIN RSA PRIVATE KEY-----[redacted]-----END RSA PRIVATE KEY-----\n',
        'private-key',
      ],
    ];
    for (const [before, after, rule] of cases) {
      assert.deepEqual(redact(before), { text: after, counts: { [rule]: 1 } });
    }
  });

  it('leaves a login prompt, kernel text and a stack as they are', () => {
    for (const text of [
      'web login: Password: \r\nLast login: today',
      'RIP: 0010:spin+0x1/0x2',
      'tokens left',
    ]) {
      assert.deepEqual(redact(text), { text, counts: {} });
    }
  });

  it('keeps bytes that are no UTF-8', () => {
    const bytes = Uint8Array.from([0xff, 0xfe, 0x00, 0x80, 0x41]);
    assert.deepEqual(new Redactor(['hunter22']).redact(bytes).bytes, bytes);
    const around = Buffer.concat([bytes, Buffer.from('hunter22'), bytes]);
    assert.deepEqual(
      Buffer.from(new Redactor(['hunter22']).redact(around).bytes),
      Buffer.concat([bytes, Buffer.from('[redacted]'), bytes]),
    );
  });

  it('keeps JSON what it is', () => {
    const value = { a: ['x hunter22 y', 1], b: { c: 'password=q' } };
    assert.deepEqual(JSON.parse(new Redactor(['hunter22']).redactJson(value)), {
      a: ['x [redacted] y', 1],
      b: { c: 'password=[redacted]' },
    });
  });

  it('ends soon on text made to keep it busy', () => {
    for (const piece of [
      'eyJ',
      'eyJ-',
      '-----BEGIN PRIVATE KEY-----',
      '://a:',
      'password=',
      'Bearer ',
      '--token ',
      '$6$',
    ]) {
      redact(piece.repeat(1_000_000 / piece.length));
    }
  });

  it('reads the files that the config names, whole and by line, and tells what it cannot read', () => {
    const folder = mkdtempSync(join(tmpdir(), 'cherub-secrets-'));
    try {
      const key = join(folder, 'key.pem');
      writeFileSync(key, '-----BEGIN X-----\nabcdefghij\nshort\n-----END X-----\n');
      const { values, problems } = readSecrets([key, join(folder, 'none')]);
      assert.deepEqual(values, ['-----BEGIN X-----\nabcdefghij\nshort\n-----END X-----', 'abcdefghij']);
      assert.match(problems.join('\n'), /none: ENOENT/u);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
