import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { PING_PAYLOAD_BYTES_MAX } from '../control/api.ts';
import { parseBytes } from '../output/quantities.ts';
import { diskCheck } from './disk-check.ts';
import { type DiskCreateOptions, diskCreate } from './disk-create.ts';
import { type DiskPingOptions, diskPing } from './disk-ping.ts';
import { type DiskReadOptions, diskRead, RECORD_KINDS } from './disk-read.ts';
import type { CliIo } from './io.ts';
import { numberOption } from './number-option.ts';

const CREATE_HELP = `
Makes a raw image, or formats a blank block device. A file that is there already and is not blank is refused, and so
is a device with anything on it; --force overwrites either.

Examples:
  $ cherub disk create recorder.img --size 16M --app web
  $ cherub disk create recorder.img --size 64M --app web --with-agent cherub-agent-linux-x64
  $ cherub disk create /dev/zvol/persist/web-recorder --app web
`;

const READ_HELP = `
Reads the records of a recorder disk, oldest first, also while a guest writes them and after the guest died. Nothing is
written.

Examples:
  $ cherub disk read recorder.img
  $ cherub disk read recorder.img --kind snapshot --last 1 --full
  $ cherub disk read recorder.img --follow --json
`;

const CHECK_HELP = `
Looks at both superblocks and at every block. Ends with 1 when something is damaged. A write that was cut is not damage:
that is what a guest leaves that was killed.

Examples:
  $ cherub disk check recorder.img
  $ cherub disk check recorder.img --json
`;

const PING_HELP = `
Asks the agent of a running guest through the mailbox of its recorder disk: it needs no port, no network and no login. The agent
looks there every five seconds at most. There is one mailbox: do not ask while a cherub serve asks by the same disk.
Ends with 0 when at least one answer came.

Examples:
  $ cherub disk ping recorder.img
  $ cherub disk ping /dev/zvol/persist/web-recorder --cache direct --count 1 --json
`;

const CACHE_OPTION = new Option('--cache <mode>', 'direct reads past the page cache of this host')
  .choices(['buffered', 'direct'])
  .default('buffered');

/** `cherub disk …` */
export function registerDisk(program: Command, io: CliIo): void {
  const disk = program.command('disk').description('make, read and check recorder disks, and ask by them');
  disk
    .command('create')
    .description('make a recorder disk')
    .argument('<path>', 'image file or block device')
    .option('--size <size>', 'size of a new image, such as 16M; 16M keep at least 10 hours', sizeOption)
    .option('--with-agent <file>', 'put this executable on it, for guests to install from there')
    .option('--app <name>', 'name of the application, for people who look at the disk', '')
    .option('--force', 'overwrite what is there')
    .option('--json', 'write the result as JSON')
    .addHelpText('after', CREATE_HELP)
    .action((path: string, o: DiskCreateOptions) => diskCreate(path, o, io));
  disk
    .command('read')
    .description('show the records of a recorder disk')
    .argument('<path>', 'image file or block device')
    .option('-n, --last <number>', 'only the last ones', numberOption({ least: 1, most: 1e9, isWhole: true }))
    .addOption(new Option('-k, --kind <kind>', 'only one kind of record').choices(RECORD_KINDS))
    .option('-f, --follow', 'go on with what the guest writes, until Ctrl-C')
    .option('--full', 'everything that is in a record')
    .addOption(CACHE_OPTION)
    .option('--json', 'write one record a line as JSON')
    .addHelpText('after', READ_HELP)
    .action((path: string, o: DiskReadOptions) => diskRead(path, o, io));
  disk
    .command('check')
    .description('check a recorder disk')
    .argument('<path>', 'image file or block device')
    .addOption(CACHE_OPTION)
    .option('--json', 'write the result as JSON')
    .addHelpText('after', CHECK_HELP)
    .action((path: string, o: { cache: 'buffered' | 'direct'; json?: boolean }) => diskCheck(path, o, io));
  disk
    .command('ping')
    .description('ask the agent by its recorder disk alone')
    .argument('<path>', 'image file or block device of a running guest')
    .option('-c, --count <number>', 'how many pings', numberOption({ least: 1, most: 1e6, isWhole: true }), 3)
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
      numberOption({ least: 0.01, most: 600 }),
      20,
    )
    .addOption(CACHE_OPTION)
    .option('--json', 'write the result as one JSON document')
    .addHelpText('after', PING_HELP)
    .action((path: string, o: DiskPingOptions) => diskPing(path, o, io));
}

function sizeOption(text: string): number {
  const bytes = parseBytes(text);
  if (bytes === undefined) throw new InvalidArgumentError('It must be a size such as 16M or 1G.');
  return bytes;
}
