/** What the command line asks for. */
export type AgentCommand =
  | { kind: 'run' | 'heartbeat' | 'snapshot' | 'read-config'; config: string | undefined }
  | { kind: 'check-config' | 'print-capabilities'; config: string | undefined; json: boolean }
  | { kind: 'version' | 'help' };

const COMMANDS = ['run', 'heartbeat', 'snapshot', 'read-config'] as const;
const MODES = ['check-config', 'print-capabilities'] as const;

/** @param words those behind the program's name */
export function parseArguments(words: readonly string[]): AgentCommand | { problem: string } {
  const asked: string[] = [];
  let config: string | undefined;
  let json = false;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    const [option = '', value] = word.startsWith('--') ? word.split(/=(.*)/s) : [word];
    if (option === '--help' || option === '-h') return { kind: 'help' };
    if (option === '--version' || option === '-V') return { kind: 'version' };
    if (option === '--config' || option === '-c') {
      config = value;
      if (config === undefined) {
        at += 1;
        config = words[at];
      }
      if (config === undefined) return { problem: `${option} needs a file; see --help` };
    } else if (option === '--json') json = true;
    else if (MODES.some((mode) => `--${mode}` === option)) asked.push(option.slice(2));
    else if (option.startsWith('-')) return { problem: `Unknown option '${option}'; see --help` };
    else asked.push(word);
  }
  return commandOf(asked, config, json);
}

function commandOf(
  asked: readonly string[],
  config: string | undefined,
  json: boolean,
): AgentCommand | { problem: string } {
  const [word] = asked;
  if (word === undefined) return { problem: 'say what to do: run, heartbeat, snapshot; see --help' };
  if (asked.length > 1) return { problem: 'one thing at a time; see --help' };
  const mode = MODES.find((each) => each === word);
  if (mode !== undefined) return { kind: mode, config, json };
  const command = COMMANDS.find((each) => each === word);
  if (command === undefined)
    return { problem: `there is no command "${word}"; there are run, heartbeat and snapshot` };
  if (json && command !== 'snapshot')
    return { problem: '--json goes with --check-config and --print-capabilities' };
  return { kind: command, config };
}
