import { readFileSync } from 'node:fs';
import type { Label } from '#protocol/label/label.ts';

/** A label and its line, as the specification fixes them. */
export interface LabelVector {
  name: string;
  label: Label;
  /** False when the name is too long; then `parsedApp` is what a reader gets of it. */
  appExact: boolean;
  parsedApp?: string;
  line: string;
}

export function readLabelVectors(): LabelVector[] {
  return JSON.parse(readFileSync(new URL('vectors/labels.json', import.meta.url), 'utf8')) as LabelVector[];
}
