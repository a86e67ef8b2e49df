import { MODELS, type Reason } from '@cropgrad/register';
import { Command, Option } from 'commander';
import sharp from 'sharp';
import { type Alignment, type AlignOptions, alignFiles } from './align/align-files.js';
import { checkerboard } from './align/checkerboard.js';
import { warp } from './align/warp.js';
import { NotFound, runCommand, type Status } from './command/run-command.js';
import { writeNamedFile } from './command/write-file.js';
import type { OpenImage } from './images/open-image.js';

interface Flags extends AlignOptions {
  out: string;
  checkerboard?: string;
  json: boolean;
}

/** The command `cropgrad-align`, with the arguments after its name. Prints, writes files, and gives the exit status. */
export function cropgradAlign(args: readonly string[]): Promise<Status> {
  const command = new Command('cropgrad-align')
    .description('Aligns one picture to another that shows the same: prints the map, and writes the aligned picture.')
    .argument('<moving>', 'the image file that is moved')
    .argument('<fixed>', 'the image file that it is aligned to')
    .addOption(
      new Option('--model <name>', 'what may be done to the moving picture').choices(MODELS).default('homography'),
    )
    .option('--out <file>', 'the file for the aligned picture, as a png', 'aligned.png')
    .option('--checkerboard <file>', 'write a checkerboard of both pictures, as a png')
    .option('--mask <file>', 'a picture that is white where the fixed one counts')
    .option('--moving-mask <file>', 'a picture that is white where the moving one counts')
    .option('--json', 'print the answer as JSON', false)
    .addHelpText('after', '\nExit status: 0 aligned, 1 they do not fit, 2 bad input.')
    .action(run);
  return runCommand(command, args);
}

async function run(moving: string, fixed: string, flags: Flags): Promise<void> {
  const { model, mask, movingMask, json } = flags;
  const alignment = await alignFiles(moving, fixed, { model, mask, movingMask });
  const { reason, score } = alignment;
  const files = reason === null ? await writePictures(alignment, flags) : [];
  if (json) console.log(JSON.stringify(asJson(moving, fixed, model, alignment)));
  else if (reason === null) print(model, alignment, files);
  else console.error(`not aligned: ${REASONS[reason]} (score ${score.toFixed(3)})`);
  if (reason !== null) throw new NotFound();
}

/** Gives the files that were written. */
async function writePictures(alignment: Alignment, { out, checkerboard: board }: Flags): Promise<string[]> {
  const warped = await warp(alignment);
  await writeNamedFile('--out', out, await png(warped, alignment.fixed));
  if (board === undefined) return [out];
  await writeNamedFile(
    '--checkerboard',
    board,
    await png(await checkerboard(alignment.fixed, warped), alignment.fixed),
  );
  return [out, board];
}

/** Why two pictures were not aligned, in words, and what can be done. */
const REASONS: { readonly [reason in Reason]: string } = {
  flat: 'one of the two has almost no contrast',
  overlap: 'they overlap too little',
  unrelated: 'they do not show the same; if they do, try another --model',
  uncertain: 'they fit, but equally well a little to the side: try a simpler --model',
  partial: 'a part fits, and another part does not: leave that out with --mask, or try another --model',
};

function print(model: string, { matrix, score, overlap, sigma }: Alignment, files: readonly string[]): void {
  const rows = matrix.map((row) => row.map((entry) => entry.toPrecision(7)).join(', '));
  console.log(`model     ${model}`);
  console.log(`matrix    ${rows.join('; ')}   from pixels of the fixed picture to pixels of the moving one`);
  console.log(`score     ${score.toFixed(4)}   1 is equal`);
  console.log(`overlap   ${Math.round(100 * overlap)} %`);
  console.log(`sigma     ${sigma.toPrecision(2)} pixels, at the least certain corner`);
  for (const file of files) console.log(`wrote     ${file}`);
}

function asJson(moving: string, fixed: string, model: string, alignment: Alignment) {
  const { matrix, score, overlap, sigma, reason } = alignment;
  const found = reason === null;
  return { moving, fixed, model, found, reason, score, overlap, sigma, matrix: found ? matrix : null };
}

function png(data: Uint8Array, { width, height }: OpenImage): Promise<Buffer> {
  return sharp(data, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
}
