import { overAxes } from '../axis/axis-name.js';
import { OUTPUT_INDEX } from './point-source.js';

/** Statements that take the element `at` of sums over parts apart: the entry's crop n, `axis` and `column`, and the outputs `start` to `end`. */
export function locatePartSource(dimensions: number): string {
  return `
      int entry = at / parts;
      int start = (at - entry * parts) * partLength;
      int axisEntry = entry / ${dimensions + 1};
      int column = entry - axisEntry * ${dimensions + 1};
      int n = axisEntry / ${dimensions};
      int axis = axisEntry - n * ${dimensions};
      int end = min(start + partLength, perCrop);`;
}

/** Statements that give the `factor` of the output `place` in that entry: its place along the column's axis, or 1. */
export function factorSource(dimensions: number): string {
  const places = overAxes(
    dimensions,
    (axis, column) =>
      `if (column == ${column}) { factor = base(float(${OUTPUT_INDEX[axis]}), outSize${axis}, outSpan${axis}); }`,
  );
  return `
        int row = place / outX;
        int j = place - row * outX;
        ${dimensions === 2 ? 'int i = row;' : 'int k = row / outY; int i = row - k * outY;'}
        float factor = 1.0;
        ${places}`;
}
