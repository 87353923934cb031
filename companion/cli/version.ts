declare const __CHERUB_VERSION__: string | undefined;

/** The version of this program: set when it is bundled. */
export function programVersion(): string {
  return typeof __CHERUB_VERSION__ === 'undefined' ? '0.0.0-dev' : __CHERUB_VERSION__;
}
