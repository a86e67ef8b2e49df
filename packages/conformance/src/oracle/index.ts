import type { Case, Quantity } from '../case.js';
import { affineGrid, affineGridGradTheta } from './affine-grid.js';
import { isAntialiased } from './antialias/filtering.js';
import { antialiasOracle } from './antialias/index.js';
import { gradBoxes, sample, sampleGradGrid, sampleGradImage, sampleGradTheta } from './sample.js';

/** The exact answer in float64, written for obviousness: the rules of NUMERICS, one axis at a time. */
export function oracle(c: Case, quantity: Quantity): Float64Array {
  if (c.op === 'affineGrid') {
    const { alignCorners } = c.options;
    if (quantity === 'output') return affineGrid(c.theta, c.size, alignCorners);
    return affineGridGradTheta(c.dy.data, c.theta.shape[0], c.size, alignCorners);
  }
  if (isAntialiased(c)) return antialiasOracle(c, quantity);
  if (quantity === 'output') return sample(c);
  if (quantity === 'dImage') return sampleGradImage(c);
  if (c.op === 'gridSample') return sampleGradGrid(c);
  const dtheta = sampleGradTheta(c);
  return c.op === 'crop' ? gradBoxes(dtheta, c.boxes) : dtheta;
}
