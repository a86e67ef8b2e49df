import { MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { anyCell } from '../arbitraries/any-cell.js';
import { noise } from '../arbitraries/noise.js';
import { batchSize, channelCount, imageSize, noiseSeed } from '../arbitraries/sizes.js';
import type { SampleCase } from '../case.js';
import type { Cell } from '../cells.js';
import { type Check, type CheckContext, type Covers, declares } from '../check.js';
import { affineGrid } from '../oracle/affine-grid.js';
import { forAllCases } from '../property.js';
import { around } from '../tolerance/interval.js';
import { verify } from '../verify.js';

const cropIdentities: readonly Check[] = ([2, 3] as const).flatMap((dimensions) =>
  MODES.map((mode): Check => {
    const covers = { op: 'crop', mode, dimensions } as const;
    return {
      id: `law/identity/crop/${mode}/${dimensions}-D`,
      title: 'the whole image at its own size is the image, bit for bit',
      kind: 'law',
      covers,
      // Where core composes the fused kernel, a float32 grid lies in between, and bits are lost in it.
      applies: (backend) =>
        declares(backend, covers) &&
        backend.kernels.AffineSample !== undefined &&
        backend.capabilities.precision === 'f32',
      run: (context) => forAllCases(context, identityCases(context, covers), (c) => isImage(context, c)),
    };
  }),
);

/** The same through perspectiveSample, whose theta is then affine. */
const perspectiveIdentity: Check = {
  id: 'law/identity/perspectiveSample/2-D',
  title: 'the whole image at its own size is the image, bit for bit',
  kind: 'law',
  covers: { op: 'perspectiveSample', dimensions: 2 },
  applies: (backend) =>
    declares(backend, { op: 'perspectiveSample', dimensions: 2 }) &&
    backend.kernels.PerspectiveSample !== undefined &&
    backend.capabilities.precision === 'f32',
  run: (context) =>
    forAllCases(context, identityCases(context, { op: 'perspectiveSample', dimensions: 2 }), (c) =>
      isImage(context, c),
    ),
};

/** The whole image, cropped at its own size by the fused kernels, is the image bit for bit. */
export const identityChecks: readonly Check[] = [...cropIdentities, perspectiveIdentity];

function identityCases(
  context: CheckContext,
  covers: Covers & { readonly op: 'crop' | 'perspectiveSample' },
): fc.Arbitrary<SampleCase> {
  return anyCell(context.backend, covers).chain((cell) =>
    fc
      .tuple(batchSize, sizes(cell.dimensions), channelCount, noiseSeed)
      .map(([batch, size, channels, seed]) => identityCase(cell, [batch, ...size, channels], seed)),
  );
}

function isImage(context: CheckContext, c: SampleCase): Promise<void> {
  const image = Array.from(c.image.data, (value) => [around(value)]);
  return verify(context, c, 'output', image);
}

/** The whole image at its own size, whatever the function: the image [N,H,W,C] or [N,D,H,W,C] is noise, and dy too. */
export function identityCase(
  { op, dimensions, mode, paddingMode, alignCorners }: Cell,
  shape: number[],
  seed: number,
): SampleCase {
  const image = noise(shape, seed);
  const [batch, ...rest] = shape;
  const size = rest.slice(0, -1);
  const options = { mode, paddingMode, alignCorners };
  const common = { dimensions, image, options, dy: noise(shape, seed + 1) };
  if (op === 'crop') {
    const whole = [...Array<number>(dimensions).fill(-1), ...Array<number>(dimensions).fill(1)];
    const boxes = { shape: [batch, 2 * dimensions], data: Array<number[]>(batch).fill(whole).flat() };
    return { op, ...common, boxes, size };
  }
  const rows = Array.from({ length: dimensions }, (_, row) =>
    Array.from({ length: dimensions + 1 }, (_, column) => Number(column === row)),
  );
  const theta = { shape: [batch, dimensions, dimensions + 1], data: Array<number[][]>(batch).fill(rows).flat(2) };
  if (op === 'affineSample') return { op, ...common, theta, size };
  if (op === 'perspectiveSample') {
    const square = { shape: [batch, 3, 3], data: Array<number[]>(batch).fill([1, 0, 0, 0, 1, 0, 0, 0, 1]).flat() };
    return { op, ...common, theta: square, size };
  }
  const grid = { shape: [batch, ...size, dimensions], data: affineGrid(theta, size, alignCorners) };
  return { op, ...common, grid };
}

/** Small images, and now and then one with a long axis, where the rounding of coordinates would tell. */
function sizes(dimensions: 2 | 3): fc.Arbitrary<number[]> {
  const long = fc
    .tuple(fc.integer({ min: 34, max: 640 }), fc.nat(dimensions - 1))
    .map(([length, axis]) => Array.from({ length: dimensions }, (_, k) => (k === axis ? length : 1)));
  return fc.oneof({ weight: 2, arbitrary: imageSize(dimensions) }, { weight: 1, arbitrary: long });
}
