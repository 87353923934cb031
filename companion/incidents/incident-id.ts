const ID = /^\d{8}T\d{6}Z-[0-9a-f]{8}-[0-9a-f]{6}$/u;

/**
 * The name of an incident, of its directory and of its archive: `20261124T034512Z-6ba7b810-a1b2c3`. It sorts by time and
 * holds nothing that a guest chose.
 * @param chance any unsigned number; its low 24 bits tell two incidents of one VM in one second apart
 */
export function createIncidentId(openedAtMs: number, appId: string, chance: number): string {
  const time = new Date(openedAtMs).toISOString().slice(0, 19).replaceAll(/[-:]/gu, '');
  const app = appId
    .toLowerCase()
    .replaceAll(/[^0-9a-f]/gu, '')
    .padEnd(8, '0')
    .slice(0, 8);
  const tail = (Math.trunc(chance) % 0x100_0000).toString(16).padStart(6, '0');
  return `${time}Z-${app}-${tail}`;
}

/** Nothing else is ever joined to a path of the state directory. */
export function isIncidentId(text: string): boolean {
  return ID.test(text);
}
