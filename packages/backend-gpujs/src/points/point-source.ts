import { axisNames } from '../axis/axis-name.js';
import { linesSource, pointOnLinesSource, readThetaSource, traceOf, validSource } from './line-source.js';
import { baseNumbers } from './locate-source.js';
import { perspectivePointSource } from './perspective-source.js';

/** What says where outputs read: a theta per crop, affine or perspective, or a grid. Kernels take it as an array of that name. */
export type Points = ThetaPoints | 'grid';

/** A theta, affine or perspective. */
export type ThetaPoints = 'theta' | 'perspective';

/**
 * Statements that compute the pixel coordinates x, y(, z) of output (n, k, i, j), before padding; `valid` is 0 for a point
 * that samples nothing, as any number behind it is not finite. That is one comparison of a sum: out of several, drivers
 * make one of a maximum, and a maximum leaves NaN out.
 */
export function coordinatesSource(points: Points, dimensions: number): string {
  switch (points) {
    case 'grid':
      return gridPointSource(dimensions);
    case 'theta':
      return `${readThetaSource(points, dimensions)} ${linesSource(dimensions)} ${pointOnLinesSource(dimensions)}`;
    case 'perspective':
      return perspectivePointSource();
  }
}

function gridPointSource(dimensions: number): string {
  const axes = axisNames(dimensions);
  const statements = axes.flatMap((axis, at) => [
    `const grid${axis} = grid[point * ${dimensions} + ${at}];`,
    `const ${axis.toLowerCase()} = (grid${axis} + 1) * (span${axis} / 2) - offset;`,
  ]);
  const grids = axes.map((axis) => `grid${axis}`);
  return [...statements, validSource(dimensions, traceOf(grids))].join('\n');
}

/** The numbers that {@link coordinatesSource} reads, besides those of {@link axisNumbers}. */
export function coordinateNumbers(points: Points, dimensions: number): string[] {
  if (points === 'grid') return [];
  const axes = axisNames(dimensions);
  const lines = axes.flatMap((axis) => [`kept${axis}`, ...axes.map((along) => `ratio${axis}${along}`)]);
  return points === 'perspective' ? [...lines, ...baseNumbers(dimensions)] : lines;
}

/** What is known of each axis of the image, and of the outputs' places on their pixels. */
export function axisNumbers(dimensions: number): string[] {
  return [...axisNames(dimensions).flatMap((axis) => [`size${axis}`, `span${axis}`]), 'offset'];
}
