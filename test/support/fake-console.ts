import type { ConsoleAccess, ConsoleLease } from '#companion/sources/console/console-access.ts';

/** A console with a guest of the test's own behind it. */
export class FakeConsole implements ConsoleAccess {
  readonly isMux: boolean = true;
  /** Everything that was typed. */
  typed = '';
  leases = 0;
  released = 0;
  focusChanges = 0;
  /** Nobody gives the console up. */
  isBusy = false;
  /** The guest does not read. */
  isStuck = false;
  readonly #gone = new AbortController();
  #listener: ((bytes: Uint8Array) => void) | undefined;
  readonly #guest: (typed: string, console: FakeConsole) => void;

  /** @param guest gets what is typed, piece by piece */
  constructor(guest: (typed: string, console: FakeConsole) => void) {
    this.#guest = guest;
  }

  /** The guest writes. */
  say(text: string | Uint8Array): void {
    this.#listener?.(typeof text === 'string' ? new TextEncoder().encode(text) : text);
  }

  close(): void {
    this.#gone.abort();
  }

  borrow(): ReturnType<ConsoleAccess['borrow']> {
    if (this.isBusy) return Promise.resolve({ ok: false, reason: 'somebody else types on it' });
    this.leases += 1;
    const lease: ConsoleLease = {
      gone: this.#gone.signal,
      write: (bytes) => {
        if (this.isStuck) return Promise.resolve(false);
        const text = new TextDecoder().decode(bytes);
        this.typed += text;
        setImmediate(() => this.#guest(text, this));
        return Promise.resolve(true);
      },
      onBytes: (listener) => {
        this.#listener = listener;
      },
      switchFocus: () => {
        this.focusChanges += 1;
        return Promise.resolve(true);
      },
      sendBreak: () => Promise.resolve(true),
      release: () => {
        this.released += 1;
        this.#listener = undefined;
        return Promise.resolve();
      },
    };
    return Promise.resolve({ ok: true, lease });
  }
}

/** A guest with a getty, one user and a shell that knows `uptime` and a command that fails. */
export class FakeGetty {
  state: 'login' | 'password' | 'shell' | 'frozen';
  readonly #password: string;
  #user = '';

  constructor(state: 'login' | 'shell' | 'frozen', password = 'secret') {
    this.state = state;
    this.#password = password;
  }

  readonly guest = (typed: string, console: FakeConsole): void => {
    if (this.state === 'frozen') return;
    const line = typed.replace(/\r$/u, '');
    // Gettys and shells echo; a password they do not.
    if (this.state !== 'password') console.say(`${line}\r\n`);
    if (this.state === 'password') this.#check(line, console);
    else if (this.state === 'login') this.#greet(line, console);
    else if (line === 'exit') this.#leave(console);
    else this.#run(line, console);
  };

  #greet(line: string, console: FakeConsole): void {
    this.#user = line.replace('\u0015', '');
    this.state = this.#user === '' ? 'login' : 'password';
    console.say(this.#user === '' ? '\r\nDebian GNU/Linux 12 web hvc0\r\n\r\nweb login: ' : 'Password: ');
  }

  #check(line: string, console: FakeConsole): void {
    const isRight = line === this.#password && this.#user === 'root';
    this.state = isRight ? 'shell' : 'login';
    console.say(
      isRight
        ? '\r\nLast login: Sat Nov 28 on hvc0\r\n\u001b]0;root@web\u0007\u001b[01;32mroot@web\u001b[0m:~# '
        : '\r\nLogin incorrect\r\nweb login: ',
    );
  }

  #leave(console: FakeConsole): void {
    this.state = 'login';
    console.say('logout\r\n\r\nweb login: ');
  }

  #run(line: string, console: FakeConsole): void {
    const parts = line.split(';').map((part) => part.trim());
    let code = 0;
    for (const part of parts) {
      if (part.startsWith('echo ')) {
        console.say(`${part.slice(5).replaceAll("''", '').replace('$r', String(code))}\r\n`);
      } else if (part === 'uptime') console.say(' 09:31:33 up 3 min,  0 user,  load average: 0.00\r\n');
      else if (part === 'false') code = 1;
      else if (part === 'hang') {
        this.state = 'frozen';
        return;
      }
    }
    console.say('root@web:~# ');
  }
}
