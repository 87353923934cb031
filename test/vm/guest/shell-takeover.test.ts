import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Condition } from './condition.ts';
import { GuestError } from './guest-error.ts';
import { type ShellTerminal, takeShell } from './shell-takeover.ts';

/** A terminal that echoes, and answers as a shell does, from the question with this number on. */
class FakeTerminal implements ShellTerminal {
  readonly changed = new Condition();
  readonly #answersFrom: number;
  text = '';
  probes = 0;

  constructor(answersFrom: number) {
    this.#answersFrom = answersFrom;
  }

  mark(): number {
    return this.text.length;
  }

  textFrom(position: number): string {
    return this.text.slice(position);
  }

  tail(): string {
    return this.text;
  }

  async send(line: string): Promise<void> {
    this.text += line;
    if (line.startsWith('echo ')) this.probes += 1;
    if (this.probes < this.#answersFrom) return;
    const probe = /^echo (@.*)\$\$@/.exec(line);
    const quieten = /printf \S+ (\w+);/.exec(line);
    if (probe !== null) this.text += `${probe[1]}123@\n`;
    if (quieten !== null) this.text += `\n@${quieten[1]}@\n`;
    this.changed.notify();
  }
}

test('a shell that listens is taken at the first question', async () => {
  const terminal = new FakeTerminal(1);
  await takeShell(terminal, terminal.changed, performance.now() + 10_000, 10_000);
  assert.equal(terminal.probes, 1);
});

test('a shell that comes later is asked again', async () => {
  const terminal = new FakeTerminal(2);
  await takeShell(terminal, terminal.changed, performance.now() + 10_000, 10_000);
  assert.equal(terminal.probes, 2);
});

test('the echo of a question is no answer, and the error shows the console', async () => {
  const terminal = new FakeTerminal(Number.POSITIVE_INFINITY);
  await assert.rejects(
    takeShell(terminal, terminal.changed, performance.now() + 50, 50),
    (error: GuestError) => error.code === 'deadline' && error.message.includes('echo @'),
  );
});

test('the end of the guest ends the wait', async () => {
  const terminal = new FakeTerminal(Number.POSITIVE_INFINITY);
  const taking = takeShell(terminal, terminal.changed, performance.now() + 60_000, 60_000);
  terminal.changed.fail(new GuestError('exited', 'gone'));
  await assert.rejects(taking, /gone/);
});
