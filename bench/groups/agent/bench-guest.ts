import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bootGuest } from '#test/vm/guest/boot-guest.ts';
import type { GuestDescription } from '#test/vm/guest/description.ts';
import { makeBlankDisk, makeExt4Disk } from '#test/vm/guest/disks.ts';
import type { Guest } from '#test/vm/guest/guest.ts';
import type { GroupContext } from '../group.ts';

export const AGENT_PORT = 'org.cherub.agent.0';
export const PEER_PORT = 'org.qemu.guest_agent.0';

const RECORDER_BYTES = 16 * 1024 * 1024;
const SHELL_DEADLINE_MS = 240_000;

const AGENT_CONFIG = `app: bench
heartbeat: { schedule: "*/10 * * * * *" }
snapshot: { periodSeconds: 10 }
recorder: { disk: auto, adopt: true }
`;

/** A Debian guest with Cherub's agent (installed, not running) and qemu-guest-agent. */
export interface BenchGuest {
  readonly guest: Guest;
  /** The recorder disk on the host. */
  readonly recorder: string;
  /** The agent's executable on the host. */
  readonly binary: string;
}

/** Boots the guest, lets it come to rest, gives it to `use`, and leaves nothing behind. */
export async function withBenchGuest<T>(
  context: GroupContext,
  use: (bench: BenchGuest) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cherub-bench-'));
  try {
    const binary = join(context.root, 'dist/cherub-agent-linux-x64');
    const recorder = join(folder, 'recorder.img');
    const tools = join(folder, 'cherub-bin.img');
    await makeBlankDisk(recorder, RECORDER_BYTES);
    await makeExt4Disk(tools, {
      label: 'cherub-bin',
      files: [{ path: '/cherub-agent', from: binary, mode: 0o755 }],
    });
    context.say('booting a Debian guest (TCG)');
    const guest = await bootGuest(await describe(context.root, recorder, tools));
    const onAbort = (): void => void guest.close();
    context.signal.addEventListener('abort', onAbort, { once: true });
    try {
      await settle(guest, context);
      return await use({ guest, recorder, binary });
    } finally {
      context.signal.removeEventListener('abort', onAbort);
      await guest.close();
    }
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function describe(root: string, recorder: string, tools: string): Promise<GuestDescription> {
  const unit = await readFile(join(root, 'packaging/systemd/cherub-agent.service'), 'utf8');
  return {
    name: 'bench',
    root: { kind: 'debian' },
    disks: [
      { file: recorder, serial: 'recorder' },
      { file: tools, serial: 'cherub-bin', access: 'read-only' },
    ],
    ports: [{ name: AGENT_PORT }, { name: PEER_PORT }],
    files: [
      { path: '/etc/cherub/agent.yaml', content: AGENT_CONFIG },
      { path: '/etc/systemd/system/cherub-agent.service', content: unit },
    ],
  };
}

async function settle(guest: Guest, context: GroupContext): Promise<void> {
  await guest.console.waitForShell({ deadlineMs: SHELL_DEADLINE_MS });
  context.say('waiting for the guest to come to rest');
  await guest.console.run('systemctl is-system-running --wait', { deadlineMs: SHELL_DEADLINE_MS });
  const install = [
    'mount -o ro LABEL=cherub-bin /mnt',
    'install -m 0755 /mnt/cherub-agent /usr/local/bin/cherub-agent',
    'umount /mnt',
    'systemctl daemon-reload',
    'systemctl start qemu-guest-agent',
  ];
  await guest.console.runOk(install.join(' && '), { deadlineMs: 120_000 });
}
