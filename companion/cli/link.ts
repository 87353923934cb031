import type { Command } from 'commander';
import { DEFAULT_CONFIG_FILE } from '../config/load-config.ts';
import { PING_PAYLOAD_BYTES_MAX } from '../control/api.ts';
import type { CliIo } from './io.ts';
import { type LinkPingOptions, linkPing } from './link-ping.ts';
import { numberOption } from './number-option.ts';
import { STATE_OPTION } from './open-control.ts';

const HELP = `
Asks the agent in the guest to repeat a payload. With a VM's name it goes through the running cherub serve, which holds
the socket; with --socket it connects by itself, for when no cherub serve runs. Ends with 0 when at least one answer
came.

Examples:
  $ cherub link ping web
  $ cherub link ping web --count 100 --interval 0.05 --json
  $ cherub link ping --socket /run/web/link.sock --count 3
`;

/** `cherub link …` */
export function registerLink(program: Command, io: CliIo): void {
  const link = program
    .command('link')
    .description('talk to the agent in a guest over its virtio-serial port');
  link
    .command('ping')
    .description('measure the way to the agent and back')
    .argument('[vm]', 'name or app uuid of a VM of the config')
    .option('-f, --config <file>', 'config of the companion', DEFAULT_CONFIG_FILE)
    .option(...STATE_OPTION)
    .option('--socket <path>', 'connect to this socket instead of asking cherub serve')
    .option('-c, --count <number>', 'how many pings', numberOption({ least: 1, most: 1e6, isWhole: true }), 4)
    .option('-i, --interval <seconds>', 'time between two pings', numberOption({ least: 0, most: 3600 }), 1)
    .option(
      '-s, --size <bytes>',
      'payload of a ping',
      numberOption({ least: 0, most: PING_PAYLOAD_BYTES_MAX, isWhole: true }),
      56,
    )
    .option(
      '-W, --deadline <seconds>',
      'how long to wait for an answer',
      numberOption({ least: 0.01, most: 60 }),
      5,
    )
    .option('--json', 'write the result as one JSON document')
    .addHelpText('after', HELP)
    .action((vm: string | undefined, o: LinkPingOptions) => linkPing(vm, o, io));
}
