import { safeText } from '../../output/safe-text.ts';
import type { ProbeEnd } from '../engine/scenario.ts';
import {
  DIALOGUE_BYTES_MAX,
  type Dialogue,
  type DialogueAction,
  ended,
  FLOODED,
  NUDGE_MS,
  SLICE_BYTES,
} from './dialogue.ts';
import { Screen, screenText } from './screen.ts';

const NUDGES_MAX = 5;

/** Takes back what somebody may have typed before, and asks for a prompt. */
const WAKE = '\u0015\r';

const LOGIN = /(?<!last )login:\s*$/iu;
const PASSWORD = /(?:password|passcode)[^:\n]{0,64}:\s*$/iu;
/** Ends of the prompts of common shells. `>` is left out: it is what a shell shows inside an open quotation. */
const SHELL = /[#$%]\s*$/u;
const REFUSED = /login incorrect|authentication failure|permission denied/iu;

/** A longer one is no prompt; it also keeps the patterns from walking through what a guest made for them. */
const PROMPT_CHARACTERS_MAX = 256;

const OUTPUT_CHARACTERS_MAX = 120;

export interface LoginOptions {
  readonly user?: string;
  readonly passwordFile?: string;
  readonly command: string;
  /** Must stand in what the command writes. */
  readonly contains?: string;
  /** Log out at the end when it was this dialogue, or one before it that was cut off, that logged in. */
  readonly logout: boolean;
  /** Lower case letters and digits that nobody knows beforehand. */
  readonly token: string;
  /** An earlier dialogue logged in and was cut off before it logged out. */
  readonly isLeftOpen: boolean;
}

/**
 * The stock dialogue: waits for a prompt, logs in if it must, runs one command in the guest's shell, and believes nothing but
 * its exit code between two marks that stand nowhere in what is typed. User and password are typed once at most.
 */
export class LoginDialogue implements Dialogue {
  readonly #o: LoginOptions;
  readonly #screen = new Screen();
  #state: 'prompt' | 'command' | 'over' = 'prompt';
  #isUserTyped = false;
  #isPasswordTyped = false;
  #hasSettled = false;
  #nudges = 0;
  #isBegun = false;
  #holdsText = false;
  #output = '';

  constructor(o: LoginOptions) {
    this.#o = o;
  }

  /** A login was made and not ended: the next dialogue on this console may find a shell that it must leave. */
  get leavesOpen(): boolean {
    return this.#o.logout && this.#state !== 'over' && (this.#isUserTyped || this.#o.isLeftOpen);
  }

  begin(): DialogueAction[] {
    return [{ kind: 'type', text: WAKE }];
  }

  push(bytes: Uint8Array): DialogueAction[] {
    for (let at = 0; at < bytes.length && this.#state !== 'over'; at += SLICE_BYTES) {
      this.#screen.push(bytes.subarray(at, at + SLICE_BYTES));
      if (this.#screen.bytes > DIALOGUE_BYTES_MAX) {
        this.#state = 'over';
        return [FLOODED];
      }
      const actions = this.#state === 'command' ? this.#readCommand() : [];
      if (actions.length > 0) return actions;
    }
    return [];
  }

  quiet(silentMs: number): DialogueAction[] {
    if (this.#state !== 'prompt') return [];
    this.#hasSettled = true;
    const line = this.#screen.lastLine.slice(-PROMPT_CHARACTERS_MAX);
    if (this.#isUserTyped && REFUSED.test(this.#screen.text)) {
      return this.#end('unknown', 'the guest does not take user and password');
    }
    if (LOGIN.test(line)) return this.#logIn();
    if (PASSWORD.test(line)) return this.#givePassword();
    if (SHELL.test(line)) return this.#runCommand();
    if (silentMs < NUDGE_MS || this.#nudges >= NUDGES_MAX || this.#isPasswordTyped) return [];
    this.#nudges += 1;
    return [{ kind: 'type', text: '\r' }];
  }

  late(): ProbeEnd {
    const { bytes } = this.#screen;
    if (this.#state === 'command') {
      const what = this.#isBegun ? 'did not end' : 'did not begin';
      return { outcome: 'failed', detail: `the shell is there, but the command ${what}`, reached: 'kernel' };
    }
    if (bytes === 0) return { outcome: 'failed', detail: 'nothing comes back from the console' };
    if (!this.#hasSettled) {
      return { outcome: 'unknown', detail: 'the console never paused, so no prompt could be told' };
    }
    if (this.#isUserTyped) {
      return { outcome: 'failed', detail: 'the login was asked for, but no shell came', reached: 'kernel' };
    }
    return { outcome: 'failed', detail: 'no prompt came' };
  }

  #logIn(): DialogueAction[] {
    const { user } = this.#o;
    if (user === undefined) {
      return this.#end('unknown', 'the guest asks for a login, and the scenario names no user');
    }
    if (this.#isUserTyped) return this.#end('unknown', 'the guest asks for a login again');
    this.#isUserTyped = true;
    this.#screen.clear();
    return [{ kind: 'type', text: `${user}\r` }];
  }

  #givePassword(): DialogueAction[] {
    const { passwordFile } = this.#o;
    this.#screen.clear();
    if (!this.#isUserTyped) {
      // Somebody else's login that was left half done: whoever it is for, our password is not.
      this.#nudges += 1;
      if (this.#nudges > NUDGES_MAX) return this.#end('unknown', 'the guest asks for a password for ever');
      return [{ kind: 'type', text: '\r' }];
    }
    if (passwordFile === undefined) {
      return this.#end('unknown', 'the guest asks for a password, and the scenario names no passwordFile');
    }
    if (this.#isPasswordTyped) return this.#end('unknown', 'the guest asks for a password again');
    this.#isPasswordTyped = true;
    return [{ kind: 'typeSecret', file: passwordFile }];
  }

  #runCommand(): DialogueAction[] {
    const { command, token } = this.#o;
    this.#state = 'command';
    this.#screen.clear();
    // The two quotation marks keep the marks out of the echo. The end is said twice: the kernel may write into one.
    const say = (mark: string): string => `echo cherub''${token}${mark}`;
    const line = ` ${say('b')}; ${command}; r=$?; ${say('e:$r:')}; ${say('e:$r:')}`;
    return [{ kind: 'type', text: `${line}\r` }];
  }

  #readCommand(): DialogueAction[] {
    const { token, contains } = this.#o;
    if (!this.#isBegun) {
      const begin = `cherub${token}b`;
      const at = this.#screen.text.indexOf(begin);
      if (at < 0) return [];
      this.#isBegun = true;
      this.#screen.drop(at + begin.length);
    }
    const { text } = this.#screen;
    const found = new RegExp(`cherub${token}e:(\\d{1,3}):`, 'u').exec(text);
    const output = found === null ? text : text.slice(0, found.index);
    if (contains !== undefined && output.includes(screenText(contains))) this.#holdsText = true;
    if (this.#output === '') this.#output = firstLine(output);
    return found === null ? [] : this.#judge(Number(found[1]));
  }

  #judge(code: number): DialogueAction[] {
    const { contains, logout, isLeftOpen } = this.#o;
    const leave: DialogueAction[] =
      logout && (this.#isUserTyped || isLeftOpen) ? [{ kind: 'type', text: 'exit\r' }] : [];
    if (code !== 0) return [...leave, ...this.#end('failed', `the command ended with ${code}`)];
    if (contains !== undefined && !this.#holdsText) {
      return [...leave, ...this.#end('failed', 'the command ended with 0, but did not write what it must')];
    }
    const said = this.#output === '' ? '' : `: ${this.#output}`;
    return [...leave, ...this.#end('ok', `the command ended with 0${said}`)];
  }

  #end(outcome: ProbeEnd['outcome'], detail: string): DialogueAction[] {
    this.#state = 'over';
    return [ended(outcome, detail, outcome === 'failed' ? { reached: 'kernel' } : {})];
  }
}

/** The first line that is whole and not empty. */
function firstLine(output: string): string {
  const line = output
    .split('\n')
    .slice(0, -1)
    .map((each) => each.trim())
    .find((each) => each !== '');
  return safeText((line ?? '').slice(0, OUTPUT_CHARACTERS_MAX));
}
