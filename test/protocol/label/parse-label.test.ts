import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatLabel, labelChecksum } from '#protocol/label/format-label.ts';
import type { Label } from '#protocol/label/label.ts';
import { parseLabel } from '#protocol/label/parse-label.ts';
import { anyLabel } from './arbitrary-label.ts';
import { readLabelVectors } from './label-vectors.ts';

const LABEL: Label = {
  app: 'web',
  bootId: '0123456789abcdef0123456789abcdef',
  sequence: 7,
  uptimeSeconds: 12.5,
  everySeconds: 10,
  state: 'ok',
  via: 'logger',
};
const LINE = formatLabel(LABEL);

test('every golden line becomes its golden label', () => {
  for (const { name, label, appExact, parsedApp, line } of readLabelVectors()) {
    const expected = { ...label, app: parsedApp ?? label.app };
    assert.deepEqual(parseLabel(line), { kind: 'label', label: expected, appExact }, name);
  }
});

test('every label comes back from its line; of a name that is too long, its start', () => {
  fc.assert(
    fc.property(anyLabel, (label) => {
      const parsed = parseLabel(formatLabel(label));
      assert.equal(parsed.kind, 'label');
      const name = Buffer.from(label.app).toString();
      const { app } = parsed.label;
      assert.deepEqual({ ...parsed.label, app: '' }, { ...label, app: '' });
      if (parsed.appExact) assert.equal(app, name);
      else assert.ok(name.startsWith(app) && name.length > app.length);
    }),
    { numRuns: 2000 },
  );
});

test('a label is found behind any prefix of a log and before any rest of a line', () => {
  const befores = [
    '',
    '[   12.345678] ',
    '<13>Nov 24 02:35:05 web cherub[812]: ',
    'cherub: ',
    '\x1b[0m',
    'cherub/1 app=',
  ];
  for (const before of befores) {
    for (const after of ['', '\r', '\r\n', ' ', '\t#011', '[  12.3] usb 1-1: new device']) {
      assert.deepEqual(
        parseLabel(before + LINE + after),
        { kind: 'label', label: LABEL, appExact: true },
        before + after,
      );
    }
  }
});

test('of several labels in one line the last whole one counts', () => {
  const next = { ...LABEL, sequence: 8 };
  const line = formatLabel(next);
  const expected = { kind: 'label', label: next, appExact: true };
  assert.deepEqual(parseLabel(`${LINE} ${line}`), expected);
  assert.deepEqual(parseLabel(LINE.slice(0, 60) + line), expected);
  assert.deepEqual(parseLabel(`${line} ${LINE.slice(0, 60)}`), expected);
});

test('text that got in between anywhere is noticed', () => {
  fc.assert(
    fc.property(fc.nat(LINE.length - 1), fc.string({ minLength: 1, maxLength: 80 }), (at, text) => {
      const line = LINE.slice(0, at) + text + LINE.slice(at);
      const parsed = parseLabel(line);
      if (line.includes(LINE)) assert.equal(parsed.kind, 'label');
      else assert.notEqual(parsed.kind, 'label');
    }),
  );
  const mixed = `${LINE.slice(0, 70)}[  12.345] Out of memory: Killed process 7${LINE.slice(70)}`;
  assert.deepEqual(parseLabel(mixed), {
    kind: 'invalid',
    problem: 'checksum does not match: other text got in between',
  });
});

test('every cut label and every label with one changed byte is invalid', () => {
  for (let length = 'cherub/1 '.length; length < LINE.length; length += 1) {
    assert.equal(parseLabel(LINE.slice(0, length)).kind, 'invalid', `${length} bytes`);
  }
  for (let at = 'cherub/1 '.length; at < LINE.length; at += 1) {
    const other = LINE[at] === '0' ? '1' : '0';
    assert.equal(parseLabel(LINE.slice(0, at) + other + LINE.slice(at + 1)).kind, 'invalid', `byte ${at}`);
  }
});

test('a line without a label has none, whatever it holds', () => {
  for (const line of [
    '',
    'Linux version 6.1',
    'cherub',
    'cherub/1',
    'cherub/1\tapp=web',
    'see cherub/2 docs',
  ]) {
    assert.deepEqual(parseLabel(line), { kind: 'none' });
  }
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (line) => {
      assert.notEqual(parseLabel(line).kind, 'label');
    }),
  );
});

test('a label of a later version says so', () => {
  const parsed = parseLabel('cherub: cherub/2 app=web boot=x');
  assert.deepEqual(parsed, {
    kind: 'invalid',
    problem: 'label version 2 is not known here; only version 1 is',
  });
});

test('a later minor version may add keys', () => {
  const parsed = parseLabel(sign(`${bodyOf(LINE)} temp=41`));
  assert.deepEqual(parsed, { kind: 'label', label: LABEL, appExact: true });
});

test('forged labels with a right checksum are held to the grammar', () => {
  const forged: [from: string | RegExp, to: string, problem: RegExp][] = [
    ['app=web ', '', /^app/],
    ['app=web', 'app=we%2', /^app/],
    ['app=web', 'app=we%zz', /^app/],
    ['app=web', `app=${'a'.repeat(97)}`, /^app/],
    ['app=web', 'app=', /^app/],
    [/boot=\w+/, 'boot=0', /^boot/],
    [/boot=\w+/, 'boot=0123456789ABCDEF0123456789ABCDEF', /^boot/],
    ['seq=7', 'seq=-7', /^seq/],
    ['seq=7', 'seq=9007199254740992', /^seq/],
    ['seq=7', 'seq=7e3', /^seq/],
    ['up=12.50', 'up=0x10', /^up/],
    ['up=12.50', 'up=', /^up/],
    ['every=10', 'every=Infinity', /^every/],
    ['state=ok', 'state=fine', /^state/],
    ['via=logger', 'via=carrier-pigeon', /^via/],
    ['load=-', 'load=1,5', /^load/],
    ['mem=-', 'mem=101', /^mem/],
    ['mem=-', 'mem=12.5', /^mem/],
    ['psi=-', 'psi=1,2', /^psi/],
    ['psi=-', 'psi=1,2,3,4', /^psi/],
    ['psi=-', 'psi=1,2,101', /^psi/],
    ['psi=-', 'psi=1,2,', /^psi/],
    ['seq=7', 'seq=7 seq=8', /stands twice/],
    ['seq=7', 'seq=7 loose', /not key=value/],
    ['seq=7', 'seq=7 =x', /not key=value/],
    ['seq=7', 'seq=7  x=1', /bytes that no label has/],
    ['seq=7', 'seq=7 x=é', /bytes that no label has/],
    ['seq=7', 'seq=7 x=\x1b[2J', /bytes that no label has/],
  ];
  for (const [from, to, problem] of forged) {
    const parsed = parseLabel(sign(bodyOf(LINE).replace(from, to)));
    assert.ok(parsed.kind === 'invalid', `${to} was taken`);
    assert.match(parsed.problem, problem, to);
  }
});

test('a label of exactly 480 bytes is taken and one of 481 is not', () => {
  const room = 480 - LINE.length;
  const body = (extra: number): string => `${bodyOf(LINE)} x=${'y'.repeat(extra - 3)}`;
  assert.equal(sign(body(room)).length, 480);
  assert.equal(parseLabel(sign(body(room))).kind, 'label');
  assert.deepEqual(parseLabel(sign(body(room + 1))), { kind: 'invalid', problem: 'longer than 480 bytes' });
});

test('only the last eight marks of a hostile line are tried', () => {
  const marks = (count: number): string => 'cherub/1 '.repeat(count);
  assert.equal(parseLabel(`${LINE} ${marks(7)}`).kind, 'label');
  assert.equal(parseLabel(`${LINE} ${marks(8)}`).kind, 'invalid');
  assert.equal(parseLabel(marks(100_000)).kind, 'invalid');
});

function bodyOf(line: string): string {
  return line.slice(0, line.indexOf(' ck='));
}

function sign(body: string): string {
  return `${body} ck=${labelChecksum(body)}`;
}
