import { createHash } from 'node:crypto';

/** How a command in the guest ended, and what its whole output must be. */
export interface ShellStatus {
  readonly exitCode: number;
  readonly bytes: number;
  readonly md5: string;
}

/** Finds the status line of a command, `@TOKEN=EXIT:BYTES:MD5@`, anywhere in the console's text. */
export function findStatus(text: string, token: string): ShellStatus | undefined {
  const match = new RegExp(`@${token}=(\\d+): *(\\d+):([0-9a-f]{32})@`).exec(text);
  if (match === null) return undefined;
  return { exitCode: Number(match[1]), bytes: Number(match[2]), md5: String(match[3]) };
}

/**
 * Finds the output of a command, when every line of it has come whole at least once. Later copies of a line replace earlier
 * ones: should foreign letters have slipped in unseen, the MD5 fails and the next copy mends it.
 */
export function findOutput(text: string, token: string, status: ShellStatus): Buffer | undefined {
  const lines: string[] = [];
  for (const match of text.matchAll(new RegExp(`@${token}:(\\d+):([A-Za-z0-9+/=]+):@`, 'g'))) {
    lines[Number(match[1]) - 1] = String(match[2]);
  }
  const bytes = Buffer.from(lines.join(''), 'base64');
  if (bytes.length !== status.bytes) return undefined;
  return createHash('md5').update(bytes).digest('hex') === status.md5 ? bytes : undefined;
}
