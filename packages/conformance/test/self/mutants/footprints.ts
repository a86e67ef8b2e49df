import { footprintsAt, jacobianAt, stepsOf } from '../../../src/oracle/antialias/footprint.js';
import { thetaGradient } from '../../../src/oracle/antialias/theta.js';
import type { Points } from '../../../src/oracle/points.js';
import { antialiasBackend } from '../antialias-backend.js';
import type { Mutant } from './mutant.js';

/** The suite's own id of a check of antialiased affine crops of images. */
const forward = (paddingMode: string): string => `forward/antialias/affineSample/${paddingMode}/2-D`;
const dTheta = (paddingMode: string): string => `dTheta/antialias/affineSample/${paddingMode}/2-D`;

/** Mistakes of antialias in how long an output pixel is. */
export const footprintMutants: readonly Mutant[] = [
  {
    mistake: 'an output pixel is as long as its bounding box: the sum of the magnitudes, not their root of squares',
    make: () => withLength((moves) => moves.reduce((sum, move) => sum + Math.abs(move), 0)),
    killers: [forward('border'), 'forward/antialias/perspectiveSample/zeros/2-D'],
  },
  {
    mistake: 'how long an output pixel is along an axis is taken from the column of theta, not from its row',
    make: () =>
      antialiasBackend({
        footprints: (n, s, points) =>
          footprintsAt(n, s, points).map((footprint, k) => ({
            ...footprint,
            length: Math.max(1, Math.hypot(...points.axes.map((_, j) => movesOf(n, s, j, points)[k]))),
          })),
      }),
    killers: [forward('reflection'), 'forward/antialias/affineSample/border/3-D'],
  },
  {
    mistake: 'what magnifies is sharpened: an output pixel may be shorter than a pixel',
    make: () => withLength((moves) => Math.max(0.3, Math.hypot(...moves)), false),
    killers: [
      'law/antialias-magnified/affineSample/bilinear/2-D',
      'fixture/antialias/affineSample/bilinear/border/2-D',
    ],
  },
  {
    mistake: 'with alignCorners an output pixel is as long as without',
    make: () =>
      antialiasBackend({
        footprints: (n, s, points) => {
          const axes = points.axes.map((axis) => ({ ...axis, alignCorners: false }));
          return footprintsAt(n, s, { ...points, axes });
        },
      }),
    killers: [forward('zeros'), dTheta('wrap')],
  },
  {
    mistake: 'the length of an output pixel has no gradient',
    make: () =>
      antialiasBackend({
        theta: (gradients, points) =>
          thetaGradient(
            gradients.map((gradient) => ({ ...gradient, byLength: gradient.byLength.map(() => 0) })),
            points,
          ),
      }),
    killers: ['dBoxes/antialias/crop/zeros', 'fixture/antialias/crop/bilinear/zeros/2-D'],
  },
  {
    mistake: 'the length of an output pixel has a gradient where it is 1 because the map magnifies',
    make: () =>
      antialiasBackend({
        footprints: (n, s, points) =>
          footprintsAt(n, s, points).map((footprint, k) => {
            const moves = movesOf(n, s, k, points);
            const length = Math.hypot(...moves) || 1;
            return { ...footprint, byJacobian: stepsOf(k, points).map((step, j) => (moves[j] / length) * step) };
          }),
      }),
    killers: ['law/antialias-magnified/affineSample/bilinear/2-D'],
  },
  {
    mistake: 'in perspective all output pixels are as long as the first',
    make: () =>
      antialiasBackend({
        footprints: (n, s, points) => {
          const first = points.views ? (points.at(n, 0) ? 0 : s) : s;
          return footprintsAt(n, first, points);
        },
      }),
    killers: ['forward/antialias/perspectiveSample/border/2-D', 'dImage/antialias/perspectiveSample/wrap/2-D'],
  },
  {
    mistake: 'in perspective the length of an output pixel does not move with W',
    make: () =>
      antialiasBackend({
        theta: (gradients, points) => {
          const right = thetaGradient(gradients, points);
          const still = gradients.map((gradient) => ({ ...gradient, byLength: gradient.byLength.map(() => 0) }));
          const unmoved = thetaGradient(still, points);
          return points.views ? right.map((value, i) => (i % 9 > 5 ? unmoved[i] : value)) : right;
        },
      }),
    killers: ['dTheta/antialias/perspectiveSample/zeros/2-D', 'dTheta/antialias/perspectiveSample/reflection/2-D'],
  },
];

/** A backend whose output pixels are as long as this makes of how the image moves from one to the next. */
function withLength(lengthOf: (moves: number[]) => number, isAtLeastOne = true): ReturnType<typeof antialiasBackend> {
  return antialiasBackend({
    footprints: (n, s, points) =>
      footprintsAt(n, s, points).map((footprint, k) => {
        const length = lengthOf(movesOf(n, s, k, points));
        return { ...footprint, length: isAtLeastOne ? Math.max(1, length) : length };
      }),
  });
}

/** How far the image moves, in pixels along axis k, from one output pixel to the next along each axis. */
function movesOf(n: number, s: number, k: number, points: Points): number[] {
  const steps = stepsOf(k, points);
  return jacobianAt(n, s, k, points).map((slope, j) => slope * steps[j]);
}
