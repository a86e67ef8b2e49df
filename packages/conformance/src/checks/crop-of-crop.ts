import { boxToTheta, composeTheta } from '@cropgrad/core';
import { dispose, type Tensor2D, type Tensor3D, tidy } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { unit } from '../arbitraries/coordinates.js';
import { noise } from '../arbitraries/noise.js';
import { channelCount, noiseSeed } from '../arbitraries/sizes.js';
import { box } from '../arbitraries/theta.js';
import type { AffineSampleCase, NdArray } from '../case.js';
import { type Check, type CheckContext, CheckFailure, declares } from '../check.js';
import { evaluate, toTensor } from '../evaluate.js';
import { forAll, forAllCases } from '../property.js';
import { evaluated, requireClose, spread } from '../relate.js';
import { precisionOf } from '../tolerance/precision.js';

/** What a crop of a crop is, where there is a law for it: for the boxes themselves, and on an image that is a ramp. */
export const cropOfCropChecks: readonly Check[] = ([2, 3] as const).flatMap((dimensions): Check[] => [
  {
    id: `law/composed-boxes/${dimensions}-D`,
    title: 'the theta of a box mapped by another box is the composition of their thetas',
    kind: 'law',
    covers: { dimensions },
    applies: (backend) => declares(backend, { dimensions }),
    run: (context) =>
      forAll(
        context,
        fc.tuple(box(dimensions, 'tame'), box(dimensions, 'tame')),
        ([outer, inner]) => boxesCompose(context, outer, inner),
        (boxes) => `boxes ${JSON.stringify(boxes)}`,
      ),
  },
  {
    id: `law/crop-of-crop/affineSample/${dimensions}-D`,
    title: 'sampling a ramp twice equals sampling it once through the composition',
    kind: 'law',
    covers: rampCovers(dimensions),
    applies: (backend) => declares(backend, rampCovers(dimensions)),
    run: (context) => forAllCases(context, rampCase(context, dimensions), (c) => rampSampledTwice(context, c)),
  },
]);

function rampCovers(dimensions: 2 | 3) {
  return { op: 'affineSample', mode: 'bilinear', alignCorners: false, dimensions } as const;
}

async function boxesCompose(context: CheckContext, outer: number[], inner: number[]): Promise<void> {
  const d = outer.length / 2;
  const mapped = inner.map((x, i) => {
    const [near, far] = [outer[i % d], outer[(i % d) + d]];
    return (x * (far - near)) / 2 + (far + near) / 2;
  });
  const thetas = tidy(() => {
    const theta = (corners: number[]): Tensor3D =>
      boxToTheta(toTensor({ shape: [1, 2 * d], data: corners }) as Tensor2D);
    return [composeTheta(theta(outer), theta(inner)), theta(mapped)];
  });
  const [got, expected] = await Promise.all(thetas.map((theta) => theta.data()));
  dispose(thetas);
  // Every entry is a sum of a few products of numbers up to 1.5.
  const allowed = 64 * precisionOf(context.backend.capabilities).unit;
  for (let i = 0; i < expected.length; i++) {
    if (Math.abs(got[i] - expected[i]) <= allowed) continue;
    throw new CheckFailure(`entry ${i}: composeTheta gives ${got[i]}, boxToTheta of the mapped box ${expected[i]}`);
  }
}

/** A case whose image is an affine ramp and whose theta stays where a first crop is not padded. */
function rampCase(context: CheckContext, dimensions: 2 | 3): fc.Arbitrary<AffineSampleCase> {
  const rows = dimensions;
  const maps = fc.array(unit, { minLength: rows * (rows + 1), maxLength: rows * (rows + 1) });
  const size = fc.array(fc.integer({ min: 2, max: 5 }), { minLength: rows, maxLength: rows });
  return fc
    .record({ map: maps, slopes: maps, size, imageSize: size, channels: channelCount, seed: noiseSeed })
    .chain(({ map, slopes, size, imageSize, channels, seed }) =>
      anyCell(context.backend, rampCovers(dimensions)).map(({ paddingMode }) => ({
        op: 'affineSample',
        dimensions,
        image: ramp([1, ...imageSize, channels], slopes),
        theta: { shape: [1, rows, rows + 1], data: shrunk(map, rows, imageSize) },
        size,
        options: { mode: 'bilinear', paddingMode, alignCorners: false },
        dy: noise([1, ...size, channels], seed),
      })),
    );
}

async function rampSampledTwice(context: CheckContext, c: AffineSampleCase): Promise<void> {
  const rows = c.dimensions;
  // The second theta is the first one again, shrunk to the pixel centres of the first crop.
  const second = { shape: c.theta.shape, data: shrunk(Array.from(c.theta.data), rows, c.size) };
  const both = tidy(() => composeTheta(toTensor(c.theta) as Tensor3D, toTensor(second) as Tensor3D));
  const composed = await both.data();
  both.dispose();
  const twice: AffineSampleCase = { ...c, image: await evaluated(c, 'output'), theta: second };
  const once: AffineSampleCase = { ...c, theta: { shape: c.theta.shape, data: composed } };
  const slack =
    Math.max(...spread(context, c, 'output')) +
    Math.max(...spread(context, twice, 'output')) +
    Math.max(...spread(context, once, 'output'));
  const expected = await evaluate(once, 'output');
  requireClose(twice, 'output', await evaluate(twice, 'output'), expected, () => slack, 'through the composition it');
}

/** An image that is affine in its normalised coordinates, each channel a little steeper. */
function ramp(shape: readonly number[], slopes: readonly number[]): NdArray {
  const lengths = shape.slice(1, -1);
  const channels = shape[shape.length - 1];
  const pixels = lengths.reduce((product, length) => product * length, 1);
  const data = new Float32Array(pixels * channels);
  for (let pixel = 0; pixel < pixels; pixel++) {
    let rest = pixel;
    let value = 0.25;
    for (const [k, length] of [...lengths.entries()].reverse()) {
      value += (slopes[k] * (2 * (rest % length) + 1 - length)) / length;
      rest = Math.floor(rest / length);
    }
    for (let channel = 0; channel < channels; channel++) data[pixel * channels + channel] = value * (channel + 1);
  }
  return { shape, data };
}

/** A map scaled so that all it reaches lies between the outermost pixel centres of an image of this size. */
function shrunk(map: readonly number[], rows: number, size: readonly number[]): Float32Array {
  const columns = rows + 1;
  const lengths = [...size].reverse();
  return Float32Array.from(map, (entry, i) => {
    const row = Math.floor(i / columns);
    const reach = map.slice(row * columns, (row + 1) * columns).reduce((sum, x) => sum + Math.abs(x), 0);
    const room = 0.99 * (1 - 1 / lengths[row]);
    return reach <= room ? entry : (entry * room) / reach;
  });
}
