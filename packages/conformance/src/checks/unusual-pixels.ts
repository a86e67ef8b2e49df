import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { affineSampleOffKinks, gridSampleOffKinks } from '../arbitraries/off-kinks.js';
import { coordinateGradient, type SampleCase, shapeOf } from '../case.js';
import { type Check, type CheckContext, CheckFailure } from '../check.js';
import { describeCase, placeOf } from '../describe-case.js';
import { evaluate } from '../evaluate.js';
import { oracle } from '../oracle/index.js';
import { type Points, pointsOf } from '../oracle/points.js';
import { eachPoint, pixelsOf, tapsOf } from '../oracle/sample.js';
import { forAll, forAllCases } from '../property.js';
import { accept } from '../tolerance/index.js';
import { accepts } from '../tolerance/interval.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';
import { quantitiesOf } from './calls.js';
import { perSampler } from './per-sampler.js';

/** Pixels and fills that are not numbers: they reach the outputs that read them, and no others. */
export const unusualPixelChecks: readonly Check[] = [
  ...perSampler(
    'edge/nan-pixel',
    { title: 'a NaN pixel reaches the outputs that read it, no others, and no gradient of the image', kind: 'edge' },
    (context, covers) =>
      forAll(
        context,
        fc.tuple(offKinks(context, covers), fc.nat()),
        ([c, draw]) => nanStaysWhereItIsRead(context, c, draw % c.image.data.length),
        ([c, draw]) => `image${placeOf(draw % c.image.data.length, c.image.shape)} is NaN in\n${describeCase(c)}`,
      ),
  ),
  ...perSampler(
    'edge/infinite-fill',
    { title: 'a NaN or infinite fillValue is read outside the image only, forward and backward', kind: 'edge' },
    (context, covers) =>
      forAllCases(context, offKinks(context, covers).chain(withSpecialFill), (c) => fillStaysOutside(context, c)),
  ),
];

function offKinks(
  context: CheckContext,
  covers: { op: 'gridSample' | 'affineSample'; dimensions: 2 | 3 },
): fc.Arbitrary<SampleCase> {
  return anyCell(context.backend, covers).chain<SampleCase>((cell) =>
    cell.op === 'gridSample' ? gridSampleOffKinks(cell) : affineSampleOffKinks(cell),
  );
}

async function nanStaysWhereItIsRead(context: CheckContext, c: SampleCase, bad: number): Promise<void> {
  const precision = precisionOf(context.backend.capabilities);
  const points = pointsOf(c);
  const channels = c.image.shape[c.image.shape.length - 1];
  const pixel = Math.floor(bad / channels);
  const image = Math.floor(pixel / pixelsOf(c));
  const place = pixel % pixelsOf(c);
  const withPixel = (value: number): SampleCase => {
    return { ...c, image: { shape: c.image.shape, data: Array.from(c.image.data, (x, i) => (i === bad ? value : x)) } };
  };
  const broken = withPixel(Number.NaN);
  const clean = withPixel(0);

  // The image's own gradient does not depend on its pixels.
  await verify(context, broken, 'dImage', accept(clean, 'dImage', precision));

  const reads = oracle({ ...c, image: oneHot(c.image.shape, bad), options: { ...c.options, fillValue: 0 } }, 'output');
  const output = await evaluate(broken, 'output');
  const accepted = accept(clean, 'output', precision);
  const gradient = coordinateGradient(c.op);
  const slopes = c.op === 'gridSample' ? await evaluate(broken, gradient) : undefined;
  const acceptedSlopes = slopes ? accept(clean, gradient, precision) : [];
  const { axes, perCrop } = points;
  eachPoint(points, (n, s, point) => {
    const touched = point !== undefined && points.imageOf(n) === image && touches(point, points, place);
    const start = (n * perCrop + s) * channels;
    for (let element = start; element < start + channels; element++) {
      if (reads[element] !== 0 && !Number.isNaN(output[element])) {
        throw new CheckFailure(`output${placeOf(element, c.dy.shape)}: got ${output[element]}, but it reads the NaN`);
      }
      // A tap of weight 0 may carry the NaN or not.
      const isFree = touched && element % channels === bad % channels;
      if (!isFree && !accepts(accepted[element], output[element])) {
        throw new CheckFailure(
          `output${placeOf(element, c.dy.shape)}: got ${output[element]}, but it does not read the NaN`,
        );
      }
    }
    for (let axis = 0; slopes && axis < axes.length; axis++) {
      const element = (n * perCrop + s) * axes.length + axis;
      if (touched || accepts(acceptedSlopes[element], slopes[element])) continue;
      const where = placeOf(element, shapeOf(c, gradient));
      throw new CheckFailure(`${gradient}${where}: got ${slopes[element]}, but it does not read the NaN`);
    }
  });
}

/** Whether any tap of a point, of whatever weight, is this pixel. */
function touches(point: readonly number[], points: Points, pixel: number): boolean {
  let rest = pixel;
  return tapsOf(point, points).every((taps, k) => {
    const { size } = points.axes[k];
    const index = rest % size;
    rest = Math.floor(rest / size);
    return taps.some((tap) => tap.index === index);
  });
}

async function fillStaysOutside(context: CheckContext, c: SampleCase): Promise<void> {
  const precision = precisionOf(context.backend.capabilities);
  for (const quantity of quantitiesOf(c.op)) await verify(context, c, quantity, accept(c, quantity, precision));
}

/** The same case with a fill that is NaN or infinite. */
function withSpecialFill(c: SampleCase): fc.Arbitrary<SampleCase> {
  return fc
    .constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)
    .map((fillValue) => ({ ...c, options: { ...c.options, fillValue } }));
}

function oneHot(shape: readonly number[], index: number): SampleCase['image'] {
  const data = new Float32Array(shape.reduce((product, length) => product * length, 1));
  data[index] = 1;
  return { shape, data };
}
