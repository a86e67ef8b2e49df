import fc from 'fast-check';
import { noise } from '../arbitraries/noise.js';
import { noiseSeed } from '../arbitraries/sizes.js';
import type { Case, NdArray, SampleCase } from '../case.js';
import { declaredCells } from '../cells.js';
import type { Check, CheckContext } from '../check.js';
import { describeCase } from '../describe-case.js';
import { explained, forAll } from '../property.js';
import { accept } from '../tolerance/index.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';
import { perFunction, quantitiesOf } from './calls.js';

/** Each random case is many calls: fewer of them do. */
const CASES_PER_RUN = 1 / 4;

/** A call, the same with one thing changed at a time, and back: nothing of an earlier call may be left in a later one. */
export const memorylessChecks: readonly Check[] = perFunction(
  'law/memoryless',
  { title: 'a call is right after any other call, of the same shapes or of others', kind: 'law' },
  (context, cases) =>
    forAll(
      { ...context, runs: Math.ceil(context.runs * CASES_PER_RUN) },
      fc.tuple(cases, cases, noiseSeed),
      ([c, other, seed]) => rightInAnyOrder(context, c, other, seed),
      ([c, other]) => `${describeCase(c)}\nand, of other shapes, ${describeCase(other)}`,
    ),
);

async function rightInAnyOrder(context: CheckContext, c: Case, other: Case, seed: number): Promise<void> {
  const precision = precisionOf(context.backend.capabilities);
  const calls: [string, Case][] = [
    ['the call itself', c],
    ...siblings(context, c, seed).flatMap(([name, sibling]): [string, Case][] => [
      [name, sibling],
      ['the call itself again', c],
    ]),
    ['a call of other shapes', other],
    ['the call itself in the end', c],
  ];
  for (const quantity of quantitiesOf(c.op)) {
    const accepted = new Map<Case, ReturnType<typeof accept>>();
    let before = 'nothing';
    for (const [name, call] of calls) {
      const allowed = accepted.get(call) ?? accept(call, quantity, precision);
      accepted.set(call, allowed);
      await explained(
        () => `${name}, after ${before}: ${describeCase(call)}`,
        () => verify(context, call, quantity, allowed),
      );
      before = name;
    }
  }
}

/** The same shapes with other values: of one input, or of the options. */
function siblings(context: CheckContext, c: Case, seed: number): [string, Case][] {
  const others = (array: NdArray): NdArray => noise(array.shape, seed);
  const dy: [string, Case] = ['the same with another dy', { ...c, dy: others(c.dy) }];
  switch (c.op) {
    case 'affineGrid':
      return [['the same with another theta', { ...c, theta: others(c.theta) }], dy];
    case 'gridSample':
      return [['the same with another grid', { ...c, grid: others(c.grid) }], ...ofImages(context, c, seed), dy];
    case 'affineSample':
    case 'perspectiveSample':
      return [['the same with another theta', { ...c, theta: others(c.theta) }], ...ofImages(context, c, seed), dy];
    case 'crop':
      return [['the same with other boxes', { ...c, boxes: others(c.boxes) }], ...ofImages(context, c, seed), dy];
  }
}

function ofImages({ backend }: CheckContext, c: SampleCase, seed: number): [string, SampleCase][] {
  const { options } = c;
  const { op, dimensions } = c;
  const { mode, paddingMode } = options;
  const modes = declaredCells(backend, { op, dimensions, paddingMode }).map((cell) => cell.mode);
  const paddingModes = declaredCells(backend, { op, dimensions, mode }).map((cell) => cell.paddingMode);
  const next = <T>(list: readonly T[], value: T): T => list[(list.lastIndexOf(value) + 1) % list.length];
  const images = c.image.shape[0];
  const changed: [string, Partial<SampleCase['options']>][] = [
    ['mode', { mode: next(modes, mode) }],
    ['padding', { paddingMode: next(paddingModes, paddingMode) }],
    ['alignCorners', { alignCorners: !options.alignCorners }],
    ['fillValue', { fillValue: (options.fillValue ?? 0) + 1 }],
    // Neither changes what the other does: one cuts points off, and the other weighs the taps of those that stay.
    ['cutoff and cubicCoefficient', { cutoff: 1 / 2, cubicCoefficient: -0.5 }],
    ['imageIndex', { imageIndex: Array.from({ length: c.dy.shape[0] }, (_, n) => (n + seed) % images) }],
  ];
  return [
    ['the same with another image', { ...c, image: noise(c.image.shape, seed + 1) }],
    ...changed.map(([name, option]): [string, SampleCase] => [
      `the same with another ${name}`,
      { ...c, options: { ...options, ...option } },
    ]),
  ];
}
