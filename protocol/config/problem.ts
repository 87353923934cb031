/** One thing that is wrong in a configuration file. */
export interface ConfigProblem {
  /** `vms[0].link.socket`; `''` for the file as a whole. */
  path: string;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  /** What is wrong and what would be right. Never holds a value of the file, which may be a secret. */
  message: string;
}

const PATH_PART_CHARACTERS_MAX = 64;

/** `['vms', 0, 'a b']` as `vms[0]["a b"]`, safe for a terminal. */
export function formatPath(path: readonly PropertyKey[]): string {
  let text = '';
  for (const part of path) {
    if (typeof part === 'number') text += `[${part}]`;
    else if (/^[A-Za-z_][\w-]{0,63}$/.test(String(part)))
      text += text === '' ? String(part) : `.${String(part)}`;
    else text += `[${quote(String(part))}]`;
  }
  return text;
}

/** A key in double quotes, cut to 64 characters, everything but printable ASCII escaped. */
export function quote(text: string): string {
  const cut = text.length > PATH_PART_CHARACTERS_MAX ? `${text.slice(0, PATH_PART_CHARACTERS_MAX)}…` : text;
  const json = JSON.stringify(cut);
  return json.replace(
    /[^\x20-\x7e…]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** One line a problem: `file:line:column: path: message`, without a newline at the end. */
export function formatProblems(file: string, problems: readonly ConfigProblem[]): string {
  return problems
    .map(({ path, line, column, message }) =>
      [`${file}:${line}:${column}`, ...(path === '' ? [] : [path]), message].join(': '),
    )
    .join('\n');
}
