import { basename } from 'node:path';
import { boxesFromPixels, crop } from '@cropgrad/core';
import { SingleBar } from 'cli-progress';
import { InputError } from '../../../commands/input-error.js';
import { prepareFolder } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { useBackend } from './backends.js';
import { type Box, cornerDistances, middleBox, pixelsOff } from './box.js';
import { isFound } from './is-found.js';
import { readOptions } from './options.js';
import { readPhoto } from './photo.js';
import { RESULT_FILES, type Run, writeResults } from './results.js';
import { type SearchResult, search } from './search.js';
import { startBox } from './start-box.js';

await runCommand(findTheCrop);

/** Crops the true box out of the photo, searches for it, and says and writes what came of it. */
async function findTheCrop(): Promise<void> {
  const options = readOptions(process.argv);
  await useBackend(options.backend);
  const photo = await readPhoto(options.image);
  const [, height, width] = photo.shape;
  const truth = options.box ?? middleBox(height, width);
  requireWithin(truth, height, width);
  await prepareFolder(options.out, RESULT_FILES);

  const target = crop(photo, boxesFromPixels([[...truth]], [height, width]), options.size);
  const start = startBox(truth, height, width);

  // From here on the search knows the photo and the target, but not the box that the target came from.
  const began = performance.now();
  const { path, losses } = await withProgress((onStep) => search(photo, target, start, onStep));
  const seconds = (performance.now() - began) / 1000;

  const settled = path[path.length - 1];
  const found = isFound(settled, truth);
  const cornerError = Math.max(...cornerDistances(settled, truth));
  console.log(`photo   ${basename(options.image)}, ${width} x ${height} pixels`);
  console.log(
    `start   ${edges(start)}   every corner at least ${pixelsOff(Math.min(...cornerDistances(start, truth)))}`,
  );
  console.log(`${found ? 'found  ' : 'settled'} ${edges(settled)}   no corner more than ${pixelsOff(cornerError)}`);
  console.log(`true    ${edges(truth)}`);
  console.log(
    `loss    ${losses[losses.length - 1].toExponential(2)} after ${losses.length} steps, ${seconds.toFixed(1)} s`,
  );
  const run: Run = { ...options, photo, target, truth, path, losses, found, cornerError };
  for (const file of await writeResults(run)) console.log(`wrote   ${file}`);

  if (found) return;
  console.error(
    `not found: the search settled ${pixelsOff(cornerError)}; it only looks downhill from its start: try another --box`,
  );
  process.exitCode = 1;
}

function requireWithin(box: Box, height: number, width: number): void {
  const [x, y, x2, y2] = box;
  if (x >= 0 && y >= 0 && x2 <= width && y2 <= height) return;
  throw new InputError(`--box: ${box} reaches out of the photo, which is ${width} pixels wide and ${height} high`);
}

async function withProgress(
  work: (onStep: Parameters<typeof search>[3]) => Promise<SearchResult>,
): Promise<SearchResult> {
  const bar = new SingleBar({ format: 'search  {bar} step {value} of {total}, loss {loss}', barsize: 30 });
  bar.start(1, 0, { loss: '' });
  try {
    return await work((done, total, loss) => {
      bar.setTotal(total);
      bar.update(done, { loss: loss.toExponential(2) });
    });
  } finally {
    bar.stop();
  }
}

/** Lined up, so that one can compare boxes by eye. */
function edges(box: Box): string {
  return box.map((edge) => edge.toFixed(2).padStart(8)).join('');
}
