import { antialiasedCase } from '../../arbitraries/antialias.js';
import { coordinatesOf, type SampleCase } from '../../case.js';
import { type Check, type CheckContext, CheckFailure } from '../../check.js';
import { describeCase, placeOf } from '../../describe-case.js';
import { evaluate } from '../../evaluate.js';
import type { AntialiasedCase } from '../../oracle/antialias/filtering.js';
import { explained, forAllCases } from '../../property.js';
import { accept } from '../../tolerance/index.js';
import { precisionOf } from '../../tolerance/precision.js';
import { verify } from '../../verify.js';
import { quantitiesOf } from '../calls.js';
import { leavesInputsAlone, leavesNothing } from '../ownership.js';
import { fewer, perOp } from './per-op.js';

/** A leak may come with few calls only. */
const REPEATS = 5;

/** What antialiased calls owe the memory they are lent, and what they must not remember. */
export const antialiasMemoryChecks: readonly Check[] = [
  ...perOp(
    'law/antialias-memoryless',
    {
      title: 'an antialiased call is right, and has the same bits, whatever calls of the same shapes came between',
      kind: 'law',
    },
    (context, covers) =>
      forAllCases(fewer(context, 1 / 20), antialiasedCase(context.backend, covers), (c) => forgets(context, c)),
  ),
  ...perOp(
    'edge/antialias-memory',
    { title: 'an antialiased call leaves nothing behind, and its inputs as they were', kind: 'edge' },
    (context, covers) =>
      forAllCases(fewer(context, 1 / 20), antialiasedCase(context.backend, covers), async (c) => {
        await leavesNothing(c, REPEATS);
        await leavesInputsAlone(context, c);
      }),
  ),
];

async function forgets(context: CheckContext, c: AntialiasedCase): Promise<void> {
  const precision = precisionOf(context.backend.capabilities);
  for (const quantity of quantitiesOf(c.op)) {
    const first = Array.from(await evaluate(c, quantity));
    for (const [name, sibling] of siblings(c)) {
      await explained(
        () => `${name}, after the call itself: ${describeCase(sibling)}`,
        () => verify(context, sibling, quantity, accept(sibling, quantity, precision)),
      );
      const again = await evaluate(c, quantity);
      const changed = first.findIndex((value, i) => !Object.is(value, again[i]));
      if (changed === -1) continue;
      const { shape } = quantity === 'output' ? c.dy : quantity === 'dImage' ? c.image : coordinatesOf(c);
      throw new CheckFailure(
        `${quantity}${placeOf(changed, shape)}: ${first[changed]} at first, ${again[changed]} after ${name}`,
      );
    }
  }
}

/** Calls of the same shapes, with one thing changed. */
function siblings(c: AntialiasedCase): [string, SampleCase][] {
  const { antialias, ...options } = c.options;
  const widen = antialias === true ? 1 : antialias.widen;
  const half = (numbers: ArrayLike<number>): number[] => Array.from(numbers, (x) => x / 2);
  const isSteep = options.cubicCoefficient === -0.75;
  return [
    ['the same without antialias', { ...c, options }],
    ['the same with a wider filter', { ...c, options: { ...options, antialias: { widen: widen + 1 } } }],
    ['the same with another cubic', { ...c, options: { ...c.options, cubicCoefficient: isSteep ? -0.5 : -0.75 } }],
    c.op === 'crop'
      ? ['the same with smaller boxes', { ...c, boxes: { ...c.boxes, data: half(c.boxes.data) } }]
      : ['the same with half of theta', { ...c, theta: { ...c.theta, data: half(c.theta.data) } }],
  ];
}
