import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A fenced block of a Markdown file. */
export interface Block {
  readonly file: string;
  /** 1-based line of the opening fence. */
  readonly line: number;
  readonly language: string;
  readonly lines: readonly string[];
}

/** A command that a document shows after `$ `, and the exit code that it promises. */
export interface ShownCommand {
  readonly line: number;
  readonly text: string;
  /** 0 unless the next line is `# exits N`. */
  readonly exitCode: number;
}

/** Every Markdown file of the project, relative to the root. */
export function docFiles(root: string): string[] {
  return globSync('**/*.md', {
    cwd: root,
    exclude: ['node_modules/**', '.cache/**', 'dist/**', 'artifacts/**'],
  }).sort();
}

/** The fenced blocks of one file. */
export function blocksOf(root: string, file: string): Block[] {
  const blocks: Block[] = [];
  let open: { line: number; language: string; lines: string[] } | undefined;
  readFileSync(join(root, file), 'utf8')
    .split('\n')
    .forEach((text, index) => {
      const fence = /^\s*```(\S*)/.exec(text);
      if (fence === null) open?.lines.push(text);
      else if (open === undefined) open = { line: index + 1, language: fence[1] ?? '', lines: [] };
      else {
        blocks.push({ file, ...open });
        open = undefined;
      }
    });
  return blocks;
}

/** The commands of a `console` block; a `\` at the end of a line goes on in the next one. */
export function commandsOf(block: Block): ShownCommand[] {
  const commands: ShownCommand[] = [];
  for (let i = 0; i < block.lines.length; i++) {
    const first = block.lines[i];
    if (first === undefined || !first.startsWith('$ ')) continue;
    const line = block.line + 1 + i;
    let text = first.slice(2);
    while (text.endsWith('\\') && i + 1 < block.lines.length) {
      i += 1;
      text = `${text.slice(0, -1)}${(block.lines[i] ?? '').replace(/^>?\s*/, '')}`;
    }
    const promise = /^# exits (\d+)/.exec(block.lines[i + 1] ?? '');
    commands.push({ line, text, exitCode: Number(promise?.[1] ?? 0) });
  }
  return commands;
}
