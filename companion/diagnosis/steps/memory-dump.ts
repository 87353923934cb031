import { statfs } from 'node:fs/promises';
import * as z from 'zod/mini';
import { formatBytes } from '../../output/quantities.ts';
import { dumpGuestMemory } from '../../sources/qmp/actions.ts';
import { isJsonObject } from '../../sources/qmp/qmp-lines.ts';
import type { QmpPort } from '../../sources/qmp/qmp-port.ts';
import { makeQemuFile } from '../qemu-file.ts';
import type { Step, StepContext } from '../step.ts';
import { type StepFields, stepFields } from '../step-fields.ts';
import type { DiagnosisTarget, QemuFolder } from '../target.ts';

export const memoryDumpShape = z.strictObject({
  step: z.literal('memory-dump'),
  ...stepFields,
  /** On the file system of the incidents, and where QEMU may write. */
  folder: z.optional(
    z.string().check(z.minLength(1), z.regex(/^\//u, { error: 'must be an absolute path' })),
  ),
  /** The same folder as QEMU sees it. */
  folderInQemu: z.optional(z.string().check(z.minLength(1))),
});

interface MemoryDumpOptions extends StepFields {
  readonly folder?: string | undefined;
  readonly folderInQemu?: string | undefined;
}

const DUMP = 'memory/dump.kdump';
/** Left free on the file system beside the dump. */
const RESERVE_BYTES = 64 * 1024 * 1024;

/**
 * The guest's whole memory, in the compressed format that `crash` opens. The vCPUs stand still while it is written, and it holds
 * every secret of the guest: so only a script that names it takes one, at level harm, and it stays out of archives.
 */
export const memoryDump: Step<MemoryDumpOptions> = {
  level: () => 'harm',
  timeoutMs: 300_000,
  bytesMax: 16 * 1024 ** 3,
  path: () => DUMP,
  unavailable: (target, options) => {
    if (target.qmp === undefined) return 'no QMP socket is configured for this VM';
    return folderOf(target, options) === undefined
      ? 'there is no folder in which QEMU could write the dump (folder: of the step)'
      : undefined;
  },
  run: async (context, options) => {
    const { target, signal, wallMs, leftMs } = context;
    const { qmp, qmpSocket } = target;
    const folder = folderOf(target, options);
    if (qmp === undefined || folder === undefined) return;
    await checkRoom(context, qmp, folder);
    const file = await makeQemuFile(folder, 'dump', { qmpSocket, nowMs: wallMs() });
    try {
      const dumped = await dumpGuestMemory(qmp, {
        file: file.inQemu,
        format: 'kdump-zlib',
        signal,
        deadlineMs: Math.max(1, leftMs()),
      });
      if (!dumped.ok) throw new Error(dumped.detail);
      const bytes = await file.bytes();
      if (bytes === undefined || bytes === 0) throw new Error('QEMU wrote no dump');
      const part = { path: DUMP, mediaType: 'application/octet-stream', local: true } as const;
      await context.addFile({ ...part, source: 'memory-dump, kdump-zlib' }, file.path, bytes);
    } finally {
      await file.remove();
    }
  },
};

function folderOf(
  target: DiagnosisTarget,
  { folder, folderInQemu }: MemoryDumpOptions,
): QemuFolder | undefined {
  return folder === undefined ? target.dumpFolder : { folder, folderInQemu };
}

/** A dump that would fill the disk, or be thrown away, is not begun: the guest would stand still for nothing. */
async function checkRoom(context: StepContext, qmp: QmpPort, { folder }: QemuFolder): Promise<void> {
  const { signal, bytesLeft } = context;
  const result = await qmp.execute('query-memory-size-summary', undefined, { signal });
  if (!result.ok) throw new Error(result.detail);
  const base = isJsonObject(result.value) ? result.value['base-memory'] : undefined;
  const plugged = isJsonObject(result.value) ? result.value['plugged-memory'] : undefined;
  const bytes = (typeof base === 'number' ? base : 0) + (typeof plugged === 'number' ? plugged : 0);
  if (bytes > bytesLeft()) {
    throw new Error(
      `the guest has ${formatBytes(bytes)} of memory, more than the ${formatBytes(bytesLeft())} of the budget (bytesMax of script and incident)`,
    );
  }
  const disk = await statfs(folder);
  const free = disk.bavail * disk.bsize;
  if (bytes + RESERVE_BYTES > free) {
    throw new Error(
      `the guest has ${formatBytes(bytes)} of memory, and ${folder} has ${formatBytes(free)} free`,
    );
  }
}
