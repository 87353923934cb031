import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { screendump } from '../../sources/qmp/actions.ts';
import { makeQemuFile, qemuFolderOf } from '../qemu-file.ts';
import type { Step } from '../step.ts';
import { plainShape } from '../step-fields.ts';

export const screenshotShape = plainShape('screenshot');

const SCREEN = 'screen/screen.png';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** What stands on the first screen, as PNG; QEMU before 7.1 cannot make one. */
export const screenshot: Step = {
  level: () => 'observe',
  timeoutMs: 10_000,
  bytesMax: 8 * 1024 * 1024,
  path: () => SCREEN,
  unavailable: (target) => {
    if (target.qmp === undefined) return 'no QMP socket is configured for this VM';
    const folder = qemuFolderOf(target, target.qemuFolder);
    return folder === undefined ? 'there is no folder in which QEMU could write the picture' : undefined;
  },
  run: async ({ target, signal, leftMs, wallMs, bytesLeft, add, missing }) => {
    const { qmp, qmpSocket } = target;
    const folder = qemuFolderOf(target, target.qemuFolder);
    if (qmp === undefined || folder === undefined) return;
    const file = await makeQemuFile(folder, 'screen.png', { qmpSocket, nowMs: wallMs() });
    try {
      const o = { file: file.inQemu, format: 'png' as const, signal, deadlineMs: Math.max(1, leftMs()) };
      const dumped = await screendump(qmp, o);
      if (!dumped.ok) return await missing(SCREEN, withoutScreen(dumped.detail));
      const bytes = await file.bytes();
      if (bytes === undefined) throw new Error('QEMU wrote no picture');
      if (bytes > bytesLeft()) throw new Error(`the picture has ${bytes} bytes, more than ${bytesLeft()}`);
      const picture = await readWhole(file.path, bytes);
      if (!picture.subarray(0, PNG.length).equals(PNG)) throw new Error('what QEMU wrote is no PNG');
      await add({ path: SCREEN, mediaType: 'image/png' }, picture);
    } finally {
      await file.remove();
    }
  },
};

/** QEMU's words for a VM without a graphics card (ui/console.c). */
function withoutScreen(detail: string): string {
  return /no console|There is no console/iu.test(detail) ? 'the VM has no screen' : detail;
}

/** Not through a link, and not more than it had when it was looked at. */
async function readWhole(path: string, bytes: number): Promise<Buffer> {
  const handle = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const buffer = Buffer.alloc(bytes);
    const { bytesRead } = await handle.read(buffer, 0, bytes, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
