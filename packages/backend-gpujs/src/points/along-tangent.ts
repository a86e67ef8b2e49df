import { type AxisName, axisNames } from '../axis/axis-name.js';

/** How kernels move points along a tangent, an array like the grid. */
export const ALONG_TANGENT = {
  /** The array that kernels must take. */
  arrays: ['tangent'],
  /** Statements that read how `point` moves: by hX, hY(, hZ). */
  source: (dimensions: number): string =>
    axisNames(dimensions)
      .map((axis, a) => `const h${axis} = tangent[point * ${dimensions} + ${a}];`)
      .join(' '),
  /** The derivative along the tangent of a product with one factor per axis, each with its slope. */
  slope: (
    dimensions: number,
    factor: (axis: AxisName) => string,
    slopeOfFactor: (axis: AxisName) => string,
  ): string => {
    const axes = axisNames(dimensions);
    const terms = axes.map((moved) =>
      [`h${moved}`, ...axes.map((axis) => (axis === moved ? slopeOfFactor(axis) : factor(axis)))].join(' * '),
    );
    return `(${terms.join(' + ')})`;
  },
} as const;
