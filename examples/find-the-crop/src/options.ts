import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError, Option } from 'commander';
import { BACKENDS } from './backends.js';
import type { Box } from './box.js';

/** What the command line says. */
export interface Options {
  image: string;
  box: Box;
  size: [height: number, width: number];
  backend: string;
  out: string;
}

const example = fileURLToPath(new URL('..', import.meta.url));
/** Paths are relative to where the user is; pnpm runs scripts elsewhere. */
const fromHere = (path: string): string => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** Reads the command line; on a bad flag commander prints one line and exits with 1. */
export function readOptions(args: readonly string[]): Options {
  const program = new Command('find-the-crop')
    .description('Crops a box out of a photo, forgets where it was, and finds it again by gradient descent on the box.')
    .option('--image <file>', 'the photo', fromHere, `${example}astronaut.png`)
    .option('--box <x,y,x2,y2>', 'the true box, in pixels', readBox, [160, 40, 300, 210] satisfies Box)
    .option('--size <HxW>', 'the size of the crop, in pixels', readSize, [64, 64])
    .addOption(new Option('--backend <name>', 'where the kernels run').choices(Object.keys(BACKENDS)).default('cpu'))
    .option('--out <dir>', 'where the pictures and result.json go', fromHere, `${example}out`);
  return program.parse([...args], { from: 'user' }).opts<Options>();
}

function readBox(text: string): Box {
  const numbers = text.split(',').map(Number);
  const [x, y, x2, y2] = numbers;
  if (numbers.length !== 4 || text.split(',').some((part) => part.trim() === '') || !numbers.every(Number.isFinite)) {
    throw new InvalidArgumentError('A box is four numbers, as in 160,40,300,210.');
  }
  if (x === x2 || y === y2)
    throw new InvalidArgumentError('A box of no area has no crop; its corners must differ in x and y.');
  return [x, y, x2, y2];
}

function readSize(text: string): [number, number] {
  const [, height, width] = text.match(/^(\d+)x(\d+)$/) ?? [];
  if (!(Number(height) > 0 && Number(width) > 0)) {
    throw new InvalidArgumentError('A size is HEIGHTxWIDTH in whole pixels, as in 64x64.');
  }
  return [Number(height), Number(width)];
}
