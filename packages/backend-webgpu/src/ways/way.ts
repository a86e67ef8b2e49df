import type { Kernel } from '../device/kernel.js';
import type { Variant } from '../sampling.js';

/** A way to sample: its three kernels, each of which reads `dy`, `image`, the points and what else the way has. */
export interface Way {
  /** image, points → crops: a thread per number. */
  readonly gather: (variant: Variant) => Kernel;
  /** dy, points → exact sums of what each pixel of the image gets: a thread per number of dy. */
  readonly scatter: (variant: Variant) => Kernel;
  /** dy, image, points → the gradient by the points: a thread per point; `ofIntegers` is whether the image's array is int32. */
  readonly slope: (variant: Variant, ofIntegers: boolean) => Kernel;
  /** How many terms a point may add to the sum of one pixel. */
  readonly termsPerPixel: (variant: Variant) => number;
}
