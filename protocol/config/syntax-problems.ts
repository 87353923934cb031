import type { Document, ErrorCode, LineCounter, YAMLError } from 'yaml';
import type { ConfigProblem } from './problem.ts';

/**
 * What the YAML parser found, in words of our own: the parser's messages quote the text around the error, which may be
 * a secret.
 */
export function syntaxProblems(document: Document.Parsed, lines: LineCounter): ConfigProblem[] {
  const seen = new Set<number>();
  const problems: ConfigProblem[] = [];
  // Warnings are unknown tags and directives: nothing that a configuration may hold.
  for (const error of [...document.errors, ...document.warnings]) {
    const { line, col } = lines.linePos(error.pos[0]);
    // One mistake often gives several errors; the first one of a line names it best.
    if (seen.has(line)) continue;
    seen.add(line);
    problems.push({ path: '', line, column: col, message: messageOf(error) });
  }
  return problems;
}

function messageOf(error: YAMLError): string {
  return `not valid YAML: ${MESSAGES[error.code]}`;
}

const MESSAGES: Record<ErrorCode, string> = {
  ALIAS_PROPS: 'an alias (*name) can have no anchor and no tag',
  BAD_ALIAS: 'an alias (*name) or anchor (&name) without a name; quote a text that begins with * or &',
  BAD_COLLECTION_TYPE: 'this tag (!name) does not fit the value',
  BAD_DIRECTIVE: 'unknown directive; a line may not begin with %',
  BAD_DQ_ESCAPE: 'unknown escape in a double-quoted text; write \\\\ for a backslash, or use single quotes',
  BAD_INDENT: 'the indentation does not match the lines above, or a bracket is not closed',
  BAD_PROP_ORDER: 'anchor (&name) or tag (!name) stands in the wrong place',
  BAD_SCALAR_START: 'a text may not begin with this character; put it in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'a nested key on the same line; put it on a line of its own, or quote a text that has ": "',
  BLOCK_IN_FLOW: 'an indented list or map may not stand inside [ ] or { }',
  DUPLICATE_KEY: 'the key stands twice',
  IMPOSSIBLE: 'this cannot be understood',
  KEY_OVER_1024_CHARS: 'a key is longer than 1024 characters',
  MISSING_CHAR: 'a character is missing: a space after ":", "-" or ",", or a closing quote or bracket',
  MULTILINE_IMPLICIT_KEY: 'a key must stand on one line; is a ":" or a closing quote missing?',
  MULTIPLE_ANCHORS: 'a value can have only one anchor (&name)',
  MULTIPLE_DOCS: 'the file holds more than one document; remove the line "---" between them',
  MULTIPLE_TAGS: 'a value can have only one tag (!name)',
  NON_STRING_KEY: 'a key must be a text',
  RESOURCE_EXHAUSTION: 'it is nested too deeply',
  TAB_AS_INDENT: 'a tab is used as indentation; use spaces',
  TAG_RESOLVE_FAILED: 'unknown tag (!name); quote a text that begins with !',
  UNEXPECTED_TOKEN:
    'this cannot stand here; check the indentation, and quote a text that has special characters',
};
