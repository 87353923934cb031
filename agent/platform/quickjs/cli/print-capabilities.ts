import { out } from 'qjs:std';
import type { AgentConfig } from '#agent/core/config/agent-config.ts';
import { formatCapabilities } from '#agent/core/inventory/format-capabilities.ts';
import { describeIdentity, surveyDisks } from '#agent/core/recorder/find-disk.ts';
import type { AgentPlatform } from '#agent/core/runtime/agent-platform.ts';
import { messageToJson } from '#protocol/messages/to-json.ts';
import { createPlatform } from '../create-platform.ts';
import { consolePathOf } from '../heartbeat/console.ts';
import { findLogger } from '../heartbeat/logger.ts';
import { takeInventory } from '../inventory/start-inventory.ts';
import { listVirtioPorts } from '../link/find-port.ts';
import { StderrLog } from '../process/stderr-log.ts';

/** One channel of the agent: whether this guest has it, and in words why or why not. */
interface ChannelFinding {
  channel: 'logger' | 'console' | 'recorder' | 'link';
  available: boolean;
  detail: string;
}

/** Says which channels the agent would find here, and what a host could get. Writes to no disk. @returns the exit code */
export async function printCapabilities(config: AgentConfig, json: boolean): Promise<number> {
  const platform = createPlatform(new StderrLog());
  const channels = [
    findLoggerChannel(config),
    findConsole(config, platform),
    await findRecorder(config, platform),
    findLink(config),
  ];
  const inventory = takeInventory(platform.clock);
  if (json) out.puts(`${JSON.stringify({ channels, inventory: messageToJson(inventory) })}\n`);
  else {
    out.puts('channels:\n');
    for (const { channel, available, detail } of channels) {
      out.puts(`  ${channel.padEnd(10)}${(available ? 'yes' : 'no').padEnd(5)}${detail}\n`);
    }
    out.puts(`\n${formatCapabilities(inventory)}`);
  }
  return 0;
}

function findLoggerChannel({ heartbeat }: AgentConfig): ChannelFinding {
  const channel = 'logger';
  if (heartbeat.logger === 'none') return { channel, available: false, detail: 'switched off' };
  const program = findLogger(heartbeat.logger);
  return program === undefined
    ? { channel, available: false, detail: 'no logger program; labels go straight to the console' }
    : { channel, available: true, detail: program };
}

function findConsole(config: AgentConfig, platform: AgentPlatform): ChannelFinding {
  const channel = 'console';
  const path = consolePathOf(config.heartbeat.console);
  if (path === undefined) return { channel, available: false, detail: 'switched off' };
  const opened = platform.openConsole(config);
  if (!opened.ok) return { channel, available: false, detail: opened.problem };
  opened.value.close();
  return { channel, available: true, detail: path };
}

async function findRecorder(config: AgentConfig, platform: AgentPlatform): Promise<ChannelFinding> {
  const channel = 'recorder';
  const { disk } = config.recorder;
  if (disk === 'none') return { channel, available: false, detail: 'switched off' };
  const seen = await surveyDisks(platform.disks, disk);
  const available = seen.some(({ identity }) => identity.kind === 'recorder');
  const detail = seen.map(({ path, identity }) => `${path} (${describeIdentity(identity)})`).join(', ');
  return { channel, available, detail: detail === '' ? 'there is no disk at all' : detail };
}

function findLink(config: AgentConfig): ChannelFinding {
  const channel = 'link';
  const { port } = config.link;
  if (port === 'none') return { channel, available: false, detail: 'switched off' };
  const ports = listVirtioPorts();
  const found = ports.find(({ name }) => name === port);
  if (found !== undefined) return { channel, available: true, detail: `${found.device} (${port})` };
  const others = ports.map(({ name }) => name).join(', ');
  return {
    channel,
    available: false,
    detail: `no virtio-serial port ${port}${others === '' ? '' : `; there are ${others}`}`,
  };
}
