import { join } from 'node:path';
import type { Size2D } from '@cropgrad/core';
import { Command, InvalidArgumentError } from 'commander';
import { InputError } from '../../../commands/input-error.js';
import { oneLine } from '../../../commands/run-command.js';
import { userPath } from '../../../commands/user-path.js';
import { BACKEND_NAMES } from './backends.js';
import { type Box, FACE } from './box.js';

/** What the flags say, with paths made absolute. */
export interface Options {
  image: string;
  /** The thumbnail to find; none means that one is cut out of the photo. */
  thumbnail: string | undefined;
  /** The true box, where it is known; for a thumbnail that is cut out here, none means the middle of the photo. */
  box: Box | undefined;
  /** Of the thumbnail that is cut out here; none means 64 pixels along its longer side. */
  size: Size2D | undefined;
  backend: string;
  out: string;
}

const EXAMPLE = join(import.meta.dirname, '..');
const DEFAULT_IMAGE = join(EXAMPLE, 'astronaut.png');
/** The face in it, at 64 x 64 pixels, as a jpeg. */
const DEFAULT_THUMBNAIL = join(EXAMPLE, 'face.jpg');
const MAX_SIDE = 1024;
const NUMBER = /^\s*[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?\s*$/i;

/** Reads the flags. Prints the help, or one line about what is wrong with them, and exits; or throws an InputError. */
export function readOptions(argv: string[]): Options {
  const { image, thumbnail, box, size, backend, out } = new Command('find-the-crop')
    .description(
      'Finds where a thumbnail was cut from: as cropgrad-find does, and by gradient descent through the crop, from a wrong box.\n' +
        'Writes path.png, strip.png and result.json. A box is found when every corner is right to 1 px, and to a tenth ' +
        'of its shorter side. Exits with 1 when it is not, and on bad input.',
    )
    .option('--image <file>', 'the photo: png, jpeg, webp, … (default: the astronaut beside this example)')
    .option(
      '--thumbnail <file>',
      'the thumbnail (default: the face, at 64 x 64 pixels; for your photo one is cut out of it)',
    )
    .option('--box <x,y,x2,y2>', 'the box to cut out, in pixels (default: the middle of your photo)', parseBox)
    .option(
      '--size <HxW>',
      'height and width of what is cut out (default: 64 pixels, and the shape of the box)',
      parseSize,
    )
    .option('--backend <name>', `what computes: ${BACKEND_NAMES.join(', ')}`, parseBackend, 'cpu')
    .option('--out <dir>', 'where the results go (default: out/ beside this example)')
    .showSuggestionAfterError(false)
    .configureOutput({ outputError: (text, write) => write(`${oneLine(text)}\n`) })
    .parse(argv)

    .opts<{ image?: string; thumbnail?: string; box?: Box; size?: Size2D; backend: string; out?: string }>();
  if (thumbnail !== undefined && (box ?? size) !== undefined) {
    throw new InputError(`--${box ? 'box' : 'size'}: a thumbnail is given, so none is cut out`);
  }
  const given = image ?? thumbnail ?? box ?? size;
  return {
    thumbnail: given === undefined ? DEFAULT_THUMBNAIL : thumbnail && userPath('--thumbnail', thumbnail),
    image: image === undefined ? DEFAULT_IMAGE : userPath('--image', image),
    box: box ?? (image === undefined && thumbnail === undefined ? FACE : undefined),
    size,
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
