import { Command } from 'commander';
import { registerBind } from './bind.ts';
import { registerBundle } from './bundle.ts';
import { registerCheckConfig } from './check-config.ts';
import { registerController } from './controller.ts';
import { registerDiagnose } from './diagnose.ts';
import { registerDisk } from './disk.ts';
import { registerExplain } from './explain.ts';
import { registerIncidents } from './incidents.ts';
import type { CliIo } from './io.ts';
import { registerLink } from './link.ts';
import { registerPause } from './pause.ts';
import { registerRun } from './run.ts';
import { registerScenarios } from './scenarios.ts';
import { registerServe } from './serve.ts';
import { registerStatus } from './status.ts';
import { programVersion } from './version.ts';
import { registerWatch } from './watch.ts';

const HELP = `
Examples:
  $ cherub check-config --config ./cherub.yaml
  $ cherub serve --config ./cherub.yaml
  $ cherub watch
  $ cherub disk read /var/lib/web/recorder.img --last 5

Exit codes: 0 ok, 1 failed, 2 wrong usage or config.
`;

/** The whole command line, ready to parse. Errors of usage are thrown, not printed. */
export function createProgram(io: CliIo): Command {
  const program = new Command('cherub');
  program
    .description('watches over the applications that run as virtual machines on LF Edge EVE-OS')
    .version(programVersion(), '-V, --version', 'show the version')
    .addHelpText('after', HELP)
    .exitOverride()
    .configureOutput({ writeOut: (text) => io.out(text), writeErr: (text) => io.err(text) });
  registerServe(program, io);
  registerStatus(program, io);
  registerWatch(program, io);
  registerIncidents(program, io);
  registerBundle(program, io);
  registerExplain(program, io);
  registerDiagnose(program, io);
  registerScenarios(program, io);
  registerBind(program, io);
  registerPause(program, io);
  registerRun(program, io);
  registerDisk(program, io);
  registerLink(program, io);
  registerCheckConfig(program, io);
  registerController(program, io);
  return program;
}
