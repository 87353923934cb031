import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { formatInstallHeader } from '#protocol/recorder/install-area.ts';
import { formatBytes } from '../output/quantities.ts';
import { CliError } from './cli-error.ts';

/** More than any build of the agent. */
const AGENT_BYTES_MAX = 512 * 1024 * 1024;
const ELF_MAGIC = Uint8Array.of(0x7f, 0x45, 0x4c, 0x46);

/** An executable as the install area of a disk holds it. */
export interface PackedAgent {
  readonly header: Uint8Array;
  readonly packed: Uint8Array;
}

/** Reads and compresses an executable. @throws CliError */
export async function packAgent(path: string): Promise<PackedAgent> {
  const found = await stat(path).catch((error: unknown) => {
    throw new CliError(`${path}: ${error instanceof Error ? error.message : String(error)}`, 1);
  });
  if (!found.isFile() || found.size > AGENT_BYTES_MAX) {
    throw new CliError(`${path} must be a file of at most ${formatBytes(AGENT_BYTES_MAX)}`, 1);
  }
  const bytes = await readFile(path);
  if (!ELF_MAGIC.every((byte, i) => bytes[i] === byte)) {
    throw new CliError(
      `${path} is no executable for Linux; name the agent's, such as cherub-agent-linux-x64`,
      1,
    );
  }
  const packed = await promisify(gzip)(bytes);
  const packedSha256 = createHash('sha256').update(packed).digest('hex');
  const header = formatInstallHeader({ packedBytes: packed.length, packedSha256, bytes: bytes.length });
  return { header, packed };
}
