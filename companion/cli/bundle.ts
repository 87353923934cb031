import { createReadStream } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Command } from 'commander';
import { BundleJoiner, type JoinedBundle } from '../entries/join-bundle.ts';
import { archiveName } from '../incidents/places.ts';
import { formatBytes } from '../output/quantities.ts';
import { safeJson } from '../output/safe-text.ts';
import { CliError } from './cli-error.ts';
import type { CliIo } from './io.ts';

const HELP = `
With diagnosis.bundles: send, an incident's archive leaves the node in numbered entries. They are read from files of one
JSON object a line: of the sink "file", of EVE's newlogs, or what "eden pod logs --format=json" prints. Order and doubles
do not matter; other lines are passed over.

Examples:
  $ cherub bundle join entries.jsonl
  $ eden pod logs --fields=app --format=json web >web.log; cherub bundle join web.log --folder ./incidents
`;

interface JoinOptions {
  readonly folder: string;
  readonly json?: boolean;
}

/** `cherub bundle join` */
export function registerBundle(program: Command, io: CliIo): void {
  program
    .command('bundle')
    .description('put incident archives together that came in parts')
    .command('join')
    .argument('<file...>', 'files of one entry a line')
    .description('put together every archive whose parts are there, and check it')
    .option('--folder <folder>', 'where the archives go', '.')
    .option('--json', 'write one JSON object a line: incident, and path and bytes, or reason')
    .addHelpText('after', HELP)
    .action((files: string[], o: JoinOptions) => joinFiles(files, o, io));
}

async function joinFiles(files: readonly string[], o: JoinOptions, io: CliIo): Promise<void> {
  const joiner = new BundleJoiner();
  for (const file of files) {
    try {
      for await (const line of createInterface({ input: createReadStream(file, 'utf8') })) joiner.add(line);
    } catch (error) {
      throw new CliError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`, 1);
    }
  }
  const results = joiner.results();
  if (results.length === 0) throw new CliError('there is no part of a bundle in these files', 1);
  for (const result of results) await keep(result, o, io);
  const failed = results.filter(({ kind }) => kind === 'failed');
  if (failed.length > 0) throw new CliError(`${failed.length} of ${results.length} could not be joined`, 1);
}

async function keep(result: JoinedBundle, o: JoinOptions, io: CliIo): Promise<void> {
  if (result.kind === 'failed') {
    const { incident, reason } = result;
    if (o.json) io.out(`${safeJson({ incident, reason })}\n`);
    else io.err(`${incident}: ${reason}\n`);
    return;
  }
  const path = resolve(join(o.folder, archiveName(result.incident)));
  try {
    await writeFile(`${path}.new`, result.archive, { mode: 0o600 });
    await rename(`${path}.new`, path);
  } catch (error) {
    throw new CliError(`cannot write ${path}: ${error instanceof Error ? error.message : String(error)}`, 1);
  }
  const bytes = result.archive.length;
  io.out(
    o.json ? `${safeJson({ incident: result.incident, path, bytes })}\n` : `${path} ${formatBytes(bytes)}\n`,
  );
}
