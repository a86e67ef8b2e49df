import { type Tensor, zeros, zerosLike } from '@tensorflow/tfjs-core';
import { currentCropBackend } from './current-backend.js';
import type {
  AffineGridAttrs,
  AffineSampleAttrs,
  CropKernelArgs,
  CropKernelName,
  ImageGradientAttrs,
  PerspectiveKernelName,
  PointGradientAttrs,
  SampleAttrs,
} from './kernels.js';
import { hasSlopes, noSlopes } from './no-slopes.js';
import { notDifferentiableTwice } from './not-differentiable-twice.js';
import { runCropKernel } from './run-kernel.js';

type Input<K extends CropKernelName> = keyof CropKernelArgs[K]['inputs'] & string;

/**
 * The gradient by one input, from dy, the inputs that were saved, and the attributes. `what` names the kernel and the input,
 * for errors.
 */
type GradientBy<K extends CropKernelName> = (
  dy: Tensor,
  saved: { [I in Input<K>]: Tensor },
  attrs: CropKernelArgs[K]['attrs'],
  what: string,
) => Tensor;

/** The gradient of a kernel by each of its inputs, and the inputs that it needs for them. */
export interface Gradient<K extends CropKernelName> {
  saves: readonly Input<K>[];
  by: { [I in Input<K>]: GradientBy<K> };
}

/** How the grids of one kind of thetas depend on them: what second derivatives through thetas are made of. */
export interface GridDerivatives {
  /** The grid of thetas, and how it moves along `dtheta`. */
  moving(theta: Tensor, dtheta: Tensor, attrs: AffineGridAttrs): { grid: Tensor; tangent: Tensor };
  /** The gradient by theta, given what flows into the grid, and into the tangent: the latter is computed where it is used. */
  gradTheta(
    inputs: { theta: Tensor; dtheta: Tensor; byGrid: Tensor; byTangent: () => Tensor },
    attrs: AffineGridAttrs,
  ): Tensor;
}

/** An affine grid is linear in its theta. */
const AFFINE = fusedGradients('Affine', {
  moving: (theta, dtheta, attrs) => ({
    grid: runCropKernel('AffineGrid', { theta }, attrs),
    tangent: runCropKernel('AffineGrid', { theta: dtheta }, attrs),
  }),
  gradTheta: ({ byGrid }, attrs) => runCropKernel('AffineGridGradTheta', { dgrid: byGrid }, attrs),
});

/**
 * The gradient of every kernel by each of its inputs, by way of the other kernels; those of perspective are in
 * `perspective-gradients.ts`. The gradients by the image are linear in dy and do not depend on fillValue: their own
 * gradient by dy is the sampler, with fillValue 0.
 */
export const GRADIENTS: { [K in Exclude<CropKernelName, PerspectiveKernelName>]: Gradient<K> } = {
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
      dy: (image, { grid }, attrs) => runCropKernel('GridSample', { image, grid }, backwards(attrs)),
      grid: (image, { dy, grid }, attrs) => byGrid({ dy, image, grid }, backwards(attrs)),
    },
  },
  GridSampleGradGrid: {
    saves: ['dy', 'image', 'grid'],
    by: {
      dy: (tangent, { image, grid }, attrs, what) => {
        requireSecondOrder(what);
        return runCropKernel('GridSampleJvp', { image, grid, tangent }, attrs);
      },
      image: (tangent, { dy, image, grid }, attrs, what) => {
        requireSecondOrder(what);
        return jvpByImage({ dy, grid, tangent }, image, attrs);
      },
      grid: (tangent, { dy, image, grid }, attrs, what) => {
        requireSecondOrder(what);
        return runCropKernel('GridSampleJvpGradGrid', { dy, image, grid, tangent }, attrs);
      },
    },
  },
  GridSampleJvp: {
    saves: ['image', 'grid', 'tangent'],
    by: {
      image: (dy, { image, grid, tangent }, attrs) => jvpByImage({ dy, grid, tangent }, image, attrs),
      grid: (dy, saved, attrs) => runCropKernel('GridSampleJvpGradGrid', { dy, ...saved }, attrs),
      tangent: (dy, { image, grid }, attrs) => runCropKernel('GridSampleGradGrid', { dy, image, grid }, attrs),
    },
  },
  GridSampleJvpGradImage: {
    saves: ['dy', 'grid', 'tangent'],
    by: {
      dy: (image, { grid, tangent }, attrs) =>
        runCropKernel('GridSampleJvp', { image, grid, tangent }, backwards(attrs)),
      grid: (image, saved, attrs) => runCropKernel('GridSampleJvpGradGrid', { image, ...saved }, backwards(attrs)),
      tangent: (image, { dy, grid }, attrs) =>
        runCropKernel('GridSampleGradGrid', { dy, image, grid }, backwards(attrs)),
    },
  },
  GridSampleJvpGradGrid: { saves: [], by: { dy: none, image: none, grid: none, tangent: none } },
  AffineSample: AFFINE.sample,
  AffineSampleGradImage: AFFINE.sampleGradImage,
  AffineSampleGradTheta: AFFINE.sampleGradTheta,
  BoxToTheta: {
    saves: [],
    by: { boxes: (dtheta) => runCropKernel('BoxToThetaGradBoxes', { dtheta }, {}) },
  },
  BoxToThetaGradBoxes: {
    saves: [],
    by: { dtheta: (boxes) => runCropKernel('BoxToTheta', { boxes }, {}) },
  },
};

/** The gradients of the kernels that sample through thetas; affine and perspective ones take the same. */
export function fusedGradients(
  kind: 'Affine' | 'Perspective',
  grids: GridDerivatives,
): {
  sample: Gradient<'AffineSample'>;
  sampleGradImage: Gradient<'AffineSampleGradImage'>;
  sampleGradTheta: Gradient<'AffineSampleGradTheta'>;
} {
  const byTheta = (inputs: { dy: Tensor; image: Tensor; theta: Tensor }, attrs: AffineSampleAttrs): Tensor =>
    hasSlopes(attrs)
      ? runCropKernel(`${kind}SampleGradTheta`, inputs, attrs)
      : noSlopes(() => zerosLike(inputs.theta), inputs);
  return {
    sample: {
      saves: ['image', 'theta'],
      by: {
        image: (dy, { image, theta }, attrs) =>
          ofImage(image, (imageShape) =>
            runCropKernel(`${kind}SampleGradImage`, { dy, theta }, { ...attrs, imageShape }),
          ),
        theta: (dy, { image, theta }, attrs) => byTheta({ dy, image, theta }, attrs),
      },
    },
    sampleGradImage: {
      saves: ['dy', 'theta'],
      by: {
        dy: (image, { theta }, attrs) => runCropKernel(`${kind}Sample`, { image, theta }, backwards(attrs)),
        theta: (image, { dy, theta }, attrs) => byTheta({ dy, image, theta }, backwards(attrs)),
      },
    },
    sampleGradTheta: {
      saves: ['dy', 'image', 'theta'],
      by: {
        dy: (dtheta, { image, theta }, { size, ...rest }, what) => {
          requireSecondOrder(what, rest);
          const moving = grids.moving(theta, dtheta, { size, alignCorners: rest.alignCorners });
          return runCropKernel('GridSampleJvp', { image, ...moving }, rest);
        },
        image: (dtheta, { dy, image, theta }, { size, ...rest }, what) => {
          requireSecondOrder(what, rest);
          const moving = grids.moving(theta, dtheta, { size, alignCorners: rest.alignCorners });
          return jvpByImage({ dy, ...moving }, image, rest);
        },
        theta: (dtheta, { dy, image, theta }, { size, ...rest }, what) => {
          requireSecondOrder(what, rest);
          const gridAttrs = { size, alignCorners: rest.alignCorners };
          const moving = grids.moving(theta, dtheta, gridAttrs);
          const byGrid = runCropKernel('GridSampleJvpGradGrid', { dy, image, ...moving }, rest);
          const byTangent = (): Tensor => runCropKernel('GridSampleGradGrid', { dy, image, grid: moving.grid }, rest);
          return grids.gradTheta({ theta, dtheta, byGrid, byTangent }, gridAttrs);
        },
      },
    },
  };
}

/** The attributes of the sampler that is the gradient, by dy, of a gradient by the image. */
function backwards<A extends ImageGradientAttrs>({ imageShape: _, ...attrs }: A): Omit<A, 'imageShape'> {
  return { ...attrs, fillValue: 0 };
}

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

function byGrid(inputs: { dy: Tensor; image: Tensor; grid: Tensor }, attrs: SampleAttrs): Tensor {
  return hasSlopes(attrs)
    ? runCropKernel('GridSampleGradGrid', inputs, attrs)
    : noSlopes(() => zerosLike(inputs.grid), inputs);
}

/** Throws `UNSUPPORTED` on a backend that has first derivatives only, and for what is antialiased. */
function requireSecondOrder(what: string, { antialias }: { antialias?: number } = {}): void {
  if (antialias || currentCropBackend(what).capabilities.order < 2) throw notDifferentiableTwice(what);
}

/** For an input that has no gradient. */
function none(_dy: Tensor, _saved: unknown, _attrs: unknown, what: string): never {
  throw notDifferentiableTwice(what);
}
