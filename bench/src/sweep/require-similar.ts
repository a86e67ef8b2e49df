import { Disagreement } from '../agreement.js';
import type { NpyArray } from '../npy.js';

/** The sum of all differences may be this part of the sum of all sizes. A wrong tap, weight or padding is far above it. */
const ALLOWED = 2e-3;

/**
 * Throws {@link Disagreement} where a result is not PyTorch's. All elements are compared together, as a single one may jump
 * where a point lies on a tie, or on a kink, and rounding decides.
 */
export function requireSimilar(name: string, found: readonly NpyArray[], expected: readonly NpyArray[]): void {
  found.forEach(({ shape, data }, k) => {
    const other = expected[k];
    if (shape.join() !== other.shape.join())
      throw new Disagreement(`${name}: [${shape}], but PyTorch's [${other.shape}]`);
    let apart = 0;
    let size = 0;
    for (let i = 0; i < data.length; i++) {
      apart += Math.abs(data[i] - other.data[i]);
      size += Math.abs(other.data[i]);
    }
    // Not `>`: a NaN must not pass.
    if (!(apart <= ALLOWED * size))
      throw new Disagreement(`${name}: result ${k} differs from PyTorch's by ${apart / size}`);
  });
}
