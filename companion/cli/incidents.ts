import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { openIncidentFiles } from '../incidents/incident-files.ts';
import { IncidentStore, type ListedIncident } from '../incidents/incident-store.ts';
import { type Manifest, REPORT_TEXT } from '../incidents/manifest.ts';
import { archiveName, INCIDENTS_FOLDER } from '../incidents/places.ts';
import { counted, formatBytes, formatTime } from '../output/quantities.ts';
import { safeJson, safeText } from '../output/safe-text.ts';
import { createPaint, type Tone } from '../output/style.ts';
import { formatTable } from '../output/table.ts';
import { CliError } from './cli-error.ts';
import { CONFIG_OPTION, requireConfig } from './config-option.ts';
import type { CliIo } from './io.ts';
import { type ControlOptions, STATE_OPTION } from './open-control.ts';

const REPORT_BYTES_MAX = 16 * 1024 * 1024;

const HELP = `
They are read from the state directory, whether cherub serve runs or not. An id may be cut to as many characters as tell
it from the others; "last" is the newest.

Examples:
  $ cherub incidents list
  $ cherub incidents show last
  $ cherub incidents export last --output ./incident.tar.gz
`;

interface CommonOptions extends ControlOptions {
  readonly json?: boolean;
}

/** `cherub incidents list|show|export` */
export function registerIncidents(program: Command, io: CliIo): void {
  const incidents = program
    .command('incidents')
    .description('list, show and export the incidents of this node')
    .addHelpText('after', HELP);
  incidents
    .command('list')
    .description('list all incidents, oldest first')
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .option('--json', 'write JSON')
    .addHelpText('after', '\nExamples:\n  $ cherub incidents list\n  $ cherub incidents list --json\n')
    .action((o: CommonOptions) => list(o, io));
  incidents
    .command('show')
    .argument('<id>', 'incident, or "last"')
    .description('show the report of an incident, and hold its parts against their hashes')
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .option('--json', 'write the manifest as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ cherub incidents show last\n  $ cherub incidents show 20261124T03\n',
    )
    .action((id: string, o: CommonOptions) => show(id, o, io));
  incidents
    .command('export')
    .argument('<id>', 'incident, or "last"')
    .description('write an incident as one .tar.gz')
    .option(...CONFIG_OPTION)
    .option(...STATE_OPTION)
    .option('-o, --output <file>', 'where to; the id with .tar.gz in this directory unless given')
    .option(
      '--with-memory',
      'also what holds memory of the guest: it may hold secrets of every program in it',
    )
    .option('--json', 'write what was done as JSON')
    .addHelpText(
      'after',
      '\nExamples:\n  $ cherub incidents export last\n  $ cherub incidents export last --with-memory -o ./all.tar.gz\n',
    )
    .action((id: string, o: ExportOptions) => exportIncident(id, o, io));
}

interface ExportOptions extends CommonOptions {
  readonly output?: string;
  readonly withMemory?: boolean;
}

function openStore(o: ControlOptions, io: CliIo): IncidentStore {
  const stateDir = o.state === undefined ? requireConfig(o.config, io).stateDir : resolve(o.state);
  return new IncidentStore(openIncidentFiles(join(stateDir, INCIDENTS_FOLDER)));
}

async function list(o: CommonOptions, io: CliIo): Promise<void> {
  const incidents = await openStore(o, io).list();
  if (o.json) {
    io.out(`${safeJson(incidents.map(toJson))}\n`);
  } else if (incidents.length === 0) {
    io.out('no incidents\n');
  } else {
    const heading = ['incident', 'vm', 'verdict', 'since', 'size', 'parts'];
    const look = { paint: createPaint(io.color), ...(io.outIsTerminal && { columns: io.columns() }) };
    io.out(`${formatTable(heading, incidents.map(toRow), look).join('\n')}\n`);
  }
}

function toRow({ id, state, manifest, bytes }: ListedIncident): (string | { text: string; tone: Tone })[] {
  if (manifest === undefined) {
    const text = state === 'open' ? 'evidence is being taken' : 'its manifest cannot be read';
    return [id, '-', { text, tone: state === 'open' ? 'dim' : 'bad' }, '-', formatBytes(bytes), '-'];
  }
  const { verdict, parts, missing, interrupted } = manifest;
  const tone: Tone = verdict.state === 'dead' ? 'bad' : 'warn';
  const text = verdict.rung === undefined ? verdict.state : `${verdict.state}: ${verdict.rung}`;
  const absent = missing.length === 0 ? '' : `, ${missing.length} missing`;
  const cut = interrupted === true ? ', interrupted' : '';
  return [
    id,
    manifest.vm.name,
    { text, tone },
    formatTime(verdict.sinceMs),
    formatBytes(bytes),
    `${parts.length}${absent}${cut}`,
  ];
}

function toJson({ id, state, manifest, bytes }: ListedIncident): object {
  if (manifest === undefined) return { id, state, bytes };
  const { vm, trigger, openedAtMs, sealedAtMs, interrupted, verdict, parts, missing } = manifest;
  return {
    id,
    state,
    bytes,
    vm,
    trigger,
    openedAtMs,
    sealedAtMs,
    interrupted: interrupted === true,
    verdict: {
      state: verdict.state,
      rung: verdict.rung ?? null,
      sinceMs: verdict.sinceMs,
      reason: verdict.reason,
    },
    parts: parts.length,
    missing: missing.length,
  };
}

async function show(id: string, o: CommonOptions, io: CliIo): Promise<void> {
  const store = openStore(o, io);
  const manifest = await find(store, id);
  const { problems, manifestSha256 } = await store.check(manifest);
  if (problems.length > 0) io.exit.code = 1;
  if (o.json) {
    io.out(`${safeJson({ manifest, manifestSha256, problems })}\n`);
    return;
  }
  // It was made safe for a terminal when it was written; who could write here since then could do worse.
  const report = (await store.readOwn(manifest.id, REPORT_TEXT, REPORT_BYTES_MAX)) ?? '';
  io.out(`${report.split('\n').map(safeText).join('\n')}\nmanifest  sha256 ${manifestSha256}\n`);
  const paint = createPaint(io.color);
  for (const problem of problems) io.out(`${paint('bad', `not as it was sealed: ${safeText(problem)}`)}\n`);
}

async function exportIncident(id: string, o: ExportOptions, io: CliIo): Promise<void> {
  const store = openStore(o, io);
  const manifest = await find(store, id);
  const output = resolve(o.output ?? archiveName(manifest.id));
  const withMemory = o.withMemory === true;
  const unfinished = `${output}.new`;
  let bytes = 0;
  try {
    await store.export(
      manifest,
      (chunks) =>
        pipeline(
          Readable.from(chunks),
          async function* (source: AsyncIterable<Uint8Array>) {
            for await (const chunk of source) {
              bytes += chunk.length;
              yield chunk;
            }
          },
          createWriteStream(unfinished, { mode: 0o600, flush: true }),
        ),
      { withMemory },
    );
    await rename(unfinished, output);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw new CliError(`cannot write ${output}: ${error instanceof Error ? error.message : String(error)}`);
  }
  const left = withMemory ? 0 : manifest.parts.filter((part) => part.local === true).length;
  if (o.json) io.out(`${safeJson({ id: manifest.id, file: output, bytes, partsLeftOut: left })}\n`);
  else {
    const hint = left === 0 ? '' : `; ${counted(left, 'part')} with guest memory left out, see --with-memory`;
    io.out(`${safeText(output)}: ${formatBytes(bytes)}${hint}\n`);
  }
}

async function find(store: IncidentStore, wanted: string): Promise<Manifest> {
  const exact = (await store.find(wanted))?.manifest;
  if (exact !== undefined) return exact;
  const readable = (await store.list()).flatMap(({ manifest }) => (manifest === undefined ? [] : [manifest]));
  const found =
    wanted === 'last' ? readable.slice(-1) : readable.filter((manifest) => manifest.id.startsWith(wanted));
  const [first, second] = found;
  if (first === undefined)
    throw new CliError(`there is no sealed incident ${wanted}; see: cherub incidents list`);
  if (second !== undefined) {
    throw new CliError(`${counted(found.length, 'incident')} begin with ${wanted}; name more of its id`, 2);
  }
  return first;
}
