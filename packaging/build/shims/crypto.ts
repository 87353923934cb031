import { readFileSync } from 'node:fs';

/**
 * Stands in for `node:crypto` in the agent, where node-cron names its tasks with it and nobody else wants it. Loading the
 * real one starts OpenSSL: 1.3 MB private and 2.5 MB of clean pages, as long as the agent runs.
 */
export function randomUUID(): string {
  return readFileSync('/proc/sys/kernel/random/uuid', 'utf8').trim();
}
