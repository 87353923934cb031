import * as native from 'cherub:native';
import * as os from 'qjs:os';

/** Kernels before 5.3 have no descriptor for a process: then it is asked for. */
const POLL_MS = 20;

/** Settles when a program that was started has ended. @returns its exit code, or the negative number of its signal */
export function waitForEnd(pid: number): Promise<number> {
  return new Promise((resolve) => {
    const descriptor = native.openProcess(pid);
    const look = (): void => {
      const status = native.reap(pid);
      if (status === undefined) {
        if (descriptor < 0) os.setTimeout(look, POLL_MS);
        return;
      }
      if (descriptor >= 0) {
        os.setReadHandler(descriptor, null);
        os.close(descriptor);
      }
      resolve(status);
    };
    if (descriptor >= 0) os.setReadHandler(descriptor, look);
    else look();
  });
}
