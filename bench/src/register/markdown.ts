import { markdownTable } from 'markdown-table';
import type { RegisterResults } from './results.js';

const percent = (share: number | null): string => (share === null ? '-' : `${(100 * share).toFixed(1)} %`);
const number = (value: number | null, digits: number): string =>
  value === null || Number.isNaN(value) ? '-' : value.toFixed(digits);

/** The page of a run. */
export function toMarkdown(results: RegisterResults): string {
  const { settings, opencv, rows, found, foundWrong, withinSigmas } = results;
  const solved = markdownTable([
    ['', 'pairs', 'corners < 1 px', 'ECC', 'rms < 0.5 px', 'ECC', 'median corner, both solve', 'ECC'],
    ...rows.map((row) => [
      row.name,
      String(row.pairs),
      percent(row.corners.ours),
      percent(row.corners.ecc),
      percent(row.rms.ours),
      percent(row.rms.ecc),
      number(row.median.ours, 3),
      number(row.median.ecc, 3),
    ]),
  ]);
  const costs = markdownTable([
    [
      '',
      'found',
      'of them wrong',
      'right, not found',
      'settled at first',
      'passes, mean',
      'most',
      'ms',
      'ECC, ms',
      'as long as ECC',
    ],
    ...rows.map((row) => [
      row.name,
      String(row.found),
      String(row.foundWrong),
      String(row.rightUnfound),
      String(row.first),
      number(row.passes.mean, 1),
      number(row.passes.most, 1),
      number(row.milliseconds, 1),
      number(row.eccMilliseconds, 1),
      row.timeRatio === null || Number.isNaN(row.timeRatio) ? '-' : `× ${number(row.timeRatio, 2)}`,
    ]),
  ]);
  const { cpu, node } = results.machine;
  return `# register beside OpenCV's findTransformECC

Seed ${settings.seed}, ${settings.side}² pixels of ${settings.photos.join(', ')}. OpenCV ${opencv ?? 'was not there'}. ${cpu}, Node ${node}, backend-wasm, one thread each;
milliseconds are those of the processor, medians over all pairs. "As long as ECC" is over the pairs that ECC solves, and there, in the
first five rows, each time is the shortest of three, of both.

${solved}

"Wrong" is off by half a pixel rms or more over the overlap.

${costs}

Of the pairs of cells with a target ${found} are found, and ${foundWrong} of those are wrong. Of the found ones the worst corner is
within one \`sigma\` for ${percent(withinSigmas.one)}, within two for ${percent(withinSigmas.two)} and within three for ${percent(withinSigmas.three)}.
`;
}
