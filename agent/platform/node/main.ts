import { processOutput } from './cli/output.ts';
import { parseArguments } from './cli/parse-arguments.ts';

/** Runs what the command line asks for; each command loads only what it needs. */
async function main(): Promise<void> {
  const command = parseArguments(process.argv.slice(2));
  if ('problem' in command) {
    processOutput.err(`cherub-agent: ${command.problem}\n`);
    process.exitCode = 2;
    return;
  }
  switch (command.kind) {
    case 'help': {
      const { HELP } = await import('./cli/help.ts');
      processOutput.out(HELP);
      return;
    }
    case 'version': {
      const { agentVersion } = await import('./process/version.ts');
      processOutput.out(`cherub-agent ${agentVersion()} (standard build)\n`);
      return;
    }
    case 'check-config': {
      const { checkConfig } = await import('./cli/check-config.ts');
      process.exitCode = checkConfig(command, processOutput);
      return;
    }
    case 'print-capabilities': {
      const { printCapabilities } = await import('./cli/print-capabilities.ts');
      process.exitCode = await printCapabilities(command, processOutput);
      return;
    }
    case 'heartbeat': {
      const { heartbeatOnce } = await import('./cli/heartbeat-once.ts');
      process.exitCode = await heartbeatOnce(command.config, processOutput);
      return;
    }
    case 'snapshot': {
      const { snapshotOnce } = await import('./cli/snapshot-once.ts');
      process.exitCode = await snapshotOnce(command.config, processOutput);
      return;
    }
    case 'check': {
      const { checkOnce } = await import('./cli/check-once.ts');
      process.exitCode = await checkOnce(command, processOutput);
      return;
    }
    case 'system-information': {
      const { printSystemInformation } = await import('./inventory/system-information.ts');
      await printSystemInformation((text) => processOutput.out(text));
      return;
    }
    case 'run': {
      const { runAgent } = await import('./run/run-agent.ts');
      process.exitCode = runAgent(command.config);
      return;
    }
    default:
      command satisfies never;
  }
}

void main();
