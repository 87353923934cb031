import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type YAMLMap } from 'yaml';
import { type ConfigProblem, formatPath } from './problem.ts';

const DEPTH_MAX = 32;
/** Looking up an alias walks the document, so their number is bounded too. */
const ALIASES_MAX = 100;

type Path = readonly PropertyKey[];

/**
 * What is well-formed YAML and still no configuration: keys that stand twice (all of them, in linear time), deep nesting,
 * a flood of aliases, aliases of nothing or of themselves. `fatal`: do not evaluate the document.
 */
export function structureProblems(
  document: Document.Parsed,
  lines: LineCounter,
): { fatal: boolean; problems: ConfigProblem[] } {
  const walk = new StructureWalk(lines);
  walk.visit(document.contents, []);
  return { fatal: walk.fatal, problems: walk.problems };
}

class StructureWalk {
  readonly problems: ConfigProblem[] = [];
  fatal = false;
  private aliases = 0;
  /** Anchors whose whole value has been seen: an alias inside its own anchor is not among them. */
  private readonly anchors = new Set<string>();
  private readonly lines: LineCounter;

  constructor(lines: LineCounter) {
    this.lines = lines;
  }

  visit(node: unknown, path: Path): void {
    if (this.fatal || !isNode(node)) return;
    if (isAlias(node)) {
      this.aliases += 1;
      if (this.aliases > ALIASES_MAX) {
        this.refuse(node, path, `more than ${ALIASES_MAX} aliases (*name): write the values out`);
      } else if (!this.anchors.has(node.source)) {
        this.refuse(
          node,
          path,
          'this alias (*name) refers to no value before it; quote a text that begins with *',
        );
      }
      return;
    }
    if ((isMap(node) || isSeq(node)) && path.length >= DEPTH_MAX) {
      this.refuse(node, [], `nested deeper than ${DEPTH_MAX} levels`);
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) this.visit(item, [...path, index]);
    } else if (isMap(node)) {
      this.visitMap(node, path);
    }
    if (!isAlias(node) && node.anchor !== undefined) this.anchors.add(node.anchor);
  }

  private visitMap(map: YAMLMap, path: Path): void {
    const lineOfKey = new Map<string, number>();
    for (const { key, value } of map.items) {
      if (!isScalar(key)) continue;
      const name = String(key.value);
      const first = lineOfKey.get(name);
      if (first === undefined) lineOfKey.set(name, this.positionOf(key).line);
      else this.report(key, [...path, name], `stands twice: first in line ${first}`);
      if (key.anchor !== undefined) this.anchors.add(key.anchor);
      this.visit(value, [...path, name]);
    }
  }

  private refuse(node: unknown, path: Path, message: string): void {
    this.fatal = true;
    this.report(node, path, message);
  }

  private report(node: unknown, path: Path, message: string): void {
    this.problems.push({ path: formatPath(path), ...this.positionOf(node), message });
  }

  private positionOf(node: unknown): { line: number; column: number } {
    const { line, col } = this.lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0);
    return { line, column: col };
  }
}
