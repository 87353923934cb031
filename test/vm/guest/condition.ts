/**
 * Something that callers await by looking at state that changes elsewhere: the console text, the QMP
 * events, the process. Whoever changes the state calls {@link Condition.notify}.
 */
export class Condition {
  readonly #checks = new Set<() => void>();
  #failure: Error | undefined;

  /** Looks again on behalf of everybody who waits. */
  notify(): void {
    for (const check of [...this.#checks]) check();
  }

  /** From now on nothing can change any more: waits whose test does not hold reject with `error`. */
  fail(error: Error): void {
    this.#failure ??= error;
    this.notify();
  }

  /**
   * Resolves with the first value other than `undefined` that `test` returns.
   *
   * @param deadlineMs milliseconds from now
   * @param late makes the error for a deadline that passed
   */
  wait<T>(test: () => T | undefined, deadlineMs: number, late: () => Error): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const settle = (act: () => void): void => {
        clearTimeout(timer);
        this.#checks.delete(check);
        act();
      };
      const check = (): void => {
        try {
          const value = test();
          const failure = this.#failure;
          if (value !== undefined) settle(() => resolve(value));
          else if (failure !== undefined) settle(() => reject(failure));
        } catch (error) {
          settle(() => reject(error instanceof Error ? error : new Error(String(error))));
        }
      };
      const timer = setTimeout(() => settle(() => reject(late())), deadlineMs);
      this.#checks.add(check);
      check();
    });
  }
}
