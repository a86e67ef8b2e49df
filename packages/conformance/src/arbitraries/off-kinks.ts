import fc from 'fast-check';
import type { AffineSampleCase, GridSampleCase } from '../case.js';
import type { Cell } from '../cells.js';
import { affineSampleCase, gridSampleCase } from './cases.js';
import { normalize } from './coordinates.js';

/** Where every coordinate lies between two pixel centres: at least 1/8 of a pixel from every kink, mirrored or not. */
const FRACTION = 0.375;

/** A random call of gridSample all of whose points are well away from every kink, inside the image or outside. */
export function gridSampleOffKinks(cell: Omit<Cell, 'op'>): fc.Arbitrary<GridSampleCase> {
  const pixels = fc.array(fc.nat(120), { minLength: 1, maxLength: 60, size: 'max' });
  return fc.tuple(gridSampleCase(cell, 'tame'), pixels).map(([c, drawn]): GridSampleCase => {
    const lengths = c.image.shape.slice(1, -1).reverse();
    const data = Array.from(c.grid.data, (_, i) => {
      const size = lengths[i % lengths.length];
      return normalize((drawn[i % drawn.length] % (size + 8)) - 4 + FRACTION, size, cell.alignCorners);
    });
    return { ...c, grid: { shape: c.grid.shape, data } };
  });
}

/** A random call of affineSample whose output pixels step by whole image pixels, well away from every kink. */
export function affineSampleOffKinks(cell: Omit<Cell, 'op'>): fc.Arbitrary<AffineSampleCase> {
  const steps = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: 48, maxLength: 48 });
  return fc.tuple(affineSampleCase(cell, 'tame'), steps).map(([c, whole]): AffineSampleCase => {
    const [, rows, columns] = c.theta.shape;
    const sizes = c.image.shape.slice(1, -1).reverse();
    const outputs = [...c.size].reverse();
    const data = Array.from(c.theta.data, (_, i) => {
      const row = Math.floor(i / columns) % rows;
      const start = i - (i % columns);
      if (i % columns < rows) {
        return Math.fround(whole[i] * scaleOf(outputs[i % columns], sizes[row], cell.alignCorners));
      }
      // The centre of the output lies half of all steps from its first pixel.
      const half = outputs.reduce((sum, length, k) => sum + (whole[start + k] * (length - 1)) / 2, 0);
      return normalize(whole[i] + FRACTION + half, sizes[row], cell.alignCorners);
    });
    return { ...c, theta: { shape: c.theta.shape, data } };
  });
}

/** The entry of theta that makes one output pixel one image pixel, along axes of these lengths. */
function scaleOf(output: number, size: number, alignCorners: boolean): number {
  if (!alignCorners) return output / size;
  return size === 1 ? 0 : (output - 1) / (size - 1);
}
