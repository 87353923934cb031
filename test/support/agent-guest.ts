import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { Disk, GuestDescription } from '#test/vm/guest/description.ts';
import { makeExt4Disk } from '#test/vm/guest/disks.ts';
import type { Guest } from '#test/vm/guest/guest.ts';
import { withGuest } from '#test/vm/guest/with-guest.ts';

/** Where the tests look for the built agents: `scripts/build --only agent-x64 --only compact-x64`. */
export const AGENT_BINARIES = {
  standard: join(import.meta.dirname, '../../dist/cherub-agent-linux-x64'),
  compact: join(import.meta.dirname, '../../dist/cherub-agent-compact-linux-x64'),
} as const;
export type AgentBuild = keyof typeof AGENT_BINARIES;
/** Both must do whatever a guest test asks. */
export const AGENT_BUILDS: readonly AgentBuild[] = ['standard', 'compact'];
export const LINK_PORT = 'org.cherub.agent.0';
/** A cold start of the agent on a loaded machine under emulation. */
export const AGENT_START_MS = 30_000;

/** The same test for each build of the agent, with the build in its name. */
export function testBothBuilds(
  name: string,
  options: { readonly timeout: number },
  use: (t: TestContext, build: AgentBuild) => Promise<void>,
): void {
  for (const build of AGENT_BUILDS) test(`${name} (${build} build)`, options, (t) => use(t, build));
}

/** A disk with each build of the agent on it. */
export async function makeAgentDisks(folder: string): Promise<Record<AgentBuild, Disk>> {
  return {
    standard: await makeAgentDisk(folder, 'standard'),
    compact: await makeAgentDisk(folder, 'compact'),
  };
}

/** A disk with the agent on it, for `/opt` of a guest. */
export async function makeAgentDisk(folder: string, build: AgentBuild = 'standard'): Promise<Disk> {
  const file = join(folder, `cherub-bin-${build}.img`);
  await makeExt4Disk(file, {
    label: 'cherub-bin',
    files: [{ path: '/cherub-agent', from: AGENT_BINARIES[build], mode: 0o755 }],
  });
  return { file, serial: 'cherub-bin', access: 'read-only', mountAt: '/opt' };
}

/** Boots the small guest with the agent's disk, its config and its port; the agent is not started. */
export async function withAgentGuest<T>(
  t: TestContext,
  o: { agentDisk: Disk; config: string; disks?: readonly Disk[]; description?: Partial<GuestDescription> },
  use: (guest: Guest) => Promise<T>,
): Promise<T> {
  const description: GuestDescription = {
    root: { kind: 'initramfs' },
    ports: [{ name: LINK_PORT }],
    ...o.description,
    disks: [o.agentDisk, ...(o.disks ?? [])],
    files: [{ path: '/etc/agent.yaml', content: o.config }, ...(o.description?.files ?? [])],
  };
  return withGuest(t, description, async (guest) => {
    await guest.console.waitForShell({ deadlineMs: 60_000 });
    return use(guest);
  });
}

/** Starts the agent in the background. @returns its process id */
export async function startAgent(guest: Guest): Promise<number> {
  const command = 'setsid /opt/cherub-agent run --config /etc/agent.yaml >>/tmp/agent.log 2>&1 & echo $!';
  return Number((await guest.console.runOk(command)).trim());
}

/** Ends the agent as an init system does and waits until it is gone. */
export async function stopAgent(guest: Guest, pid: number): Promise<void> {
  await guest.console.runOk(
    `kill -TERM ${pid} || exit 1; for i in $(seq 100); do [ -d /proc/${pid} ] || exit 0; sleep 0.1; done; exit 1`,
  );
}

/** What the agent has logged so far. */
export function agentLog(guest: Guest): Promise<string> {
  return guest.console.runOk('cat /tmp/agent.log');
}
