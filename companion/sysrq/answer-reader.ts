import { consoleText } from '../sources/console/console-text.ts';
import { LineSplitter } from '../sources/console/line-splitter.ts';
import { droppedMessages, kernelLine } from './kernel-line.ts';
import { EndRule, type HeadingKind, headingOf } from './sysrq-key.ts';

/** More headings than anybody presses keys; a guest that forges them makes no more. */
const SECTIONS_MAX = 256;

/** What came after one heading, up to the next. */
export interface Section {
  readonly kind: HeadingKind;
  /** The line of the heading without its time. */
  readonly title: string;
  /** Lines as they came, safe for screens, each with its end. */
  readonly text: string;
  /** Another heading came: nothing of this one can come any more. */
  readonly isClosed: boolean;
  /** Its last line, or nearly, was there. */
  readonly isEndSeen: boolean;
  /** Lines found no room. */
  readonly isCut: boolean;
  /** When the last byte came. */
  readonly lastMs: number;
}

interface Open extends Section {
  text: string;
  isClosed: boolean;
  isEndSeen: boolean;
  isCut: boolean;
  lastMs: number;
  rule: EndRule;
}

/**
 * Finds answers to SysRq in the bytes of a console: each begins with a line of the kernel's that is known, and is over when
 * the next one begins. Pure; time comes in. Two kernel consoles on one mux give each line twice; the second is left out.
 */
export class AnswerReader {
  readonly #bytesMax: number;
  readonly #splitter = new LineSplitter();
  readonly #sections: Open[] = [];
  #bytes = 0;
  /** The line before, while its second copy may come. */
  #single = '';
  #isDoubled = false;

  /** @param bytesMax of all texts together */
  constructor(bytesMax: number) {
    this.#bytesMax = bytesMax;
  }

  /** How many headings there were: what is pressed next is looked for from here. */
  get count(): number {
    return this.#sections.length;
  }

  /** The first section of one of the kinds, from a number on. */
  find(from: number, kinds: readonly HeadingKind[]): Section | undefined {
    for (let at = from; at < this.#sections.length; at += 1) {
      const section = this.#sections[at];
      if (section !== undefined && kinds.includes(section.kind)) return section;
    }
    return undefined;
  }

  push(bytes: Uint8Array, nowMs: number): void {
    const open = this.#sections.at(-1);
    if (open !== undefined) open.lastMs = nowMs;
    for (const { bytes: line } of this.#splitter.push(bytes)) this.#take(consoleText(line), nowMs);
  }

  #take(raw: string, nowMs: number): void {
    const line = droppedMessages(raw) > 0 ? { text: raw } : kernelLine(raw);
    if (line === undefined) return;
    const kind = headingOf(line.text);
    if (line.stamp !== undefined && this.#isSecondCopy(`${line.stamp} ${line.text}`, kind)) return;
    if (kind !== undefined) this.#begin(kind, line.text, nowMs);
    const open = this.#sections.at(-1);
    if (open === undefined) return;
    this.#keep(open, raw);
    if (open.rule.isEnd(line.text.trim())) open.isEndSeen = true;
  }

  /**
   * A heading that comes twice with the same time says that every line will. Other lines may stand in a stack several
   * times, so of those only every second one is a copy.
   */
  #isSecondCopy(told: string, kind: HeadingKind | undefined): boolean {
    const isSame = told === this.#single;
    if (isSame && kind !== undefined) this.#isDoubled = true;
    const isCopy = isSame && this.#isDoubled;
    this.#single = isCopy ? '' : told;
    return isCopy;
  }

  #begin(kind: HeadingKind, title: string, nowMs: number): void {
    const before = this.#sections.at(-1);
    if (before !== undefined) before.isClosed = true;
    if (this.#sections.length >= SECTIONS_MAX) return;
    this.#sections.push({
      kind,
      title: title.slice(0, 200),
      text: '',
      isClosed: false,
      isEndSeen: false,
      isCut: false,
      lastMs: nowMs,
      rule: new EndRule(kind),
    });
  }

  #keep(section: Open, line: string): void {
    const bytes = line.length + 1;
    // After the first line without room none is kept, so that what is missing is the end and nothing else.
    if (section.isCut || this.#bytes + bytes > this.#bytesMax) section.isCut = true;
    else {
      this.#bytes += bytes;
      section.text += `${line}\n`;
    }
  }
}
