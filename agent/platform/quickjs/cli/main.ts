/** Every command of the compact agent but `run`: each ends by itself. */
import { err, exit, out } from 'qjs:std';
import { loadConfig } from '../config/load-config.ts';
import { agentVersion } from '../process/version.ts';
import { checkConfig, readConfigForRun, refuse } from './check-config.ts';
import { heartbeatOnce } from './heartbeat-once.ts';
import { HELP } from './help.ts';
import { parseArguments } from './parse-arguments.ts';
import { printCapabilities } from './print-capabilities.ts';
import { snapshotOnce } from './snapshot-once.ts';

async function main(): Promise<number> {
  const command = parseArguments(scriptArgs.slice(1));
  if ('problem' in command) {
    err.puts(`cherub-agent: ${command.problem}\n`);
    return 2;
  }
  switch (command.kind) {
    case 'help':
      out.puts(HELP);
      return 0;
    case 'version':
      out.puts(`cherub-agent ${agentVersion()} (compact build)\n`);
      return 0;
    case 'check-config':
      return checkConfig(command);
    case 'read-config':
      return readConfigForRun(command.config);
    case 'heartbeat':
    case 'snapshot':
    case 'print-capabilities': {
      const loaded = loadConfig(command.config);
      if (!loaded.ok) return refuse(command.config, loaded.problems);
      if (command.kind === 'heartbeat') return heartbeatOnce(loaded.config);
      if (command.kind === 'snapshot') return snapshotOnce(loaded.config);
      return printCapabilities(loaded.config, 'json' in command && command.json);
    }
    case 'run':
      // Options may stand before the command; the engine chooses its program by the first word.
      err.puts('cherub-agent: "run" must be the first word\n');
      return 2;
  }
}

function fail(error: unknown): number {
  err.puts(`cherub-agent: internal error: ${error instanceof Error ? error.message : String(error)}\n`);
  return 1;
}

void main()
  .catch(fail)
  .then((code) => {
    out.flush();
    exit(code);
  });
