import { type AxisName, axisNames, overAxes } from '../axis/axis-name.js';
import type { SampleVariant } from '../variant.js';

/** The index of an output along an axis: j along x, i along y, k along z. */
export const OUTPUT_INDEX: Record<AxisName, string> = { X: 'j', Y: 'i', Z: 'k' };

/** Statements that take the index `point` of an output apart, into its crop n and its place k, i, j. */
export function locateSource(dimensions: number): string {
  return `
    int row = point / outX;
    int j = point - row * outX;
    ${
      dimensions === 2
        ? `
    int n = row / outY;
    int i = row - n * outY;`
        : `
    int slice = row / outY;
    int i = row - slice * outY;
    int n = slice / outZ;
    int k = slice - n * outZ;`
    }`;
}

/** Statements that take the element `at` of crops apart, into its `channel`, its `point` and the place of that. */
export function locateElementSource(dimensions: number): string {
  return `
      int crop = at / cropStride;
      int rest = at - crop * cropStride;
      int major = rest / innerStride;
      int minor = rest - major * innerStride;
      int channel = channelsLast == 1 ? minor : major;
      int point = crop * perCrop + (channelsLast == 1 ? major : minor);
      ${locateSource(dimensions)}`;
}

/**
 * Statements that read the theta of crop n: x is lineXX·(j - middleX) + lineXY·(i - middleY) + lineX from the middle, in pixels
 * throughout and never by way of [-1, 1], so that the identity lands on whole pixels exactly; counted from the middle, where
 * numbers are small and rounding is, too. `thetaFinite` says whether all of the theta is.
 */
export function linesSource(dimensions: number, perCrop: number = dimensions * (dimensions + 1)): string {
  const axes = axisNames(dimensions);
  const columns = dimensions + 1;
  const statements = axes.flatMap((axis, row) => {
    const reads = [...axes, ''].map(
      (along, column) => `float theta${axis}${along} = getTheta(n * ${perCrop} + ${row * columns + column});`,
    );
    const lines = axes.map((along) => `float line${axis}${along} = theta${axis}${along} * ratio${axis}${along};`);
    return [...reads, ...lines, `float line${axis} = theta${axis} * half${axis};`];
  });
  const entries = axes.flatMap((axis) => [...axes, ''].map((along) => `finite(theta${axis}${along})`));
  return [...statements, `bool thetaFinite = ${entries.join(' && ')};`].join('\n');
}

/** Statements that compute the point (x, y(, z)) of output (k, i, j) on the lines of {@link linesSource}, and `valid`. */
export function pointOnLinesSource(variant: SampleVariant): string {
  const { dimensions } = variant;
  const statements = overAxes(dimensions, (axis) => {
    const terms = overAxes(
      dimensions,
      (along) => `line${axis}${along} * (float(${OUTPUT_INDEX[along]}) - middle${along})`,
      ' + ',
    );
    return placeSource(axis, `${terms} + line${axis}`);
  });
  return `${statements} bool valid = thetaFinite && ${isReadSource(variant)};`;
}

export function gridPointSource(variant: SampleVariant): string {
  const { dimensions } = variant;
  const statements = overAxes(
    dimensions,
    (axis, at) => `
      float grid${axis} = getGrid(point * ${dimensions} + ${at});
      ${placeSource(axis, `grid${axis} * half${axis}`)}`,
  );
  const grids = overAxes(dimensions, (axis) => `finite(grid${axis})`, ' && ');
  return `${statements} bool valid = ${grids} && ${isReadSource(variant)};`;
}

/** The coordinate that is so far from the middle of the image, and what rounding loses when it is counted from its edge. */
export function placeSource(axis: AxisName, fromMiddle: string): string {
  const x = axis.toLowerCase();
  return `
    float near${axis} = ${fromMiddle} + shift${axis};
    float ${x} = near${axis} + origin${axis};
    float lost${axis} = near${axis} - (${x} * one - origin${axis});`;
}

/** Whether the coordinates are finite and not cut off. What rounding lost of one counts. */
export function isReadSource({ dimensions, cutsOff }: SampleVariant): string {
  return overAxes(
    dimensions,
    (axis) => {
      const x = axis.toLowerCase();
      const isKept = `${x} + lost${axis} >= -cutoff && ${x} - (size${axis} - 1.0) + lost${axis} <= cutoff`;
      return `finite(${x})${cutsOff ? ` && ${isKept}` : ''}`;
    },
    ' && ',
  );
}
