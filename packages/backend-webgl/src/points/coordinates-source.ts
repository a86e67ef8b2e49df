import type { SampleVariant } from '../variant.js';
import { PERSPECTIVE_LINES, perspectivePointSource } from './perspective-point-source.js';
import { gridPointSource, linesSource, pointOnLinesSource } from './point-source.js';
import type { Points } from './points.js';

const COORDINATES: Readonly<Record<Points, (variant: SampleVariant) => string>> = {
  theta: (variant) => `${linesSource(variant.dimensions)} ${pointOnLinesSource(variant)}`,
  perspective: (variant) => `${PERSPECTIVE_LINES} ${perspectivePointSource(variant)}`,
  grid: gridPointSource,
};

/**
 * Statements that compute the pixel coordinates x, y(, z) of output (n, k, i, j), before padding; `valid` is false for a point
 * that samples nothing, as any number behind it is not finite, or as it is cut off.
 */
export function coordinatesSource(variant: SampleVariant): string {
  return COORDINATES[variant.points](variant);
}
