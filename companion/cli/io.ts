/** Everything that a command has of the outer world besides files and sockets. */
export interface CliIo {
  /** To standard output, as it is: the caller adds newlines. */
  out(text: string): void;
  /** To standard error. */
  err(text: string): void;
  /** Standard output is a terminal. */
  readonly outIsTerminal: boolean;
  /** Colours are wanted: see wantsColor. */
  readonly color: boolean;
  /** Width of the terminal; 80 when there is none. */
  columns(): number;
  /** Height of the terminal; 24 when there is none. */
  rows(): number;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What the program ends with: 0 ok, 1 failed. A thrown CliError sets it by itself. */
  readonly exit: { code: number };
  /** Aborted at SIGINT and SIGTERM: then the action ends in good order. */
  readonly signal: AbortSignal;
  /** Calls the handler at each SIGHUP from now on; without one SIGHUP ends the program. Gives what undoes it. */
  onHangup(handler: () => void): () => void;
  /** Milliseconds since 1970. */
  now(): number;
}
