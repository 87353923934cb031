import { createGdbSource } from '#companion/sources/gdb/source.ts';
import { QmpShort } from '#companion/sources/qmp/qmp-once.ts';

/*
 * A program that looks at a VM through its gdb stub as often as it can, until it is killed. It writes a line for each
 * look that succeeded. Argument: the path of a QMP socket.
 */

const [qmpSocket = ''] = process.argv.slice(2);
const source = createGdbSource(
  {},
  {
    qmp: new QmpShort(qmpSocket),
    qmpSocket,
    wallMs: () => Date.now(),
  },
);
for (;;) {
  const sight = await source.lookAtStacks();
  process.stdout.write(sight.ok ? 'looked\n' : `failed: ${sight.detail}\n`);
}
