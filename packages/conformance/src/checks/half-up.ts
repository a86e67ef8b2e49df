import { normalize } from '../arbitraries/coordinates.js';
import { noise } from '../arbitraries/noise.js';
import type { SampleCase } from '../case.js';
import { type Cell, declaredCells } from '../cells.js';
import { type Check, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { explained } from '../property.js';
import { accept } from '../tolerance/index.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';

/** Where nearest rounds half up, as TensorFlow.js does: at points in the middle between two pixels, inside and outside. */
export const halfUpChecks: readonly Check[] = (['gridSample', 'affineSample'] as const).flatMap((op) =>
  ([2, 3] as const).map((dimensions): Check => {
    const covers = { op, mode: 'nearest', dimensions } as const;
    return {
      id: `kink/half-up/${op}/${dimensions}-D`,
      title: "with rounding 'half-up' the middle between two pixels reads the upper one, in every padding",
      kind: 'edge',
      covers,
      applies: (backend) => declares(backend, covers),
      async run(context) {
        const precision = { ...precisionOf(context.backend.capabilities), exactCoordinates: true };
        for (const cell of declaredCells(context.backend, covers)) {
          const c = halves(cell);
          for (const quantity of ['output', 'dImage'] as const) {
            await explained(
              () => describeCase(c),
              () => verify(context, c, quantity, accept(c, quantity, precision)),
            );
          }
        }
      },
    };
  }),
);

/** Along each axis a row of points, each in the middle between two pixels, from before the image to behind it. */
function halves({ op, mode, paddingMode, alignCorners, dimensions }: Cell): SampleCase {
  // No coordinate of these is rounded.
  const [size, length] = alignCorners ? [5, 9] : [4, 8];
  const output = [...Array<number>(dimensions - 1).fill(1), length];
  const rest = {
    dimensions,
    image: noise([1, ...Array<number>(dimensions).fill(size), 1], 1),
    options: { mode, paddingMode, alignCorners, fillValue: 3, rounding: 'half-up' },
    dy: noise([dimensions, ...output, 1], 2),
  } as const;
  const axes = Array.from({ length: dimensions }, (_, axis) => axis);
  const middle = size / 2;
  const still = normalize(1, size, alignCorners);
  if (op === 'affineSample') {
    const thetas = axes.map((moving) =>
      axes.map((axis) => {
        const entries = Array<number>(dimensions + 1).fill(0);
        if (axis !== moving) return entries.with(dimensions, still);
        // One pixel from one output to the next.
        return entries.with(0, 2).with(dimensions, normalize(middle, size, alignCorners));
      }),
    );
    const theta = { shape: [dimensions, dimensions, dimensions + 1], data: thetas.flat(2) };
    return { op, ...rest, theta, size: output };
  }
  const points = axes.map((moving) =>
    Array.from({ length }, (_, j) =>
      axes.map((axis) => (axis === moving ? normalize(middle + j - (length - 1) / 2, size, alignCorners) : still)),
    ),
  );
  return { op: 'gridSample', ...rest, grid: { shape: [dimensions, ...output, dimensions], data: points.flat(2) } };
}
