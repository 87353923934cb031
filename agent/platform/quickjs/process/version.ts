declare const __CHERUB_VERSION__: string | undefined;

/** The agent's version, put in at bundle time. */
export function agentVersion(): string {
  return typeof __CHERUB_VERSION__ === 'undefined' ? '0.0.0-dev' : __CHERUB_VERSION__;
}
