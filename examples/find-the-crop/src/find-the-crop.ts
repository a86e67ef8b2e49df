import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import { findInPhoto } from 'cropgrad-find';
import { useBackend } from './backends.js';
import { type Box, cornerDistances, pixelsOff } from './box.js';
import { isFound } from './is-found.js';
import type { Options } from './options.js';
import { readPair } from './pair.js';
import { type Run, writeResults } from './results.js';
import { type SearchResult, search } from './search.js';
import { startBox } from './start-box.js';

/**
 * Looks for a thumbnail in a photo as cropgrad-find does, and by gradient descent; says and writes what came of both.
 */
export async function findTheCrop(options: Options): Promise<void> {
  await useBackend(options.backend);
  const { photo, target, file, truth: known } = await readPair(options);
  const [, height, width] = photo.shape;
  console.log(`photo   ${basename(options.image)}, ${width} x ${height} pixels`);

  const answer = await findInPhoto(options.image, file, { model: 'box', enlarged: false });
  const { box } = answer.placement;
  if (answer.reason === null) console.log(`search  ${edges(box)}   cropgrad-find, score ${answer.score.toFixed(4)}`);
  else console.log(`search  cropgrad-find has no answer: ${answer.reason}`);
  const truth = known ?? (answer.reason === null ? box : undefined);
  if (!truth) return notFound('so there is no box to begin beside');

  // The descent knows the photo, the thumbnail and a wrong box, but not where the thumbnail came from.
  const start = startBox(truth, height, width);
  const began = performance.now();
  const { path, losses } = await withProgress((onStep) => search(photo, target, start, onStep));
  const seconds = (performance.now() - began) / 1000;

  const settled = path[path.length - 1];
  const found = isFound(settled, truth);
  const cornerError = Math.max(...cornerDistances(settled, truth));
  console.log(
    `start   ${edges(start)}   every corner at least ${pixelsOff(Math.min(...cornerDistances(start, truth)))}`,
  );
  console.log(`${found ? 'found  ' : 'settled'} ${edges(settled)}   no corner more than ${pixelsOff(cornerError)}`);
  if (known) console.log(`true    ${edges(truth)}`);
  console.log(
    `loss    ${losses[losses.length - 1].toExponential(2)} after ${losses.length} steps, ${seconds.toFixed(1)} s`,
  );
  const run: Run = { ...options, photo, target, truth, answer, path, losses, found, cornerError };
  for (const file of await writeResults(run)) console.log(`wrote   ${file}`);
  // Without a true box, the answer of cropgrad-find stands in for it, and may itself be a pixel or two off.
  const offWhat = known ? '' : ' the box that cropgrad-find found';
  if (!found)
    notFound(`the descent settled ${pixelsOff(cornerError)}${offWhat}; it only looks downhill from its start`);
}

function notFound(why: string): void {
  console.error(`not found: ${why}`);
  process.exitCode = 1;
}

async function withProgress(
  work: (onStep: Parameters<typeof search>[3]) => Promise<SearchResult>,
): Promise<SearchResult> {
  const bar = new SingleBar({ format: 'descent {bar} step {value} of {total}, loss {loss}', barsize: 30 });
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
