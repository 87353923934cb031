import * as native from 'cherub:native';
import * as os from 'qjs:os';

/** How a call ended. `result`: what it gave, or a negative errno. */
export interface JobEnd {
  readonly result: number;
  readonly bytes: ArrayBuffer | undefined;
  readonly numbers: readonly number[];
}

/** Calls that may never return, made on threads: see native/jobs.c. */
export class Jobs {
  readonly #open = new Map<number, (end: JobEnd) => void>();

  constructor() {
    os.setReadHandler(native.jobEvent(), () => this.#take());
  }

  /** Settles when the call has ended, which may be never; never rejects. @param id as a `start…` of the module gave it */
  wait(id: number): Promise<JobEnd> {
    return new Promise((resolve) => this.#open.set(id, resolve));
  }

  get openCount(): number {
    return this.#open.size;
  }

  #take(): void {
    for (const [id, result, bytes, numbers = []] of native.takeJobs()) {
      const resolve = this.#open.get(id);
      this.#open.delete(id);
      resolve?.({ result, bytes, numbers });
    }
  }
}
