import { PERSPECTIVE_KERNELS } from '@cropgrad/core/backend';
import { baseGrid } from '../../../src/oracle/affine-grid.js';
import { rowsOf } from '../../../src/oracle/points.js';
import {
  type Call,
  inputOf,
  tampered,
  tamperedAll,
  valuesOf,
  withInput,
  withoutAntialias,
  withResult,
} from '../tampering.js';
import type { Mutant } from './mutant.js';

/** Mistakes in perspective maps. */
export const perspectiveMutants: readonly Mutant[] = [
  {
    mistake: 'what is behind the camera is sampled, too',
    make: () => throughGrid(([x, y, w]) => [x / w, y / w]),
    killers: ['edge/behind-the-camera/perspectiveSample/2-D', 'forward/perspectiveSample/border/2-D'],
  },
  {
    mistake: 'the front of the camera is above 0, whatever the sign in the middle of the crop',
    make: () => throughGrid(([x, y, w]) => (w > 0 ? [x / w, y / w] : [Number.NaN, Number.NaN])),
    killers: ['law/scaled-theta/perspectiveSample/2-D', 'forward/perspectiveSample/zeros/2-D'],
  },
  {
    mistake: 'a W of 0 is in front of the camera, at the edge of the image',
    make: () =>
      throughGrid(([x, y, w], middle) => (w * middle < 0 ? [Number.NaN, Number.NaN] : [x / (w || 1), y / (w || 1)])),
    killers: ['edge/behind-the-camera/perspectiveSample/2-D'],
  },
  {
    mistake: 'the image is not divided by W at each point, but by that in the middle',
    make: () => throughGrid(([x, y], middle) => [x / middle, y / middle]),
    killers: ['forward/perspectiveSample/wrap/2-D', 'fixture/perspectiveSample/bilinear/zeros/alignCorners=false/2-D'],
  },
  {
    mistake: 'a number of theta that is not finite is taken for 0',
    make: () =>
      tamperedAll(PERSPECTIVE_KERNELS, (sound, call) =>
        withInput(call, 'theta', sound, (theta) => {
          theta.forEach((entry, i) => {
            if (!Number.isFinite(entry)) theta[i] = 0;
          });
        }),
      ),
    killers: ['edge/non-finite-theta/perspectiveSample/2-D'],
  },
  {
    mistake: 'the last row of theta has no gradient',
    make: () =>
      tampered({
        PerspectiveSampleGradTheta: (sound, call) =>
          withResult(call, sound, (dtheta) => {
            dtheta.forEach((_, i) => {
              if (i % 9 > 5) dtheta[i] = 0;
            });
          }),
      }),
    killers: ['law/orthogonal-gradient/perspectiveSample/2-D', 'dTheta/perspectiveSample/border/2-D'],
  },
  {
    mistake: "the gradient of theta is that of the affine map at each point: W's part is missing",
    make: () =>
      tampered({
        PerspectiveGridGradTheta: (sound, call) =>
          withResult(call, sound, (dtheta) => {
            dtheta.forEach((_, i) => {
              if (i % 9 > 5) dtheta[i] *= -1;
            });
          }),
      }),
    killers: ['law/fused-equals-composed/perspectiveSample/2-D'],
  },
  {
    mistake: 'the fused kernel of an affine last row goes through a float32 grid',
    make: () => {
      const { PerspectiveGrid, GridSample } = tampered({}).kernels;
      if (!PerspectiveGrid) throw new TypeError('backend-cpu has it');
      return tampered({
        PerspectiveSample: (_sound, call) => {
          const { backend, attrs, shape } = call;
          const [image, theta] = [inputOf(call, 'image'), inputOf(call, 'theta')];
          const all = attrs as Parameters<typeof GridSample>[0]['attrs'] & { size: number[] };
          const gridShape = [theta.shape[0], ...all.size, 2];
          const grid = PerspectiveGrid({ inputs: { theta }, attrs: all, backend, shape: gridShape });
          const crops = GridSample({ inputs: { image, grid }, attrs: all, backend, shape });
          backend.disposeIntermediateTensorInfo(grid);
          return crops;
        },
      });
    },
    killers: ['law/identity/perspectiveSample/2-D', 'law/affine-last-row/perspectiveSample/2-D'],
  },
];

/** A backend whose points are other ones of (X, Y, W) and of W in the middle, with fused kernels that core composes. */
function throughGrid(pointOf: (xyw: number[], middle: number) => number[]): ReturnType<typeof tampered> {
  const { kernels, ...rest } = withoutAntialias(
    tampered({
      PerspectiveGrid: (sound, call) => withResult(call, sound, (grid) => grid.set(pointsOf(call, pointOf))),
    }),
  );
  const { PerspectiveSample, PerspectiveSampleGradImage, PerspectiveSampleGradTheta, ...others } = kernels;
  return { ...rest, kernels: others };
}

function pointsOf(call: Call, pointOf: (xyw: number[], middle: number) => number[]): number[] {
  const theta = inputOf(call, 'theta');
  const { size = [], alignCorners = false } = call.attrs;
  const bases = baseGrid(size, alignCorners);
  return rowsOf({ shape: theta.shape, data: valuesOf(call.backend, theta) }).flatMap((rows) =>
    bases.flatMap((base) => {
      const xyw = rows.map((row) => row.reduce((sum, entry, k) => sum + entry * base[k], 0));
      return pointOf(xyw, rows[2][2]);
    }),
  );
}
