import { type AxisName, axisNames, overAxes } from '../axis/axis-name.js';
import type { SampleVariant } from '../variant.js';

/**
 * The functions `footprintOf(line)` and `growthOf(line)`: how many pixels long an output is along an axis on which its neighbours
 * are as far off as `line` says, and how much that grows per entry of the line. It is at least 1, so that what is magnified is
 * read as without antialias. Of a box it is the distance of two outputs; where a crop is turned, the length of a square's side.
 */
export function footprintFunctions(dimensions: number): string {
  const sizes = ['x', 'y', 'z'].slice(0, dimensions).map((axis) => `sizes.${axis}`);
  return `
float lengthOf(vec${dimensions} line) {
  vec${dimensions} sizes = abs(line);
  float most = ${sizes.reduce((most, size) => `max(${most}, ${size})`)};
  // A root need not be exact.
  if (${sizes.join(' + ')} == most) { return most; }
  float scale = max(most, 1.0);
  return scale * length(line / scale);
}
float footprintOf(vec${dimensions} line) { return clamp(lengthOf(line), 1.0, 1e30); }
vec${dimensions} growthOf(vec${dimensions} line) {
  float size = lengthOf(line);
  return finite(size) && size > 1.0 ? line / size : vec${dimensions}(0.0);
}
`;
}

/**
 * Statements that give `footprintX` of outputs on the lines of `linesSource`; in perspective of the one whose coordinates are
 * there, as X/W grows by the numerators of (X' - X/W · W') / W from one output to the next.
 */
export function footprintsSource({ points, dimensions }: SampleVariant): string {
  const lastRow: Record<AxisName, string> = { X: 'theta6 * stepX', Y: 'theta7 * stepY', Z: '0.0' };
  return overAxes(dimensions, (axis) => {
    const line = axisNames(dimensions).map((along) =>
      points === 'perspective'
        ? `over(line${axis}${along} - from${axis} * (${lastRow[along]}), w)`
        : `line${axis}${along}`,
    );
    return `float footprint${axis} = footprintOf(vec${dimensions}(${line.join(', ')}));`;
  });
}
