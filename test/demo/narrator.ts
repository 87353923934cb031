/** Where the demonstration speaks. */
export interface Stage {
  readonly write: (text: string) => void;
  readonly color: boolean;
  /** Milliseconds, only ever compared with each other. */
  readonly now: () => number;
}

/** Says what is going on, step by step, and keeps count of what was seen. */
export class Narrator {
  readonly #stage: Stage;
  readonly #total: number;
  readonly #started: number;
  #step = 0;
  #seen = 0;

  constructor(stage: Stage, total: number) {
    this.#stage = stage;
    this.#total = total;
    this.#started = stage.now();
  }

  /** Whether each step was seen. */
  get complete(): boolean {
    return this.#seen === this.#total;
  }

  /**
   * Runs one step.
   * @param work returns, in one line, what was seen; throws when it was not
   */
  async step<T>(
    title: string,
    work: () => Promise<{ readonly seen: string; readonly value: T }>,
  ): Promise<T> {
    this.#step += 1;
    this.#line(`\n${this.#paint('1', `[${this.#step}/${this.#total}] ${title}`)}`);
    const from = this.#stage.now();
    const { seen, value } = await work();
    this.#seen += 1;
    const seconds = ((this.#stage.now() - from) / 1000).toFixed(1);
    this.#line(`${this.#paint('32', '  seen:')} ${seen} ${this.#paint('2', `(${seconds} s)`)}`);
    return value;
  }

  /** A line of evidence, such as a label as it came. */
  show(text: string): void {
    for (const line of text.trimEnd().split('\n')) this.#line(this.#paint('2', `  │ ${line}`));
  }

  /** The last line: how it went. */
  end(): void {
    const seconds = Math.round((this.#stage.now() - this.#started) / 1000);
    const verdict = this.complete ? this.#paint('32', 'complete') : this.#paint('31', 'incomplete');
    this.#line(`\n${verdict}: ${this.#seen} of ${this.#total} steps were seen, ${seconds} s`);
  }

  #line(text: string): void {
    this.#stage.write(`${text}\n`);
  }

  #paint(code: string, text: string): string {
    return this.#stage.color ? `\u001b[${code}m${text}\u001b[0m` : text;
  }
}
