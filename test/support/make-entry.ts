import type { Entry } from '#companion/entries/entry.ts';

/** The app of entries that name none. */
export const TEST_APP = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';

/** A console entry with the given differences. */
export function makeEntry(differences: Partial<Entry> = {}): Entry {
  return {
    id: 'entry-1',
    appId: TEST_APP,
    appName: 'web',
    atMs: Date.UTC(2026, 10, 24, 2, 0, 0),
    severity: 'info',
    source: 'console',
    content: 'hello',
    tags: { 'cherub.kind': 'console', 'cherub.channel': 'console' },
    ...differences,
  };
}
