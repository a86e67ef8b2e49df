import { DATA_FORMATS, MODES } from '@cropgrad/core';
import { normalize } from '../arbitraries/coordinates.js';
import { noise } from '../arbitraries/noise.js';
import type { CaseOptions, NdArray, SampleCase } from '../case.js';
import { declaredCells } from '../cells.js';
import { type Check, type CheckContext, declares } from '../check.js';
import { describeCase } from '../describe-case.js';
import { affineGrid } from '../oracle/affine-grid.js';
import { explained } from '../property.js';
import { accept } from '../tolerance/index.js';
import { precisionOf } from '../tolerance/precision.js';
import { verify } from '../verify.js';
import { quantitiesOf } from './calls.js';

/** Past every vector width and tile, at it and before it; what tells most comes first, for when there is little time. */
export const RUNGS: readonly number[] = [257, 17, 65, 33, 256, 16, 15, 31, 32, 63, 64, 255, 1];

/** What is made long: crops, channels, the image's or the crops' width or height, or the width of both at once. */
const AXES = ['N', 'C', 'W', 'w', 'W=w', 'H', 'h'] as const;

/** What a ladder climbs. */
export type LadderAxis = (typeof AXES)[number];

/** Everything that has a length. */
interface Lengths {
  crops: number;
  channels: number;
  /** [H,W] or [D,H,W]. */
  image: number[];
  /** [h,w] or [d,h,w]. */
  output: number[];
}

/** Shapes of which one axis climbs a ladder of lengths: each alone, so that they are cheap, and never at the identity. */
export const ladderChecks: readonly Check[] = AXES.flatMap((axis) =>
  (['gridSample', 'affineSample'] as const).flatMap((op) =>
    MODES.flatMap((mode) =>
      ([2, 3] as const).map((dimensions): Check => {
        const covers = { op, mode, dimensions };
        return {
          id: `edge/ladder-${axis}/${op}/${mode}/${dimensions}-D`,
          title: `the result and the gradients are right for every length of ${axis}, past every vector and tile`,
          kind: 'edge',
          covers,
          applies: (backend) => declares(backend, covers),
          async run(context) {
            for (const [rung, length] of RUNGS.slice(0, context.runs).entries()) {
              await climbs(context, ladderCase(context, axis, length, covers, rung));
            }
          },
        };
      }),
    ),
  ),
);

/** Throws where the result or a gradient of a case is not accepted. */
export async function climbs(context: CheckContext, c: SampleCase): Promise<void> {
  const precision = precisionOf(context.backend.capabilities);
  for (const quantity of quantitiesOf(c.op)) {
    await explained(
      () => describeCase(c),
      () => verify(context, c, quantity, accept(c, quantity, precision)),
    );
  }
}

/** A case of which one axis has this length; the rung says which of the options. */
export function ladderCase(
  { backend }: CheckContext,
  axis: LadderAxis,
  length: number,
  { op, mode, dimensions }: { op: 'gridSample' | 'affineSample'; mode: CaseOptions['mode']; dimensions: 2 | 3 },
  rung: number,
): SampleCase {
  const { crops, channels, image, output } = lengthsOf(axis, length, dimensions);
  const paddingModes = [...new Set(declaredCells(backend, { op, mode, dimensions }).map((cell) => cell.paddingMode))];
  const options: CaseOptions = {
    mode,
    // Shifted every four rungs, so that each padding meets both alignCorners and both layouts.
    paddingMode: paddingModes[(rung + Math.floor(rung / 4)) % paddingModes.length],
    alignCorners: rung % 4 >= 2,
    fillValue: 0.75,
    dataFormat: DATA_FORMATS[rung % 2],
    // Many crops have an image each, or share two.
    ...(rung % 3 !== 0 && { imageIndex: Array.from({ length: crops }, (_, n) => n % 2) }),
  };
  const rest = {
    dimensions,
    image: noise([rung % 3 === 0 ? crops : 2, ...image, channels], rung),
    options,
    dy: noise([crops, ...output, channels], rung + 1),
  };
  const theta = thetasOf(crops, image, output, options);
  if (op === 'affineSample') return { op, ...rest, theta, size: output };
  const shape = [crops, ...output, dimensions];
  return { op, ...rest, grid: { shape, data: Float32Array.from(affineGrid(theta, output, options.alignCorners)) } };
}

function lengthsOf(axis: LadderAxis, length: number, dimensions: 2 | 3): Lengths {
  const [image, output] =
    dimensions === 2
      ? [
          [3, 5],
          [2, 3],
        ]
      : [
          [2, 3, 5],
          [1, 2, 3],
        ];
  const lengths: Lengths = { crops: 3, channels: 2, image, output };
  if (axis === 'N') lengths.crops = length;
  if (axis === 'C') lengths.channels = length;
  if (axis === 'W' || axis === 'W=w') image[dimensions - 1] = length;
  if (axis === 'w' || axis === 'W=w') output[dimensions - 1] = length;
  if (axis === 'H') image[dimensions - 2] = length;
  if (axis === 'h') output[dimensions - 2] = length;
  return lengths;
}

/** Maps of three kinds by turns: all of the image and a little more, its far end pixel by pixel, and that turned. */
function thetasOf(crops: number, image: number[], output: number[], { alignCorners }: CaseOptions): NdArray {
  const rows = image.length;
  const [sizes, lengths] = [image.toReversed(), output.toReversed()];
  const data = Array.from({ length: crops }, (_, n) =>
    Array.from({ length: rows }, (_, row) => {
      const S = sizes[row];
      const scaleOf = (k: number): number => (n % 3 === 0 ? 1.07 : (0.91 * lengths[k]) / S);
      const turn = n % 3 === 2 ? 0.13 : 0;
      const last = S - 0.6 - (0.91 * (lengths[row] - 1)) / 2;
      const shift = n % 3 === 0 ? 0.01 : normalize(last, S, alignCorners) + n / (37 * S);
      return [...lengths.map((_, k) => (k === row ? scaleOf(k) : (turn * lengths[k]) / S)), shift];
    }),
  );
  return { shape: [crops, rows, rows + 1], data: data.flat(2).map(Math.fround) };
}
