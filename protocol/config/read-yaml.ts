import { type Document, LineCounter, parseDocument } from 'yaml';
import { createLocator, type Locator } from './locator.ts';
import type { ConfigProblem } from './problem.ts';
import { structureProblems } from './structure-problems.ts';
import { syntaxProblems } from './syntax-problems.ts';

/** Far above any real configuration, far below what would hurt a small guest. */
export const CONFIG_CHARACTERS_MAX = 1 << 20;
/** More values than this come only from an alias bomb. */
const ALIASED_VALUES_MAX = 100;

/** A YAML text that could be read: its value, and where each part of it stands. */
export interface YamlText {
  value: unknown;
  locate: Locator;
}

/**
 * Parses one YAML 1.2 document; an empty one counts as an empty map. `yaml` is missing when the text has no certain
 * meaning; with problems like a duplicate key it is there, so that the rest can be checked too.
 */
export function readYaml(text: string): { yaml?: YamlText; problems: ConfigProblem[] } {
  const unreadable = refuseText(text);
  if (unreadable !== undefined) return { problems: [unreadable] };
  const lines = new LineCounter();
  try {
    // Duplicate keys are looked for in structureProblems: the library compares each key with each other one.
    const document = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      stringKeys: true,
      // At 'silent' the library would take the first of several documents.
      logLevel: 'error',
    });
    const broken = syntaxProblems(document, lines);
    if (broken.length > 0) return { problems: broken };
    const structure = structureProblems(document, lines);
    if (structure.fatal) return { problems: structure.problems };
    return {
      yaml: { value: evaluate(document), locate: createLocator(document, lines) },
      problems: structure.problems,
    };
  } catch {
    // The library throws on an alias bomb and, as any recursive parser, on nesting that exhausts the stack.
    return { problems: [wholeFile('the file is nested too deeply, or repeats too much through aliases')] };
  }
}

function evaluate(document: Document.Parsed): unknown {
  const value: unknown = document.toJS({ maxAliasCount: ALIASED_VALUES_MAX });
  return value ?? {};
}

function refuseText(text: string): ConfigProblem | undefined {
  if (text.length > CONFIG_CHARACTERS_MAX) {
    return wholeFile(`the file is larger than ${CONFIG_CHARACTERS_MAX >> 20} MiB, which no configuration is`);
  }
  const at = text.search(/[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffc\u{10000}-\u{10ffff}]/u);
  if (at < 0) return undefined;
  const before = text.slice(0, at).split('\n');
  const column = (before.at(-1)?.length ?? 0) + 1;
  return {
    path: '',
    line: before.length,
    column,
    message: 'the file is not UTF-8 text: save it as plain UTF-8',
  };
}

function wholeFile(message: string): ConfigProblem {
  return { path: '', line: 1, column: 1, message };
}
