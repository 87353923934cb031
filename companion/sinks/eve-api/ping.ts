import { type Agent, request } from 'node:https';

/** Asks for the controller's ping. Its answer changes nothing here: deliveries tell what is wrong. */
export function ping(url: URL, agent: Agent, timeoutMs: number): void {
  const outgoing = request(url, {
    agent,
    signal: AbortSignal.timeout(timeoutMs),
  });
  outgoing.on('error', () => {});
  outgoing.on('response', (answer) => {
    answer.on('error', () => {});
    answer.resume();
  });
  outgoing.end();
}
