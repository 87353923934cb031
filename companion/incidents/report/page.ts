import { counted, formatBytes, formatTime } from '../../output/quantities.ts';
import type { EvidenceStack, EvidenceTable, EvidenceText } from '../evidence.ts';
import type { IncidentPart, IncidentVote } from '../incident.ts';
import { carryingVotes, findCulprit, sinceWhen, stacksByWeight, whatDied, whereCulprit } from './headline.ts';
import { html, Markup } from './markup.ts';
import { PLOTS, plotFigure } from './plot.ts';
import { rangeOf } from './range.ts';
import type { Report } from './report.ts';
import { STYLE } from './style.ts';
import { timelineSvg } from './timeline.ts';

const FIRST_STACKS = 4;
const STACKS_MAX = 64;
const FRAMES_MAX = 64;
const ROWS_MAX = 200;
const LINES_MAX = 400;

/**
 * The report that a person reads first: one HTML file that needs no network and runs no script.
 * @param sha256 of a text, as base64: only this page's own style may apply
 */
export function formatReportPage(report: Report, sha256: (text: string) => string): string {
  const policy = `default-src 'none'; style-src 'sha256-${sha256(STYLE)}'; base-uri 'none'; form-action 'none'`;
  const { head, evidence, parts } = report;
  const title = `${whatDied(head.verdict)}: ${head.vm.name}`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${new Markup(policy)}">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>${new Markup(STYLE)}</style>
</head>
<body>
${firstScreen(report)}
${stacksSection(evidence.stacks)}
${timelineSection(report)}
${plotsSection(report)}
${votesSection(head.verdict.votes)}
${evidence.tables.map(tableSection)}
${evidence.texts.map(textSection)}
${missingSection(report)}
${partsSection(parts)}
<p class="muted">Incident ${head.id}, made by cherub ${head.companion}. Every time is UTC by the clock of the node. <a href="manifest.json">manifest.json</a>
holds the hash of every part.</p>
</body>
</html>
`.html;
}

function firstScreen(report: Report): Markup {
  const { verdict, vm, node, trigger } = report.head;
  const culprit = findCulprit(report);
  const votes = carryingVotes(verdict);
  return html`<header class="panel first ${verdict.state}">
<p class="muted">Incident on <span class="guest">${vm.name}</span> at node <span class="guest">${node}</span></p>
<h1>${whatDied(verdict)}</h1>
<p class="guest">${verdict.reason}</p>
<dl class="facts">
${verdict.rung === undefined ? undefined : html`<dt>Rung</dt><dd id="rung">${verdict.rung}</dd>`}
<dt>Since</dt><dd id="since">${sinceWhen(verdict)}</dd>
<dt>How we know</dt><dd id="votes">${
    votes.length === 0
      ? 'no vote carries this verdict; see all signals below'
      : html`<ul>${votes.map(
          (vote) =>
            html`<li><b>${vote.id}</b> ${vote.state}${vote.proof ? ' (proof)' : ''}: <span class="guest">${vote.reason}</span></li>`,
        )}</ul>`
  }</dd>
<dt>Culprit</dt><dd id="culprit">${
    culprit === undefined
      ? 'no function could be named; the stacks below and the missing parts tell why'
      : html`<code class="culprit">${culprit.function}</code> ${whereCulprit(culprit)}<br><span class="muted guest">${culprit.why}</span>`
  }</dd>
<dt>Opened by</dt><dd>${{ verdict: 'the verdict', scenario: 'a scenario', manual: 'a person' }[trigger]}, at ${formatTime(report.head.openedAtMs)}, sealed ${formatTime(report.sealedAtMs)}</dd>
</dl>
${
  report.interrupted
    ? html`<p class="notice">Cherub ended while evidence was being taken: this bundle holds what was there until then.</p>`
    : undefined
}
</header>`;
}

function stacksSection(stacks: readonly EvidenceStack[]): Markup {
  const sorted = stacksByWeight(stacks);
  const rest = sorted.slice(FIRST_STACKS, STACKS_MAX);
  return html`<h2>Stacks that matter</h2>
${
  sorted.length === 0
    ? html`<p class="none">No stack could be taken; see what could not be had.</p>`
    : html`<div class="stacks">${sorted.slice(0, FIRST_STACKS).map(stackPanel)}</div>`
}
${
  rest.length === 0
    ? undefined
    : html`<details><summary>${counted(rest.length, 'more stack')}${
        sorted.length > STACKS_MAX ? ` (${sorted.length - STACKS_MAX} others are in evidence.json)` : ''
      }</summary><div class="stacks">${rest.map(stackPanel)}</div></details>`
}`;
}

function stackPanel(stack: EvidenceStack): Markup {
  const facts = [
    stack.cpu === undefined ? '' : `CPU ${stack.cpu}`,
    stack.task ?? '',
    stack.pid === undefined ? '' : `pid ${stack.pid}`,
    stack.state === undefined ? '' : `state ${stack.state}`,
    stack.source,
  ].filter((each) => each !== '');
  const more = stack.frames.length - FRAMES_MAX;
  return html`<section class="panel stack ${stack.suspect === true ? 'suspect' : ''}"><h3 class="guest">${stack.title}</h3>
<p class="muted guest">${facts.join(' · ')}</p>
<pre>${stack.frames.slice(0, FRAMES_MAX).map((frame) => html`${frame}\n`)}${more > 0 ? `… ${more} more` : ''}</pre></section>`;
}

function timelineSection(report: Report): Markup {
  const { tracks } = report.evidence;
  return html`<h2>Timeline of all signals</h2>
<div class="panel">${
    tracks.length === 0
      ? html`<p class="none">No history of signals was kept.</p>`
      : timelineSvg(tracks, rangeOf(report, 'tracks'), report.head.verdict.sinceMs)
  }</div>`;
}

function plotsSection(report: Report): Markup {
  const { snapshots } = report.evidence;
  if (snapshots.length === 0) {
    return html`<h2>Last snapshots</h2><p class="none">There was none: no agent in the guest, or no way to it.</p>`;
  }
  const range = rangeOf(report, 'snapshots');
  return html`<h2>Last snapshots</h2>
<p class="muted">${counted(snapshots.length, 'snapshot')} by the agent, the last at ${formatTime(snapshots.at(-1)?.atMs)}.</p>
<div class="plots">${PLOTS.map((plot) => plotFigure(plot, snapshots, range, report.head.verdict.sinceMs))}</div>`;
}

function votesSection(votes: readonly IncidentVote[]): Markup {
  if (votes.length === 0) return html``;
  return html`<h2>Every signal at the verdict</h2>
${table(
  ['Signal', 'Says', 'Rung', 'Source', 'Seen', 'Why'],
  votes.slice(0, ROWS_MAX).map((vote) => ({
    className: vote.counts ? 'counts' : '',
    cells: [
      vote.id,
      html`<span class="${vote.state}">${vote.state}${vote.proof ? ', proof' : ''}</span>`,
      vote.part === undefined ? vote.rung : `${vote.rung}/${vote.part}`,
      vote.source,
      formatTime(vote.atMs),
      `${vote.reason} [${vote.why}]`,
    ],
  })),
)}
<p class="muted">Bold signals carried the verdict.</p>`;
}

function tableSection({ title, heading, rows }: EvidenceTable): Markup {
  const more = rows.length - ROWS_MAX;
  return html`<h2 class="guest">${title}</h2>
${table(
  heading,
  rows.slice(0, ROWS_MAX).map((cells) => ({ className: '', cells })),
)}
${more > 0 ? html`<p class="muted">${counted(more, 'more row')} in evidence.json.</p>` : undefined}`;
}

function textSection({ title, lines }: EvidenceText): Markup {
  const last = lines.slice(-LINES_MAX);
  return html`<details><summary class="guest">${title} (${counted(last.length, 'last line')})</summary>
<pre>${last.map((line) => html`${line}\n`)}</pre></details>`;
}

function missingSection({ missing, evidence }: Report): Markup {
  if (missing.length === 0 && evidence.notes.length === 0) return html``;
  return html`<h2>What could not be had, and why</h2>
${
  evidence.notes.length === 0
    ? undefined
    : html`<ul>${evidence.notes.slice(0, ROWS_MAX).map((note) => html`<li class="guest">${note}</li>`)}</ul>`
}
${
  missing.length === 0
    ? undefined
    : table(
        ['Part', 'By', 'Level', 'Why it is missing'],
        missing.slice(0, ROWS_MAX).map(({ path, source, level, reason }) => ({
          className: '',
          cells: [path, source, level, reason],
        })),
      )
}`;
}

function partsSection(parts: readonly IncidentPart[]): Markup {
  if (parts.length === 0) return html``;
  return html`<h2>Raw parts</h2>
${table(
  ['Part', 'By', 'Level', 'Taken', 'Size', 'Notes'],
  parts.map((part) => ({
    className: '',
    cells: [
      // Paths are ours: lower-case words and slashes.
      html`<a href="${part.path}">${part.path}</a>`,
      part.source,
      part.level,
      formatTime(part.takenAtMs),
      formatBytes(part.bytes),
      partNotes(part),
    ],
  })),
)}`;
}

function partNotes({ local, cut, redacted }: IncidentPart): string {
  const secrets = Object.values(redacted ?? {}).reduce((sum, count) => sum + count, 0);
  return [
    local === true ? 'memory of the guest: not in the archive' : '',
    cut === true ? 'cut at its budget' : '',
    secrets === 0 ? '' : `${counted(secrets, 'secret')} taken out`,
  ]
    .filter((each) => each !== '')
    .join('; ');
}

interface Row {
  readonly className: string;
  readonly cells: readonly (string | Markup)[];
}

function table(heading: readonly string[], rows: readonly Row[]): Markup {
  return html`<div class="panel scroll"><table>
<thead><tr>${heading.map((text) => html`<th>${text}</th>`)}</tr></thead>
<tbody>${rows.map(
    ({ className, cells }) =>
      html`<tr class="${className}">${cells.map((cell) => html`<td>${cell}</td>`)}</tr>\n`,
  )}</tbody></table></div>`;
}
