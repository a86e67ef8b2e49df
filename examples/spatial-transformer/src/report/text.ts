import { markdownTable } from 'markdown-table';
import { SET_NAMES, type SetName } from '../distorted-set.js';
import { hasTransformer, NET_NAMES, type NetName } from '../nets.js';
import type { Spread } from '../pose.js';
import type { RunResult } from '../results.js';
import { type Comparison, compare, meanOf, PAIRS, runsOf } from './comparison.js';

/** The results of all runs, as a page in Markdown: the errors, the two comparisons, and what the transformers do. */
export function reportText(results: readonly RunResult[]): string {
  const [{ steps, batch, test }] = results;
  const sections = [
    '# Results',
    `Wrong answers in %, after ${steps} steps of ${batch} digits, on ${test.wrong.length} test digits, each distorted ${test.rounds} times: ` +
      'the mean over the seeds, and its standard error.',
    errorTable(results),
    'How many fewer answers are wrong with a transformer, in percentage points, for the same kind of net. The standard error has two ' +
      'parts: what other seeds would change, and what other test digits would.',
    comparisonTable(results),
    claim(results),
    'How much the test digits differ on the canvases, and in the crops that the classifiers see. Angles: the standard deviation about the ' +
      'mean of each class. Sizes: the standard deviation of their logarithms. Off centre: the mean distance, as a share of half a ' +
      'side. All are smaller where a transformer makes digits more alike. A blank view is a crop without a digit.',
    poseTable(results),
    'How many weights are learned, and the learning rates: first of the classifier, then of the network that looks.',
    planTable(results),
  ];
  return `${sections.join('\n\n')}\n`;
}

function errorTable(results: readonly RunResult[]): string {
  const rows = setsOf(results).map((set) => [
    set,
    ...NET_NAMES.map((net) => {
      const errors = runsOf(results, set, net).map(({ test }) => test.error);
      return errors.length === 0 ? 'not run' : meanText(errors);
    }),
    seedsOf(results, set),
  ]);
  return table(['', ...NET_NAMES, 'seeds'], rows);
}

function setsOf(results: readonly RunResult[]): SetName[] {
  return SET_NAMES.filter((set) => results.some((run) => run.set === set));
}

/** Which seeds there are: one list, if it is the same for all nets. */
function seedsOf(results: readonly RunResult[], set: SetName): string {
  const lists = NET_NAMES.map((net) =>
    runsOf(results, set, net)
      .map(({ seed }) => seed)
      .join(', '),
  );
  if (new Set(lists).size === 1) return lists[0];
  return NET_NAMES.map((net, k) => `${net} ${lists[k] || 'none'}`).join('; ');
}

function comparisonTable(results: readonly RunResult[]): string {
  const rows = comparisons(results).map(({ set, comparison }) => [
    set,
    `${comparison.without} − ${comparison.with}`,
    percent(comparison.difference),
    percent(comparison.standardError),
    percent(comparison.bySeeds),
    percent(comparison.byDigits),
    comparison.seeds.join(', '),
  ]);
  return table(['', 'wrong answers', 'difference', 'standard error', 'by seeds', 'by digits', 'seeds'], rows, 2);
}

/** What may be said: that a transformer helps, where the difference is more than twice its standard error. */
function claim(results: readonly RunResult[]): string {
  const sentences = comparisons(results).map(({ set, comparison }) => {
    const { without, with: other, difference, standardError, seeds } = comparison;
    const names = `On ${set}, ${without}`;
    if (seeds.length < 2) return `${names} and ${other} have one seed so far, which is not enough to compare them.`;
    const by = `(${(difference / standardError).toFixed(1)} standard errors)`;
    if (difference > 2 * standardError) return `${names} is wrong more often than ${other} ${by}.`;
    if (-difference > 2 * standardError) return `${names} is wrong less often than ${other} ${by}.`;
    return `${names} and ${other} cannot be told apart ${by}.`;
  });
  return sentences.join(' ');
}

function comparisons(results: readonly RunResult[]): { set: SetName; comparison: Comparison }[] {
  return SET_NAMES.flatMap((set) =>
    PAIRS.flatMap((pair) => {
      const comparison = compare(results, set, pair);
      return comparison ? [{ set, comparison }] : [];
    }),
  );
}

function poseTable(results: readonly RunResult[]): string {
  const rows = SET_NAMES.flatMap((set) => {
    const transformers = NET_NAMES.filter((net) => hasTransformer(net) && runsOf(results, set, net).length > 0);
    if (transformers.length === 0) return [];
    const [{ test }] = runsOf(results, set, transformers[0]);
    return [
      [set, 'on the canvas', ...spreadCells([test.given]), ''],
      ...transformers.map((net) => [set, `seen by ${net}`, ...seenCells(results, set, net)]),
    ];
  });
  return table(['', '', 'angles, °', 'sizes, %', 'off centre, %', 'blank views'], rows, 2);
}

function planTable(results: readonly RunResult[]): string {
  const cells = (set: SetName, cell: (run: RunResult) => string) =>
    NET_NAMES.map((net) => runsOf(results, set, net).map(cell).at(0) ?? 'not run');
  const ratesOf = ({ net, rates: { classifying, locating } }: RunResult) =>
    hasTransformer(net) ? `${classifying}, ${locating}` : `${classifying}`;
  const rows = setsOf(results).flatMap((set) => [
    [set, 'weights', ...cells(set, ({ weights }) => weights.toLocaleString('en'))],
    [set, 'learning rates', ...cells(set, ratesOf)],
  ]);
  return table(['', '', ...NET_NAMES], rows, 2);
}

function seenCells(results: readonly RunResult[], set: SetName, net: NetName): string[] {
  const runs = runsOf(results, set, net);
  const blank = runs.reduce((sum, { test }) => sum + test.blankViews, 0);
  const views = runs.reduce((sum, { test }) => sum + test.wrong.length * test.rounds, 0);
  return [...spreadCells(runs.map(({ test }) => test.seen)), `${blank} of ${views}`];
}

/** Means over the seeds. */
function spreadCells(spreads: readonly Spread[]): string[] {
  return [
    meanText(
      spreads.map(({ angle }) => angle),
      1,
    ),
    meanText(spreads.map(({ size }) => size)),
    meanText(spreads.map(({ offset }) => offset)),
  ];
}

/** The mean of shares, in percent, and its standard error, if there are several; or of something else, times `factor`. */
function meanText(values: readonly number[], factor = 100): string {
  const { value, standardError } = meanOf(values);
  const [mean, deviation] = [value, standardError].map((one) => (factor * one).toFixed(2));
  return Number.isNaN(standardError) ? mean : `${mean} ± ${deviation}`;
}

/** A share in percent; what is not known is left empty. */
function percent(share: number): string {
  return Number.isNaN(share) ? '' : (100 * share).toFixed(2);
}

/** The first columns are names, and the others numbers. */
function table(head: readonly string[], rows: readonly (readonly string[])[], names = 1): string {
  return markdownTable([head, ...rows], { align: head.map((_, k) => (k < names ? 'l' : 'r')) });
}
