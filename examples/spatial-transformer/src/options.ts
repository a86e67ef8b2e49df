import { join } from 'node:path';
import { Command, InvalidArgumentError } from 'commander';
import { oneLine } from '../../../commands/run-command.js';
import { userPath } from '../../../commands/user-path.js';
import { BACKEND_NAMES } from './backends.js';

/** What the flags say, with the path made absolute. */
export interface Options {
  backend: string;
  steps: number;
  seed: number;
  out: string;
}

const MOST_STEPS = 100_000;

/** Reads the flags. Prints the help, or one line about what is wrong with them, and exits; or throws an InputError. */
export function readOptions(argv: string[]): Options {
  const { out, ...options } = new Command('spatial-transformer')
    .description(
      'Trains a classifier of digits that lie anywhere, with and without a spatial transformer before it.\n' +
        'Writes digits.png and result.json.',
    )
    .option('--backend <name>', `what computes: ${BACKEND_NAMES.join(', ')}`, parseBackend, 'cpu')
    .option('--steps <count>', 'training steps, 64 digits each', wholeNumber(1, MOST_STEPS), 500)
    .option('--seed <number>', 'decides the digits and the first weights', wholeNumber(0, 2 ** 31 - 1), 1)
    .option('--out <dir>', 'where the results go (default: out/ beside this example)')
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(`${oneLine(text)}\n`) })
    .parse(argv)
    .opts<Omit<Options, 'out'> & { out?: string }>();
  return { ...options, out: out === undefined ? join(import.meta.dirname, '../out') : userPath('--out', out) };
}

function parseBackend(name: string): string {
  if (BACKEND_NAMES.includes(name)) return name;
  throw new InvalidArgumentError(`This example knows: ${BACKEND_NAMES.join(', ')}.`);
}

function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= least && value <= most) return value;
    throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
  };
}
