import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type LineCounter,
  type Node,
} from 'yaml';

/**
 * Position (from 1) of the part at `path`, or of the nearest part around it that is there. Of a map or a list this is
 * the key that it belongs to, because its own first byte is already another part's.
 */
export type Locator = (path: readonly PropertyKey[], want?: 'key') => { line: number; column: number };

export function createLocator(document: Document.Parsed, lines: LineCounter): Locator {
  return (path, want) => {
    const { line, col } = lines.linePos(find(document, path, want));
    return { line, column: col };
  };
}

/** Offset in the text. */
function find(document: Document.Parsed, path: readonly PropertyKey[], want: 'key' | undefined): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path) {
    if (isAlias(node)) node = node.resolve(document);
    const step = enter(node, part);
    if (step === undefined) return offset;
    node = step.value;
    const useKey = want === 'key' || node === null || isCollection(node);
    offset = startOf(useKey ? (step.key ?? node) : node) ?? startOf(step.key) ?? offset;
  }
  return offset;
}

function enter(node: unknown, part: PropertyKey): { key?: unknown; value: unknown } | undefined {
  if (isSeq(node) && typeof part === 'number') {
    return part < node.items.length ? { value: node.items[part] } : undefined;
  }
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
}

function startOf(node: unknown): number | undefined {
  return (node as Node | null | undefined)?.range?.[0];
}
