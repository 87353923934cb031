import type { CheckConfig } from './check-config.ts';

/** Whether it asks filesystems, which may hang. */
export function touchesFiles({ file, agent, process }: CheckConfig): boolean {
  return file !== undefined || agent !== undefined || process?.argument !== undefined;
}
