/**
 * Boots a guest, says `PID DIRECTORY`, and holds the guest until standard input closes. The framework's test kills
 * this program, or the guest's guard, to see that nothing is left.
 */
import { once } from 'node:events';
import { bootGuest } from '../guest/boot-guest.ts';

const guest = await bootGuest({ root: { kind: 'initramfs' } });
process.stdout.write(`${guest.pid} ${guest.directory}\n`);
process.stdin.resume();
await once(process.stdin, 'end');
await guest.close();
