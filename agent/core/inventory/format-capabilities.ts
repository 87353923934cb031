import { cherub } from '#protocol/messages/generated/cherub.js';

const WORDS: Readonly<Record<cherub.Outcome, string>> = {
  [cherub.Outcome.OUTCOME_UNSPECIFIED]: '?',
  [cherub.Outcome.OUTCOME_OK]: 'yes',
  [cherub.Outcome.OUTCOME_FAILED]: 'no',
  [cherub.Outcome.OUTCOME_UNKNOWN]: '?',
};

/**
 * The inventory for a person: what this guest is, then a line for each capability (yes, no, or ? when it could
 * not be told) with its value, and below it what would give it. Plain text with a line feed at the end.
 */
export function formatCapabilities(inventory: cherub.Inventory.$Properties): string {
  const facts: readonly (readonly [string, string])[] = [
    ['host name', inventory.hostname ?? ''],
    ['system', inventory.osPrettyName ?? ''],
    ['kernel', `${inventory.kernelRelease ?? ''} ${inventory.machine ?? ''}`],
    ['build id', inventory.kernelBuildId ?? ''],
    ['init, syslog', `${inventory.init ?? ''}, ${inventory.syslog ?? ''}`],
    ['machine', `${inventory.systemVendor ?? ''} ${inventory.systemModel ?? ''}`],
    ['hypervisor', inventory.hypervisor ?? ''],
    ['CPU', `${inventory.cpuCount ?? 0} × ${inventory.cpuModel || 'unknown'}`],
    ['consoles', (inventory.consoles ?? []).map(describeConsole).join(', ') || 'none'],
  ];
  const capabilities = inventory.capabilities ?? [];
  const width = Math.max(0, ...capabilities.map((item) => (item.name ?? '').length));
  const lines = [
    ...facts.map(([name, value]) => `${name.padEnd(13)} ${value.trim() || '-'}`),
    '',
    ...capabilities.flatMap((item) => formatCapability(item, width)),
  ];
  const pending = inventory.pending ?? [];
  if (pending.length > 0) lines.push('', `not yet known: ${pending.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

function formatCapability(item: cherub.Capability.$Properties, width: number): string[] {
  const word = WORDS[item.available ?? cherub.Outcome.OUTCOME_UNSPECIFIED];
  const line = `${word.padEnd(3)} ${(item.name ?? '').padEnd(width)}  ${item.value ?? ''}`.trimEnd();
  return item.reason ? [line, `${' '.repeat(6)}→ ${item.reason}`] : [line];
}

function describeConsole(item: cherub.Console.$Properties): string {
  return `${item.name ?? ''}${item.preferred ? ' (preferred)' : ''}${item.enabled ? '' : ' (off)'}`;
}
