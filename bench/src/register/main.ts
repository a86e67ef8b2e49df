import '@cropgrad/backend-wasm';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setBackend } from '@tensorflow/tfjs-core';
import { InputError } from '../../../commands/input-error.js';
import { parseFlags } from '../../../commands/parse-flags.js';
import { prepareFolder } from '../../../commands/prepare-folder.js';
import { runCommand } from '../../../commands/run-command.js';
import { describeMachine } from '../machine.js';
import { resultsJson, rounded } from '../results-json.js';
import { CELLS } from './cells.js';
import { errorsOf } from './errors.js';
import { makePairs, type Pair, SIDE } from './make-pairs.js';
import { toMarkdown } from './markdown.js';
import { photosIn } from './photo.js';
import { savePicture } from './pictures.js';
import type { RegisterResults } from './results.js';
import { runEcc } from './run-ecc.js';
import { type OurAnswer, runRegister } from './run-register.js';
import { summary } from './summary.js';

const OUT = join(import.meta.dirname, '../../results/register');
/** Pictures of the best and the worst are for a look, and not for the repository. */
const PICTURES = join(import.meta.dirname, '../../out/register');
/** How often a pair is timed, as in ecc.py; the shortest time counts, as other programs run beside. */
const TIMES = 3;
/** So many pairs that are not counted come first, as engines compile what runs often. */
const WARM_UP = 16;

await runCommand(async () => {
  const { values } = parseFlags({
    options: {
      photos: { type: 'string' },
      pairs: { type: 'string', default: '64' },
      seed: { type: 'string', default: '2026' },
      only: { type: 'string', default: '' },
      out: { type: 'string', default: OUT },
    },
  });
  const [count, seed] = [Number(values.pairs), Number(values.seed)];
  if (!values.photos) throw new InputError('--photos: pass a folder with photos (png, jpg, webp)');
  if (!(count >= 1 && Number.isInteger(count))) throw new InputError('--pairs: pass a whole number of at least 1');
  if (!Number.isInteger(seed)) throw new InputError('--seed: pass a whole number');
  const chosen = CELLS.filter(({ name }) => name.includes(values.only));
  if (chosen.length === 0) throw new InputError(`--only: one of ${CELLS.map(({ name }) => name).join(', ')}`);
  await prepareFolder(values.out, ['results.json', 'results.md']);
  await prepareFolder(PICTURES, []);
  const photos = await photosIn(values.photos);
  await setBackend('wasm');

  const cells = chosen.map((cell) => ({ cell, pairs: makePairs(cell, photos, Math.round(count * cell.share), seed) }));
  const ecc = await runEcc(cells);
  if ('absent' in ecc) console.log(`OpenCV is absent: ${ecc.absent}`);
  const rows: RegisterResults['rows'] = [];
  const answered: { pair: Pair; answer: OurAnswer }[] = [];
  for (const [c, { cell, pairs }] of cells.entries()) {
    await runRegister(cell, makePairs(cell, photos, WARM_UP, seed + 1));
    // Times are compared where both have an answer: there they are taken as often as ECC's.
    const solved = (n: number): boolean =>
      !('absent' in ecc) && errorsOf(ecc.cells[c][n].warp ?? [], pairs[n]).corner < 1;
    const ours = await runRegister(cell, pairs, (n) => (cell.target && solved(n) ? TIMES : 1));
    rows.push({ ...summary(cell, pairs, ours, 'absent' in ecc ? null : ecc.cells[c]), target: cell.target ?? null });
    if (cell.target) answered.push(...ours.map((answer, n) => ({ pair: pairs[n], answer })));
    const { corners, rms, found, foundWrong, timeRatio } = rows[c];
    console.log(
      `${cell.name}: corners ${corners.ours} (ECC ${corners.ecc}), rms ${rms.ours}, found ${found}, wrong ${foundWrong}, × ${timeRatio}`,
    );
  }

  const judged = answered.map((one) => ({ ...one, errors: errorsOf(one.answer.warp ?? [], one.pair) }));
  const found = judged.filter(({ answer }) => answer.found);
  const within = (sigmas: number): number =>
    found.filter(({ answer, errors }) => errors.corner <= sigmas * answer.sigma).length / found.length;
  const results = rounded<RegisterResults>({
    settings: { seed, pairs: count, photos: photos.map(({ name }) => name), side: SIDE },
    machine: describeMachine(),
    opencv: 'absent' in ecc ? null : ecc.version,
    rows,
    found: found.length,
    foundWrong: found.filter(({ errors }) => !(errors.rms < 0.5)).length,
    withinSigmas: { one: within(1), two: within(2), three: within(3) },
  });
  await writeFile(join(values.out, 'results.json'), resultsJson(results));
  await writeFile(join(values.out, 'results.md'), toMarkdown(results));
  // The ones that moved farthest, and those that are off most.
  const right = found.filter(({ answer }) => !answer.first).slice(0, 3);
  const wrong = judged
    .filter(({ errors }) => errors.corner >= 1)
    .sort((a, b) => b.errors.corner - a.errors.corner)
    .slice(0, 3);
  for (const [kind, list] of Object.entries({ success: right, failure: wrong })) {
    for (const [n, { pair, answer, errors }] of list.entries()) {
      if (answer.warp) await savePicture(PICTURES, `${kind}-${n + 1}`, pair, answer.warp);
      console.log(
        `${kind}-${n + 1}: ${pair.photo}, corner ${errors.corner.toFixed(2)} px, rms ${errors.rms.toFixed(2)} px, ${answer.reason ?? 'found'}`,
      );
    }
  }
});
