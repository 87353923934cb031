import type { TestContext } from 'node:test';
import { artifactFolder, clearArtifacts } from './artifacts.ts';
import { bootGuest } from './boot-guest.ts';
import type { GuestDescription } from './description.ts';
import type { Guest } from './guest.ts';

/**
 * Boots a guest, gives it to `use`, and leaves nothing running, whatever happens: also when the test
 * is cancelled by its time limit, or its process killed. When `use` fails, console log, QMP log, QEMU's
 * own words, its command line, the error, and the files of `keepOnFailure` are kept under
 * `artifacts/vm/TEST/GUEST/`, and a line on standard error and in the test's diagnostics says where.
 *
 * @param t the test, which names the artifacts
 */
export async function withGuest<T>(
  t: Pick<TestContext, 'fullName' | 'signal' | 'diagnostic'>,
  description: GuestDescription,
  use: (guest: Guest) => Promise<T>,
): Promise<T> {
  const folder = artifactFolder(t.fullName, description.name ?? 'guest');
  clearArtifacts(folder);
  const guest = await bootGuest(description);
  const keep = (error: unknown): void => {
    const line = `guest ${guest.name}: evidence kept in ${guest.saveEvidence(folder, error)}`;
    t.diagnostic(line);
    process.stderr.write(`${line}\n`);
  };
  const onCancel = (): void => {
    keep(new Error('the test was cancelled, probably by its time limit'));
    void guest.close();
  };
  t.signal.addEventListener('abort', onCancel, { once: true });
  try {
    return await use(guest);
  } catch (error) {
    if (!t.signal.aborted) keep(error);
    throw error;
  } finally {
    t.signal.removeEventListener('abort', onCancel);
    await guest.close();
  }
}
