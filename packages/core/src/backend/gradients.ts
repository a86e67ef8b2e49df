import { type Tensor, zeros, zerosLike } from '@tensorflow/tfjs-core';
import { currentCropBackend } from './current-backend.js';
import type {
  AffineGridAttrs,
  AffinePointGradientAttrs,
  AffineSampleAttrs,
  CropKernelArgs,
  CropKernelName,
  PointGradientAttrs,
  SampleAttrs,
} from './kernels.js';
import { hasSlopes, noSlopes } from './no-slopes.js';
import { notDifferentiableTwice } from './not-differentiable-twice.js';
import { perspectiveTangent, perspectiveTangentGradTheta } from './perspective-tangent.js';
import { runCropKernel } from './run-kernel.js';

type Input<K extends CropKernelName> = keyof CropKernelArgs[K]['inputs'] & string;

/** The gradient by one input, from dy, the inputs that were saved, and the attributes. */
type GradientBy<K extends CropKernelName> = (
  dy: Tensor,
  saved: { [I in Input<K>]: Tensor },
  attrs: CropKernelArgs[K]['attrs'],
) => Tensor;

/** Said of what has no gradient: asking for it throws `UNSUPPORTED`, with the names of the kernel and the input. */
export const NONE = 'none';

/**
 * The gradient of every kernel by each of its inputs, by way of the other kernels. The gradients by the image are linear in
 * dy, and do not know fillValue: what reads them backwards is the sampler itself, with fillValue 0.
 */
export const GRADIENTS: {
  [K in CropKernelName]: { saves: readonly Input<K>[]; by: { [I in Input<K>]: GradientBy<K> | typeof NONE } };
} = {
  AffineGrid: {
    saves: [],
    by: { theta: (dgrid, _, attrs) => runCropKernel('AffineGridGradTheta', { dgrid }, attrs) },
  },
  AffineGridGradTheta: {
    saves: [],
    by: { dgrid: (theta, _, attrs) => runCropKernel('AffineGrid', { theta }, attrs) },
  },
  GridSample: {
    saves: ['image', 'grid'],
    by: {
      image: (dy, { image, grid }, attrs) =>
        ofImage(image, (imageShape) => runCropKernel('GridSampleGradImage', { dy, grid }, { ...attrs, imageShape })),
      grid: (dy, { image, grid }, attrs) => byGrid({ dy, image, grid }, attrs),
    },
  },
  GridSampleGradImage: {
    saves: ['dy', 'grid'],
    by: {
      dy: (image, { grid }, { imageShape: _, ...attrs }) =>
        runCropKernel('GridSample', { image, grid }, { ...attrs, fillValue: 0 }),
      grid: (image, { dy, grid }, { imageShape: _, ...attrs }) =>
        byGrid({ dy, image, grid }, { ...attrs, fillValue: 0 }),
    },
  },
  GridSampleGradGrid: {
    saves: ['dy', 'image', 'grid'],
    by: {
      dy: (tangent, { image, grid }, attrs) => {
        requireSecondOrder('GridSampleGradGrid: its gradient by dy');
        return runCropKernel('GridSampleJvp', { image, grid, tangent }, attrs);
      },
      image: (tangent, { dy, image, grid }, attrs) => {
        requireSecondOrder('GridSampleGradGrid: its gradient by image');
        return jvpByImage({ dy, grid, tangent }, image, attrs);
      },
      grid: (tangent, { dy, image, grid }, attrs) => {
        requireSecondOrder('GridSampleGradGrid: its gradient by grid');
        return runCropKernel('GridSampleJvpGradGrid', { dy, image, grid, tangent }, attrs);
      },
    },
  },
  GridSampleJvp: {
    saves: ['image', 'grid', 'tangent'],
    by: {
      image: (dy, { image, grid, tangent }, attrs) => jvpByImage({ dy, grid, tangent }, image, attrs),
      grid: (dy, { image, grid, tangent }, attrs) =>
        runCropKernel('GridSampleJvpGradGrid', { dy, image, grid, tangent }, attrs),
      tangent: (dy, { image, grid }, attrs) => runCropKernel('GridSampleGradGrid', { dy, image, grid }, attrs),
    },
  },
  GridSampleJvpGradImage: {
    saves: ['dy', 'grid', 'tangent'],
    by: {
      dy: (image, { grid, tangent }, { imageShape: _, ...attrs }) =>
        runCropKernel('GridSampleJvp', { image, grid, tangent }, { ...attrs, fillValue: 0 }),
      grid: (image, { dy, grid, tangent }, { imageShape: _, ...attrs }) =>
        runCropKernel('GridSampleJvpGradGrid', { dy, image, grid, tangent }, { ...attrs, fillValue: 0 }),
      tangent: (image, { dy, grid }, { imageShape: _, ...attrs }) =>
        runCropKernel('GridSampleGradGrid', { dy, image, grid }, { ...attrs, fillValue: 0 }),
    },
  },
  GridSampleJvpGradGrid: { saves: [], by: { dy: NONE, image: NONE, grid: NONE, tangent: NONE } },
  AffineSample: {
    saves: ['image', 'theta'],
    by: {
      image: (dy, { image, theta }, attrs) =>
        ofImage(image, (imageShape) => runCropKernel('AffineSampleGradImage', { dy, theta }, { ...attrs, imageShape })),
      theta: (dy, { image, theta }, attrs) => byTheta('AffineSampleGradTheta', { dy, image, theta }, attrs),
    },
  },
  AffineSampleGradImage: {
    saves: ['dy', 'theta'],
    by: {
      dy: (image, { theta }, { imageShape: _, ...attrs }) =>
        runCropKernel('AffineSample', { image, theta }, { ...attrs, fillValue: 0 }),
      theta: (image, { dy, theta }, { imageShape: _, ...attrs }) =>
        byTheta('AffineSampleGradTheta', { dy, image, theta }, { ...attrs, fillValue: 0 }),
    },
  },
  AffineSampleGradTheta: {
    saves: ['dy', 'image', 'theta'],
    by: {
      dy: (dtheta, { image, theta }, attrs) => {
        requireSecondOrder('AffineSampleGradTheta: its gradient by dy', attrs);
        return throughGrids(theta, dtheta, attrs, (grid, tangent, rest) =>
          runCropKernel('GridSampleJvp', { image, grid, tangent }, rest),
        );
      },
      image: (dtheta, { dy, image, theta }, attrs) => {
        requireSecondOrder('AffineSampleGradTheta: its gradient by image', attrs);
        return throughGrids(theta, dtheta, attrs, (grid, tangent, rest) =>
          jvpByImage({ dy, grid, tangent }, image, rest),
        );
      },
      theta: (dtheta, { dy, image, theta }, attrs) => {
        requireSecondOrder('AffineSampleGradTheta: its gradient by theta', attrs);
        const { size, alignCorners } = attrs;
        const dgrid = throughGrids(theta, dtheta, attrs, (grid, tangent, rest) =>
          runCropKernel('GridSampleJvpGradGrid', { dy, image, grid, tangent }, rest),
        );
        return runCropKernel('AffineGridGradTheta', { dgrid }, { size, alignCorners });
      },
    },
  },
  PerspectiveGrid: {
    saves: ['theta'],
    by: { theta: (dgrid, { theta }, attrs) => runCropKernel('PerspectiveGridGradTheta', { dgrid, theta }, attrs) },
  },
  PerspectiveGridGradTheta: {
    saves: ['dgrid', 'theta'],
    by: {
      dgrid: (dtheta, { theta }, attrs) => perspectiveTangent(theta, dtheta, attrs),
      theta: (dtheta, { dgrid, theta }, attrs) => perspectiveTangentGradTheta({ theta, dtheta, dgrid }, attrs),
    },
  },
  PerspectiveSample: {
    saves: ['image', 'theta'],
    by: {
      image: (dy, { image, theta }, attrs) =>
        ofImage(image, (imageShape) =>
          runCropKernel('PerspectiveSampleGradImage', { dy, theta }, { ...attrs, imageShape }),
        ),
      theta: (dy, { image, theta }, attrs) => byTheta('PerspectiveSampleGradTheta', { dy, image, theta }, attrs),
    },
  },
  PerspectiveSampleGradImage: {
    saves: ['dy', 'theta'],
    by: {
      dy: (image, { theta }, { imageShape: _, ...attrs }) =>
        runCropKernel('PerspectiveSample', { image, theta }, { ...attrs, fillValue: 0 }),
      theta: (image, { dy, theta }, { imageShape: _, ...attrs }) =>
        byTheta('PerspectiveSampleGradTheta', { dy, image, theta }, { ...attrs, fillValue: 0 }),
    },
  },
  PerspectiveSampleGradTheta: {
    saves: ['dy', 'image', 'theta'],
    by: {
      dy: (dtheta, { image, theta }, attrs) => {
        requireSecondOrder('PerspectiveSampleGradTheta: its gradient by dy', attrs);
        return throughPerspective(theta, dtheta, attrs, (grid, tangent, rest) =>
          runCropKernel('GridSampleJvp', { image, grid, tangent }, rest),
        );
      },
      image: (dtheta, { dy, image, theta }, attrs) => {
        requireSecondOrder('PerspectiveSampleGradTheta: its gradient by image', attrs);
        return throughPerspective(theta, dtheta, attrs, (grid, tangent, rest) =>
          jvpByImage({ dy, grid, tangent }, image, rest),
        );
      },
      theta: (dtheta, { dy, image, theta }, attrs) => {
        requireSecondOrder('PerspectiveSampleGradTheta: its gradient by theta', attrs);
        return throughPerspective(theta, dtheta, attrs, (grid, tangent, rest, gridAttrs) => {
          const dgrid = runCropKernel('GridSampleGradGrid', { dy, image, grid }, rest);
          const byGrid = runCropKernel('GridSampleJvpGradGrid', { dy, image, grid, tangent }, rest);
          return perspectiveTangentGradTheta({ theta, dtheta, dgrid, byGrid }, gridAttrs);
        });
      },
    },
  },
  BoxToTheta: {
    saves: [],
    by: { boxes: (dtheta) => runCropKernel('BoxToThetaGradBoxes', { dtheta }, {}) },
  },
  BoxToThetaGradBoxes: {
    saves: [],
    by: { dtheta: (boxes) => runCropKernel('BoxToTheta', { boxes }, {}) },
  },
};

/** Runs an image-gradient kernel; integer and boolean images get zeros without one, as no gradient flows to them. */
function ofImage(image: Tensor, run: (imageShape: readonly number[]) => Tensor): Tensor {
  return image.dtype === 'float32' ? run(image.shape) : zeros(image.shape);
}

function jvpByImage(
  inputs: { dy: Tensor; grid: Tensor; tangent: Tensor },
  image: Tensor,
  attrs: PointGradientAttrs,
): Tensor {
  return ofImage(image, (imageShape) => runCropKernel('GridSampleJvpGradImage', inputs, { ...attrs, imageShape }));
}

/** What is affine, with both the theta and what flows into its gradient as grids: a grid is linear in its theta. */
function throughGrids(
  theta: Tensor,
  dtheta: Tensor,
  { size, ...rest }: AffinePointGradientAttrs,
  run: (grid: Tensor, tangent: Tensor, attrs: PointGradientAttrs) => Tensor,
): Tensor {
  const gridOf = (x: Tensor): Tensor =>
    runCropKernel('AffineGrid', { theta: x }, { size, alignCorners: rest.alignCorners });
  return run(gridOf(theta), gridOf(dtheta), rest);
}

/** The same in perspective, where a grid is not linear in its theta, so that the tangent is one at this theta. */
function throughPerspective(
  theta: Tensor,
  dtheta: Tensor,
  { size, ...rest }: AffinePointGradientAttrs,
  run: (grid: Tensor, tangent: Tensor, attrs: PointGradientAttrs, gridAttrs: AffineGridAttrs) => Tensor,
): Tensor {
  const gridAttrs = { size, alignCorners: rest.alignCorners };
  const grid = runCropKernel('PerspectiveGrid', { theta }, gridAttrs);
  return run(grid, perspectiveTangent(theta, dtheta, gridAttrs), rest, gridAttrs);
}

/** Throws `UNSUPPORTED` on a backend that has first derivatives only, and for what is antialiased. */
function requireSecondOrder(what: string, { antialias }: { antialias?: number } = {}): void {
  if (antialias || currentCropBackend(what).capabilities.order < 2) throw notDifferentiableTwice(what);
}

function byGrid(inputs: { dy: Tensor; image: Tensor; grid: Tensor }, attrs: SampleAttrs): Tensor {
  return hasSlopes(attrs)
    ? runCropKernel('GridSampleGradGrid', inputs, attrs)
    : noSlopes(() => zerosLike(inputs.grid), inputs);
}

function byTheta(
  kernel: 'AffineSampleGradTheta' | 'PerspectiveSampleGradTheta',
  inputs: { dy: Tensor; image: Tensor; theta: Tensor },
  attrs: AffineSampleAttrs,
): Tensor {
  return hasSlopes(attrs) ? runCropKernel(kernel, inputs, attrs) : noSlopes(() => zerosLike(inputs.theta), inputs);
}
