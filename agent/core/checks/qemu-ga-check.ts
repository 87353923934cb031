import type { AgentWish } from './check-config.ts';
import { type CheckTools, type Finding, unknown } from './finding.ts';
import { checkProcess } from './process-check.ts';

const PORT_NAME = 'org.qemu.guest_agent.0';
const PORTS = '/sys/class/virtio-ports';

/** Whether qemu-ga runs, where it has a port to its host. It has no runs of its own that could be told. */
export async function checkQemuGa(_wish: AgentWish, tools: CheckTools): Promise<Finding> {
  const running = await checkProcess({ name: 'qemu-ga', min: 1 }, tools);
  if (running.outcome === 'ok') return running;
  const { proc } = tools.port;
  const listed = proc.list(PORTS);
  const names = listed.ok ? listed.names : [];
  const hasPort = names.some((name) => {
    const file = proc.read(`${PORTS}/${name}/name`, 64);
    return file.ok && file.text.trim() === PORT_NAME;
  });
  // systemd starts it only where the port is (its unit binds to the device).
  return hasPort ? running : unknown(`${running.message}, and this machine has no port ${PORT_NAME}`);
}
