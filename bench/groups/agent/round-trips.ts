import { GuestAgentClient } from '../../measure/guest-agent-client.ts';
import { LinkClient } from '../../measure/link-client.ts';
import { AGENT_PORT, type BenchGuest, PEER_PORT } from './bench-guest.ts';

const DEADLINE_MS = 10_000;
const WARM_UP = 20;

/** Milliseconds of each round trip. */
export interface RoundTrips {
  readonly agent: readonly number[];
  readonly peer: readonly number[];
}

/**
 * Keeps the host's end of both ports open and silent. That is how both agents live in production, and with nobody there
 * qemu-guest-agent polls its port ten times a second, which would flatter the comparison.
 */
export async function whileConnected<T>(bench: BenchGuest, use: () => Promise<T>): Promise<T> {
  const peerClient = await GuestAgentClient.connect(bench.guest.portPath(PEER_PORT));
  const agentClient = await LinkClient.connect(bench.guest.portPath(AGENT_PORT), 0xbe7b);
  try {
    return await use();
  } finally {
    agentClient.close();
    peerClient.close();
  }
}

/** Pings both agents in turn, so that whatever disturbs the machine disturbs both. */
export async function timeRoundTrips(bench: BenchGuest, count: number): Promise<RoundTrips> {
  const peerClient = await GuestAgentClient.connect(bench.guest.portPath(PEER_PORT));
  const agentClient = await LinkClient.connect(bench.guest.portPath(AGENT_PORT), 0xbe7c);
  const payload = new Uint8Array(32);
  const agent: number[] = [];
  const peer: number[] = [];
  try {
    for (let round = -WARM_UP; round < count; round += 1) {
      const agentMs = await timed(() => agentClient.ping(payload, DEADLINE_MS));
      const peerMs = await timed(() => peerClient.execute('guest-ping', DEADLINE_MS));
      if (round < 0) continue;
      agent.push(agentMs);
      peer.push(peerMs);
    }
  } finally {
    agentClient.close();
    peerClient.close();
  }
  return { agent, peer };
}

async function timed(exchange: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await exchange();
  return performance.now() - began;
}
