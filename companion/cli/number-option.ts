import { InvalidArgumentError } from 'commander';

/** Reads a number of a command line and holds it to its bounds. */
export function numberOption(o: {
  readonly least: number;
  readonly most: number;
  readonly isWhole?: boolean;
}): (text: string) => number {
  return (text) => {
    const value = text.trim() === '' ? Number.NaN : Number(text);
    const isWrong =
      !(value >= o.least && value <= o.most) || (o.isWhole === true && !Number.isInteger(value));
    if (isWrong) {
      const kind = o.isWhole === true ? 'a whole number' : 'a number';
      throw new InvalidArgumentError(`It must be ${kind} from ${o.least} to ${o.most}.`);
    }
    return value;
  };
}
