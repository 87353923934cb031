import { counted, formatBytes, formatTime } from '../../output/quantities.ts';
import { safeText } from '../../output/safe-text.ts';
import { displayWidth } from '../../output/table.ts';
import type { EvidenceStack } from '../evidence.ts';
import type { IncidentPart } from '../incident.ts';
import { carryingVotes, findCulprit, sinceWhen, stacksByWeight, whatDied, whereCulprit } from './headline.ts';
import type { Report } from './report.ts';

const COLUMNS = 80;
const STACKS_MAX = 8;
const FRAMES_MAX = 24;
const LINES_MAX = 20;

/** The report for a terminal: lines of at most 80 columns, and nothing in it that a terminal would obey. */
export function formatReportText(report: Report): string {
  const { head, evidence, missing, parts } = report;
  const { verdict } = head;
  const culprit = findCulprit(report);
  return `${[
    ...wrap(`${whatDied(verdict)}: ${head.vm.name} at ${head.node}`),
    '='.repeat(COLUMNS),
    ...wrap(verdict.reason),
    '',
    ...fact('rung', verdict.rung ?? '-'),
    ...fact('since', sinceWhen(verdict)),
    ...carryingVotes(verdict).flatMap((vote, i) =>
      fact(
        i === 0 ? 'known by' : '',
        `${vote.id} ${vote.state}${vote.proof ? ' (proof)' : ''}: ${vote.reason}`,
      ),
    ),
    ...fact(
      'culprit',
      culprit === undefined
        ? 'no function could be named'
        : `${culprit.function} ${whereCulprit(culprit)} (${culprit.why})`,
    ),
    ...fact('incident', head.id),
    ...fact('opened', formatTime(head.openedAtMs)),
    ...fact('sealed', formatTime(report.sealedAtMs)),
    ...(report.interrupted
      ? ['', ...wrap('Cherub ended while evidence was being taken: here is what was there until then.')]
      : []),
    ...section('Stacks that matter', stackLines(evidence.stacks)),
    ...section(
      'What could not be had, and why',
      [...evidence.notes, ...missing.map((each) => `${each.path} (${each.source}): ${each.reason}`)].flatMap(
        (line) => wrap(line, '- ', '  '),
      ),
    ),
    ...evidence.texts.flatMap(({ title, lines }) =>
      section(
        title,
        lines.slice(-LINES_MAX).flatMap((line) => wrap(line, '  ', '    ')),
      ),
    ),
    ...section('Raw parts', parts.flatMap(partLines)),
  ].join('\n')}\n`;
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : ['', ...wrap(title), '-'.repeat(COLUMNS), ...lines];
}

function fact(name: string, text: string): string[] {
  return wrap(text, name.padEnd(10), ' '.repeat(10));
}

function stackLines(stacks: readonly EvidenceStack[]): string[] {
  const sorted = stacksByWeight(stacks);
  const more = sorted.length - STACKS_MAX;
  return [
    ...sorted
      .slice(0, STACKS_MAX)
      .flatMap((stack) => [
        ...wrap(`${stack.suspect === true ? '* ' : '  '}${stack.title} (${stack.source})`, '', '    '),
        ...stack.frames.slice(0, FRAMES_MAX).flatMap((frame) => wrap(frame, '    ', '      ')),
      ]),
    ...(more > 0 ? [`  ${counted(more, 'more stack')} in report.html`] : []),
  ];
}

function partLines(part: IncidentPart): string[] {
  return wrap(`${part.path}, ${formatBytes(part.bytes)}, ${part.source}`, '  ', '      ');
}

/** Lines of at most 80 columns, broken at spaces where there are any. */
export function wrap(text: string, first = '', rest = first): string[] {
  const lines: string[] = [];
  let line = first;
  let width = displayWidth(line);
  let isEmpty = true;
  const end = (): void => {
    lines.push(line.trimEnd());
    line = rest;
    width = displayWidth(rest);
    isEmpty = true;
  };
  for (const word of safeText(text).split(' ')) {
    if (!isEmpty && width + 1 + displayWidth(word) > COLUMNS) end();
    else if (!isEmpty) {
      line += ' ';
      width += 1;
    }
    for (const character of word) {
      const columns = displayWidth(character);
      if (width + columns > COLUMNS) end();
      line += character;
      width += columns;
      isEmpty = false;
    }
  }
  lines.push(line.trimEnd());
  return lines;
}
