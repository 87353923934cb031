/** A command cannot do what it was asked for; the message is one line that says what is wrong and what to do. */
export class CliError extends Error {
  /** 1: it failed; 2: it was called wrongly, or its config is wrong. */
  readonly exitCode: 1 | 2;

  constructor(message: string, exitCode: 1 | 2 = 1) {
    super(message);
    this.name = 'CliError';
    this.exitCode = exitCode;
  }
}
