import { readFile } from 'node:fs/promises';
import type { ConsoleAccess, ConsoleLease } from '../../sources/console/console-access.ts';
import { type Dialogue, type DialogueAction, NUDGE_MS, SETTLE_MS } from '../dialogue/dialogue.ts';
import { LoginDialogue } from '../dialogue/login-dialogue.ts';
import { StepsDialogue } from '../dialogue/steps-dialogue.ts';
import type { ProbeReport, ProbeTask } from './probe.ts';

/** A password is far below it. */
const SECRET_BYTES_MAX = 4096;

/** How long a console on which nobody answers is left alone: typing into it all the time would not make it a login. */
const GUESS_PERIODS = 10;

/** QEMU takes a line at once from a guest that reads. */
const WRITE_MS = 2000;

/** Logs in if needed and runs a command, or goes through the scenario's own dialogue. */
export async function probeConsole(task: ProbeTask): Promise<ProbeReport> {
  const { vm, signal, deadlineMs } = task;
  const access = vm.console;
  if (access === undefined) return { outcome: 'unknown', detail: 'the VM has no console to write to' };
  const end = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
  const borrowed = await access.borrow({ deadlineMs, signal: end });
  if (!borrowed.ok) return { outcome: 'unknown', detail: `the console: ${borrowed.reason}` };
  try {
    return await talk(task, access, borrowed.lease, end);
  } finally {
    await borrowed.lease.release();
  }
}

async function talk(
  task: ProbeTask,
  access: ConsoleAccess,
  lease: ConsoleLease,
  end: AbortSignal,
): Promise<ProbeReport> {
  const { scenario, memory } = task;
  if (scenario.console.otherDevice && !(access.isMux && (await lease.switchFocus()))) {
    const reason = access.isMux
      ? 'it does not take the change of focus'
      : 'it is no mux and has no other device';
    return { outcome: 'unknown', detail: `the console: ${reason}` };
  }
  const steps = scenario.console.dialogue;
  if (steps !== undefined) return withRung(task, await new Talk(lease, new StepsDialogue(steps), end).run());
  const login = createLogin(task);
  const report = await new Talk(lease, login, end).run();
  memory.isConsoleLeftOpen = login.leavesOpen;
  if (report.outcome === 'ok') memory.hasConsoleWorked = true;
  if (report.outcome === 'failed' && report.reached === undefined && isGuess(task)) {
    return {
      outcome: 'unknown',
      detail: `${report.detail}, and none ever did on this console: perhaps nothing there takes logins`,
      passOverPeriods: GUESS_PERIODS,
    };
  }
  return withRung(task, report);
}

/** Nobody said that there is a login on this console, and it was never seen. */
function isGuess({ scenario, memory }: ProbeTask): boolean {
  return !scenario.isConsoleDescribed && !memory.hasConsoleWorked;
}

function withRung({ scenario }: ProbeTask, report: ProbeReport): ProbeReport {
  return { ...report, rung: scenario.rung ?? 'userspace' };
}

function createLogin({ scenario, memory, random }: ProbeTask): LoginDialogue {
  const { user, passwordFile, command, contains, logout } = scenario.console;
  return new LoginDialogue({
    ...(user !== undefined && { user }),
    ...(passwordFile !== undefined && { passwordFile }),
    ...(contains !== undefined && { contains }),
    command: command ?? 'uptime',
    logout: logout ?? true,
    token: Math.floor(random() * 36 ** 6)
      .toString(36)
      .padStart(6, '0'),
    isLeftOpen: memory.isConsoleLeftOpen,
  });
}

/** One dialogue on one lease: the only place where they meet the clock. */
class Talk {
  readonly #lease: ConsoleLease;
  readonly #dialogue: Dialogue;
  readonly #end: AbortSignal;
  readonly #report: Promise<ProbeReport>;
  #settle: (report: ProbeReport) => void = () => undefined;
  #typing: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #isOver = false;

  constructor(lease: ConsoleLease, dialogue: Dialogue, end: AbortSignal) {
    this.#lease = lease;
    this.#dialogue = dialogue;
    this.#end = end;
    this.#report = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  async run(): Promise<ProbeReport> {
    const late = (): void => this.#finish(this.#dialogue.late());
    const gone = (): void => this.#finish({ outcome: 'unknown', detail: 'the console: the VM closed it' });
    this.#end.addEventListener('abort', late);
    this.#lease.gone.addEventListener('abort', gone);
    this.#lease.onBytes((bytes) => {
      if (this.#isOver) return;
      this.#listen(0);
      this.#take(this.#dialogue.push(bytes));
    });
    this.#listen(0);
    if (this.#lease.gone.aborted) gone();
    else if (this.#end.aborted) late();
    else this.#take(this.#dialogue.begin());
    const report = await this.#report;
    this.#end.removeEventListener('abort', late);
    this.#lease.gone.removeEventListener('abort', gone);
    clearTimeout(this.#timer);
    // What the dialogue types last, such as a logout, leaves before the lease does.
    if (!this.#end.aborted) await this.#typing;
    return report;
  }

  #listen(silentMs: number): void {
    clearTimeout(this.#timer);
    const waitMs = silentMs === 0 ? SETTLE_MS : silentMs < NUDGE_MS ? NUDGE_MS - silentMs : NUDGE_MS;
    this.#timer = setTimeout(() => {
      this.#listen(silentMs + waitMs);
      this.#take(this.#dialogue.quiet(silentMs + waitMs));
    }, waitMs);
  }

  #take(actions: readonly DialogueAction[]): void {
    for (const action of actions) {
      if (action.kind === 'end') this.#finish(action.end);
      else if (!this.#isOver) this.#typing = this.#typing.then(() => this.#type(action));
    }
  }

  async #type(action: Exclude<DialogueAction, { kind: 'end' }>): Promise<void> {
    if (this.#end.aborted) return;
    const text = action.kind === 'type' ? action.text : await this.#secret(action.file);
    if (text === undefined) return;
    if (await this.#lease.write(Buffer.from(text), { deadlineMs: WRITE_MS })) return;
    if (this.#lease.gone.aborted) return;
    this.#finish({ outcome: 'failed', detail: 'the guest does not take what is typed on its console' });
  }

  async #secret(file: string): Promise<string | undefined> {
    try {
      const content = await readFile(file, 'utf8');
      const [secret] = content.split(/\r?\n/u, 1);
      if (secret !== undefined && secret !== '' && content.length <= SECRET_BYTES_MAX) return `${secret}\r`;
      this.#finish({ outcome: 'unknown', detail: `${file}: its first line is no password` });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : 'cannot be read';
      this.#finish({ outcome: 'unknown', detail: `${file}: ${code}` });
    }
    return undefined;
  }

  #finish(report: ProbeReport): void {
    this.#isOver = true;
    this.#settle(report);
  }
}
