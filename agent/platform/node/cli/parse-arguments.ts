import { parseArgs } from 'node:util';

/** What the command line asks for. */
export type AgentCommand =
  | { kind: 'run' | 'heartbeat' | 'snapshot'; config: string | undefined }
  | { kind: 'check-config' | 'print-capabilities'; config: string | undefined; json: boolean }
  | { kind: 'check'; config: string | undefined; name: string; json: boolean }
  | { kind: 'version' | 'help' | 'system-information' };

const COMMANDS = ['run', 'heartbeat', 'snapshot'] as const;

/** @param parameters the words behind the program's name */
export function parseArguments(parameters: readonly string[]): AgentCommand | { problem: string } {
  const parsed = parse(parameters);
  if ('problem' in parsed) return parsed;
  const { values, positionals } = parsed;
  const { config, json = false } = values;
  if (values.help) return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  const [word, ...rest] = positionals;
  const modes = [
    values['check-config'] && 'check-config',
    values['print-capabilities'] && 'print-capabilities',
    word,
  ];
  const asked = modes.filter((mode) => mode !== undefined && mode !== false);
  // Hidden: the agent starts itself so (docs/decisions/0047).
  if (word === 'system-information') return { kind: word };
  if (asked.length === 0) return { problem: 'say what to do: run, heartbeat, snapshot, check; see --help' };
  if (word === 'check') return parseCheck(rest, asked.length, { config, json });
  if (asked.length > 1 || rest.length > 0) return { problem: 'one thing at a time; see --help' };
  const [kind] = asked;
  if (kind === 'check-config' || kind === 'print-capabilities') return { kind, config, json };
  const command = COMMANDS.find((each) => each === kind);
  if (command === undefined)
    return { problem: `there is no command "${kind}"; there are run, heartbeat, snapshot and check` };
  if (json && command !== 'snapshot')
    return { problem: '--json goes with check, --check-config and --print-capabilities' };
  return { kind: command, config };
}

function parseCheck(
  names: readonly string[],
  asked: number,
  o: { config: string | undefined; json: boolean },
): AgentCommand | { problem: string } {
  const [name] = names;
  if (name === undefined) return { problem: 'say which check: cherub-agent check NAME' };
  if (asked > 1 || names.length > 1) return { problem: 'one thing at a time; see --help' };
  return { kind: 'check', name, ...o };
}

function parse(parameters: readonly string[]) {
  try {
    return parseArgs({
      args: [...parameters],
      allowPositionals: true,
      options: {
        config: { type: 'string', short: 'c' },
        'check-config': { type: 'boolean' },
        'print-capabilities': { type: 'boolean' },
        json: { type: 'boolean' },
        version: { type: 'boolean', short: 'V' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { problem: `${message.split('.')[0] ?? message}; see --help` };
  }
}
