import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { DIALOGUE_BYTES_MAX, type Dialogue } from '#companion/scenarios/dialogue/dialogue.ts';
import { LoginDialogue } from '#companion/scenarios/dialogue/login-dialogue.ts';
import { Screen, screenText } from '#companion/scenarios/dialogue/screen.ts';
import { StepsDialogue } from '#companion/scenarios/dialogue/steps-dialogue.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const login = (): LoginDialogue =>
  new LoginDialogue({
    user: 'root',
    passwordFile: '/secret',
    command: 'uptime',
    logout: true,
    token: 'abc123',
    isLeftOpen: false,
  });
const steps = (): StepsDialogue =>
  new StepsDialogue([
    { optional: false, send: '' },
    { optional: true, expect: ['login:'], send: 'root' },
    { optional: false, expect: 'ü# ', send: 'x', failed: ['no'] },
    { optional: false, expect: ['done'] },
  ]);

test('a screen shows the same text however its bytes are cut, without escape sequences', () => {
  const text = '\u001b]0;title\u001b\\a\u001b[1;31mb\u001b(Bc\r\n\u001bPq#0\u001b\\d\u0000\u0007é\u001b[K# ';
  const whole = new Screen();
  whole.push(bytes(text));
  assert.equal(whole.text, screenText('abc\ndé# '));
  assert.equal(whole.lastLine, screenText('dé# '));
  const single = new Screen();
  for (const byte of bytes(text)) single.push(Uint8Array.of(byte));
  assert.equal(single.text, whole.text);
});

test('a line that never ends keeps only its end', () => {
  const screen = new Screen();
  for (let i = 0; i < 1000; i += 1) screen.push(bytes('x'.repeat(1000)));
  screen.push(bytes('root# '));
  assert.ok(screen.text.length <= 8192);
  assert.ok(screen.lastLine.endsWith('root# '));
});

test('the marks of the stock dialogue stand nowhere in what it types', () => {
  const dialogue = login();
  dialogue.begin();
  dialogue.push(bytes('root@web:~# '));
  const [typed] = dialogue.quiet(250);
  assert.equal(typed?.kind, 'type');
  assert.doesNotMatch(typed.text, /cherubabc123/u);
  // The echo of it, and a guess of the marks with another token, end nothing.
  assert.deepEqual(dialogue.push(bytes(typed.text)), []);
  assert.deepEqual(dialogue.push(bytes('cherubxyzb\r\ncherubxyze:0:\r\n')), []);
  const end = dialogue.push(bytes('cherubabc123b\r\nup 3 min\r\n[  5.1] a kernel line\r\ncherubabc123e:0:'));
  assert.deepEqual(end, [
    { kind: 'end', end: { outcome: 'ok', detail: 'the command ended with 0: up 3 min' } },
  ]);
});

test('the end is found when the kernel wrote into its first mark', () => {
  const dialogue = login();
  dialogue.push(bytes('# '));
  dialogue.quiet(250);
  const text = 'cherubabc123b\ncherubabc[ 7.0] oops\n123e:0:\ncherubabc123e:3:';
  const ends = [...bytes(text)].flatMap((byte) => dialogue.push(Uint8Array.of(byte)));
  assert.deepEqual(
    ends.map((action) => action.kind === 'end' && action.end.detail),
    ['the command ended with 3'],
  );
});

test('a greeting that tells of the last login is no prompt, and a password is typed only after the user', () => {
  const dialogue = login();
  dialogue.push(bytes('Last login: '));
  assert.deepEqual(dialogue.quiet(250), []);
  dialogue.push(bytes('\nPassword: '));
  assert.deepEqual(dialogue.quiet(250), [{ kind: 'type', text: '\r' }]);
  dialogue.push(bytes('\nweb login: '));
  assert.deepEqual(dialogue.quiet(250), [{ kind: 'type', text: 'root\r' }]);
  assert.equal(dialogue.leavesOpen, true);
  dialogue.push(bytes('root\nPassword: '));
  assert.deepEqual(dialogue.quiet(250), [{ kind: 'typeSecret', file: '/secret' }]);
  dialogue.push(bytes('\nPassword: '));
  const [end] = dialogue.quiet(250);
  assert.ok(end?.kind === 'end' && end.end.outcome === 'unknown');
});

test('what a guest writes makes no dialogue throw, type without end, or go on after its end', () => {
  const piece = fc.oneof(
    fc.uint8Array({ maxLength: 64 }),
    fc
      .constantFrom(
        'login: ',
        'Password: ',
        'Login incorrect\n',
        '# ',
        'ü# ',
        'no',
        'done',
        'cherubabc123b\n',
        'cherubabc123e:0:',
      )
      .map(bytes),
  );
  fc.assert(
    fc.property(fc.boolean(), fc.array(piece, { maxLength: 40 }), (isStock, pieces) => {
      const dialogue: Dialogue = isStock ? login() : steps();
      const actions = dialogue.begin();
      let ended = 0;
      for (const each of pieces) {
        const next = [...dialogue.push(each), ...dialogue.quiet(1500)];
        assert.ok(ended === 0 || next.length === 0);
        ended += next.filter(({ kind }) => kind === 'end').length;
        actions.push(...next);
      }
      assert.ok(ended <= 1);
      assert.ok(actions.filter(({ kind }) => kind === 'typeSecret').length <= 1);
      assert.ok(actions.length <= 20);
      assert.ok(dialogue.late().detail.length < 200);
    }),
  );
});

test('more bytes than a probe may see end it', () => {
  for (const dialogue of [login(), steps()]) {
    dialogue.begin();
    const ends = dialogue.push(new Uint8Array(DIALOGUE_BYTES_MAX + 4096).fill(0x78));
    assert.ok(ends.length === 1 && ends[0]?.kind === 'end' && ends[0].end.outcome === 'unknown');
  }
});
