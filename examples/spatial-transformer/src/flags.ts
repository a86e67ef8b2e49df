import { InvalidArgumentError } from 'commander';

/** Reads a whole number of a range, for commander. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  };
}

/** Reads whole numbers with commas between them. */
export function wholeNumbers(least: number, most: number): (text: string) => number[] {
  const read = wholeNumber(least, most);
  return (text) => text.split(',').map(read);
}

/** Reads a number above 0, of minutes. */
export function minutes(text: string): number {
  const value = Number(text);
  if (/^\d+(\.\d+)?$/.test(text) && value > 0) return value;
  throw new InvalidArgumentError('Expected a number of minutes above 0.');
}

/** Reads names with commas between them. */
export function namesOf<Name extends string>(known: readonly Name[]): (text: string) => Name[] {
  return (text) =>
    text.split(',').map((name) => {
      const found = known.find((one) => one === name);
      if (found === undefined) throw new InvalidArgumentError(`This example knows: ${known.join(', ')}.`);
      return found;
    });
}
