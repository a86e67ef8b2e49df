import type { NdArray, Quantity, SampleCase } from '../case.js';
import { type Check, CheckFailure, declares } from '../check.js';
import { describeCase, placeOf } from '../describe-case.js';
import { evaluate } from '../evaluate.js';
import { baseGrid } from '../oracle/affine-grid.js';
import { precisionOf } from '../tolerance/precision.js';

/** How many crops of how many pixels squared: 16 million terms for four pixels, or enough of them to tell. */
const FULL = { side: 1000, crop: 16, affineSample: 4, gridSample: 4 } as const;
const SHORT = { side: 250, crop: 3, affineSample: 3, gridSample: 3 } as const;
/** From so many random cases on there is time for all. */
const RUNS_OF_FULL = 50;

/** What most of dy is; for half floats so small that they hold the sums. */
const DY = { f32: Math.fround(0.1), f16: 2 ** -13 } as const;
/** The first and the last crop weigh so much more that a running sum in float32 does not feel those between. */
const HEAVY = 1024;
/** The largest relative error, where float32 is exact to 2^-24. */
const LARGEST_ERROR = 1e-5;

/** The gradient of a texture of four pixels under large crops: what is added up in float32 alone stops growing. */
export const longSumChecks: readonly Check[] = (['crop', 'affineSample', 'gridSample'] as const).map((op): Check => {
  const covers = { op, mode: 'bilinear', paddingMode: 'zeros', dimensions: 2 } as const;
  return {
    id: `law/long-sums/${op}/2-D`,
    title: 'the gradient of a pixel that millions of outputs read is their sum, to within 1e-5 of it',
    kind: 'law',
    covers,
    applies: (backend) => declares(backend, covers),
    async run(context) {
      const { side, [op]: crops } = context.runs < RUNS_OF_FULL ? SHORT : FULL;
      const { precision } = context.backend.capabilities;
      const c = symmetricCase(op, crops, side, DY[precision]);
      // The crops lie inside and are the same from all four sides, so that each pixel gets a quarter of all.
      const expected = (c.dy.data.length + 2 * (HEAVY - 1) * side * side) * (DY[precision] / 4);
      const allowed = LARGEST_ERROR * 2 ** 24 * precisionOf(context.backend.capabilities).unit;
      const quantity: Quantity = 'dImage';
      const got = await evaluate(c, quantity);
      for (let pixel = 0; pixel < 4; pixel++) {
        const error = Math.abs(got[pixel] / expected - 1);
        context.measure(error, () => `${c.op} of ${crops} crops of ${side} x ${side}`);
        if (error <= allowed) continue;
        throw new CheckFailure(
          `${quantity}${placeOf(pixel, c.image.shape)}: got ${got[pixel]}, but the sum is ${expected}; the relative ` +
            `error may be at most ${allowed}\nin ${describeCase(c)}`,
        );
      }
    },
  };
});

/** A 2 x 2 image under square crops about its centre, upright as boxes, or turned as thetas or grids. */
function symmetricCase(
  op: 'crop' | 'affineSample' | 'gridSample',
  crops: number,
  side: number,
  most: number,
): SampleCase {
  const perCrop = side * side;
  const dy = new Float32Array(crops * perCrop).fill(most);
  for (const n of [0, crops - 1]) dy.fill(HEAVY * most, n * perCrop, (n + 1) * perCrop);
  const rest = {
    dimensions: 2,
    image: { shape: [1, 2, 2, 1], data: [1, 2, 3, 4] },
    options: { mode: 'bilinear', paddingMode: 'zeros', alignCorners: false },
    dy: { shape: [crops, side, side, 1], data: dy },
  } as const;
  const size = [side, side];
  // Half their side is at most 1/2, from the centre to a pixel's; turned, their corners are.
  const halves = Array.from({ length: crops }, (_, n) => 0.3 + (0.2 * n) / crops);
  if (op === 'crop') {
    const boxes = { shape: [crops, 4], data: halves.flatMap((half) => [-half, -half, half, half].map(Math.fround)) };
    return { op, ...rest, boxes, size };
  }
  const thetas = halves.map((half, n) => {
    const [a, b] = [Math.cos(n + 0.5), Math.sin(n + 0.5)].map((x) => Math.fround((x * half) / Math.SQRT2));
    return [a, b, 0, -b, a, 0];
  });
  if (op === 'affineSample') return { op, ...rest, theta: { shape: [crops, 2, 3], data: thetas.flat() }, size };
  return { op, ...rest, grid: gridOf(thetas, side) };
}

function gridOf(thetas: readonly (readonly number[])[], side: number): NdArray {
  const bases = baseGrid([side, side], false);
  const data = new Float32Array(thetas.length * bases.length * 2);
  let i = 0;
  for (const [a, b, , c, d] of thetas) {
    for (const [u, v] of bases) {
      data[i++] = a * u + b * v;
      data[i++] = c * u + d * v;
    }
  }
  return { shape: [thetas.length, side, side, 2], data };
}
