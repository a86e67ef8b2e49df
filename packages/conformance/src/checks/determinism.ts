import fc from 'fast-check';
import { type Case, shapeOf } from '../case.js';
import { type Check, CheckFailure } from '../check.js';
import { describeCase, placeOf } from '../describe-case.js';
import { evaluate } from '../evaluate.js';
import { forAll } from '../property.js';
import { perFunction, quantitiesOf } from './calls.js';

/** The same call gives the same bits, whatever was called in between: another call of the same shapes above all. */
export const determinismChecks: readonly Check[] = perFunction(
  'law/determinism',
  { title: 'the same call gives the same bits, whatever was called in between', kind: 'law' },
  (context, cases) =>
    forAll(
      context,
      fc.tuple(cases, cases),
      async ([c, other]) => {
        for (const between of [other, turnedAround(c)]) await repeats(c, between);
      },
      ([c]) => describeCase(c),
    ),
);

async function repeats(c: Case, between: Case): Promise<void> {
  for (const quantity of quantitiesOf(c.op)) {
    const first = Array.from(await evaluate(c, quantity));
    await evaluate(between, quantity);
    const second = await evaluate(c, quantity);
    const changed = first.findIndex((value, i) => !Object.is(value, second[i]));
    if (changed === -1) continue;
    const place = `${quantity}${placeOf(changed, shapeOf(c, quantity))}`;
    throw new CheckFailure(
      `${place}: ${first[changed]} the first time, ${second[changed]} the second\nin between: ${describeCase(between)}`,
    );
  }
}

/** A different call of the same shapes: coordinates and dy backwards. */
function turnedAround(c: Case): Case {
  const dy = { shape: c.dy.shape, data: Array.from(c.dy.data).reverse() };
  switch (c.op) {
    case 'gridSample':
      return { ...c, dy, grid: { shape: c.grid.shape, data: Array.from(c.grid.data).reverse() } };
    case 'crop':
      return { ...c, dy, boxes: { shape: c.boxes.shape, data: Array.from(c.boxes.data).reverse() } };
    case 'affineGrid':
    case 'affineSample':
    case 'perspectiveSample':
      return { ...c, dy, theta: { shape: c.theta.shape, data: Array.from(c.theta.data).reverse() } };
  }
}
