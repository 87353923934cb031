import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import { parseBytes } from '../output/quantities.ts';
import { diskCheck } from './disk-check.ts';
import { type DiskCreateOptions, diskCreate } from './disk-create.ts';
import { type DiskReadOptions, diskRead, RECORD_KINDS } from './disk-read.ts';
import type { CliIo } from './io.ts';
import { numberOption } from './number-option.ts';

const CREATE_HELP = `
Makes a raw image, or formats a blank block device. A file that is there already and is not blank is refused, and so
is a device with anything on it; --force overwrites either.

Examples:
  $ cherub disk create recorder.img --size 16M --app web
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

const CACHE_OPTION = new Option('--cache <mode>', 'direct reads past the page cache of this host')
  .choices(['buffered', 'direct'])
  .default('buffered');

/** `cherub disk …` */
export function registerDisk(program: Command, io: CliIo): void {
  const disk = program.command('disk').description('make, read and check recorder disks');
  disk
    .command('create')
    .description('make a recorder disk')
    .argument('<path>', 'image file or block device')
    .option('--size <size>', 'size of a new image, such as 16M; 16M keep at least 10 hours', sizeOption)
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
}

function sizeOption(text: string): number {
  const bytes = parseBytes(text);
  if (bytes === undefined) throw new InvalidArgumentError('It must be a size such as 16M or 1G.');
  return bytes;
}
