import { join } from 'node:path';
import type { Size2D } from '@cropgrad/core';
import { Command, InvalidArgumentError } from 'commander';
import { oneLine } from '../../../commands/run-command.js';
import { userPath } from '../../../commands/user-path.js';
import { BACKEND_NAMES } from './backends.js';
import { type Box, FACE } from './box.js';

/** What the flags say, with paths made absolute. */
export interface Options {
  image: string;
  /** The true box; none means the middle of the photo. */
  box: Box | undefined;
  size: Size2D;
  backend: string;
  out: string;
}

const EXAMPLE = join(import.meta.dirname, '..');
const DEFAULT_IMAGE = join(EXAMPLE, 'astronaut.png');
const MAX_SIDE = 1024;
const NUMBER = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;

/** Reads the flags. Prints the help, or one line about what is wrong with them, and exits; or throws an InputError. */
export function readOptions(argv: string[]): Options {
  const { image, box, size, backend, out } = new Command('find-the-crop')
    .description(
      'Crops a box out of a photo, forgets the box, and finds it again by gradient descent through the crop.\n' +
        'Writes path.png, strip.png and result.json. A box is found when every corner is right to 1 px, and to a tenth ' +
        'of its shorter side. Exits with 1 when it is not, and on bad input.',
    )
    .option('--image <file>', 'the photo: png, jpeg, webp, … (default: the astronaut beside this example)')
    .option(
      '--box <x,y,x2,y2>',
      'the box to find, in pixels (default: the face, or the middle of your photo)',
      parseBox,
    )
    .option('--size <HxW>', 'height and width of the crop, in pixels (default: 64x64)', parseSize)
    .option('--backend <name>', `what computes: ${BACKEND_NAMES.join(', ')}`, parseBackend, 'cpu')
    .option('--out <dir>', 'where the results go (default: out/ beside this example)')
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(`${oneLine(text)}\n`) })
    .parse(argv)
    .opts<{ image?: string; box?: Box; size?: Size2D; backend: string; out?: string }>();
  return {
    image: image === undefined ? DEFAULT_IMAGE : userPath('--image', image),
    box: box ?? (image === undefined ? FACE : undefined),
    size: size ?? [64, 64],
    backend,
    out: out === undefined ? join(EXAMPLE, 'out') : userPath('--out', out),
  };
}

function parseBox(text: string): Box {
  const parts = text.split(',');
  const edges = parts.map(Number);
  // Number takes what nobody means here: nothing at all as 0, and 0x10 as 16.
  if (edges.length !== 4 || !parts.every((part) => NUMBER.test(part)) || !edges.every(Number.isFinite)) {
    throw new InvalidArgumentError('Expected four numbers: x,y,x2,y2.');
  }
  const [x, y, x2, y2] = edges;
  if (x2 <= x || y2 <= y) {
    throw new InvalidArgumentError('The box has no area: x2 must be greater than x, and y2 greater than y.');
  }
  return [x, y, x2, y2];
}

function parseSize(text: string): Size2D {
  const [height, width] = /^(\d+)x(\d+)$/.exec(text)?.slice(1).map(Number) ?? [0, 0];
  if (height < 1 || width < 1 || height > MAX_SIDE || width > MAX_SIDE) {
    throw new InvalidArgumentError(`Expected HEIGHTxWIDTH, each from 1 to ${MAX_SIDE}, e.g. 64x64.`);
  }
  return [height, width];
}

function parseBackend(name: string): string {
  if (BACKEND_NAMES.includes(name)) return name;
  throw new InvalidArgumentError(`This example knows: ${BACKEND_NAMES.join(', ')}.`);
}
