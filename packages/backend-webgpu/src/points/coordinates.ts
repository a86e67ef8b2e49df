import { type AxisName, axisNames, vectorType } from '../axis/axis-name.js';

/** The coordinate that a grid says. */
export function gridCoordinate(dimensions: number, axis: AxisName): string {
  return `
    let g = f32(grid[(crop * uniforms.outputs + at) * ${dimensions} + ${axisNames(dimensions).indexOf(axis)}]);
    x = plusProduct(x, g, uniforms.span.${axis} / 2.0);
    point.isRead = point.isRead && isFinite(g);`;
}

/**
 * The coordinate of an affine theta, whose numbers begin at `thetaAt`. In pixels throughout and never by way of [-1, 1], so that
 * the identity lands on whole pixels exactly, and from the middle of the crop. The ratios of lengths come from the host, where a
 * number divided by itself is 1: on a GPU it need not be.
 */
export function affineCoordinate(
  dimensions: number,
  axis: AxisName,
  thetaAt = `crop * ${dimensions * (dimensions + 1)}`,
): string {
  const axes = axisNames(dimensions);
  const entries = axes.map((_, column) => `f32(theta[first + ${column}])`);
  const all = [...axes.map((along) => `row.${along}`), 'shift'];
  return `
    let first = ${thetaAt} + ${axes.indexOf(axis) * (dimensions + 1)};
    let row = ${vectorType(dimensions, 'f32')}(${entries.join(', ')});
    let shift = f32(theta[first + ${dimensions}]);
    line = row * uniforms.ratio${axis.toUpperCase()};
    x = plusProduct(x, shift, uniforms.span.${axis} / 2.0);
    ${axes.map((along) => `x = plusProduct(x, line.${along}, place.${along});`).join('\n    ')}
    error += 1.0 + ${all.map((entry) => `abs(${entry})`).join(' + ')};
    point.isRead = point.isRead && ${all.map((entry) => `isFinite(${entry})`).join(' && ')};`;
}

/**
 * The coordinate of a perspective theta, whose third row is `seen.w`. One whose last row is (0, 0, 1) is the affine one above
 * that row, bit for bit.
 */
export function perspectiveCoordinate(dimensions: number, axis: AxisName): string {
  return `
    if (isAffine) {
      ${affineCoordinate(dimensions, axis, 'crop * 9')}
    } else {
      let g = seen.${axis} / seen.w;
      let row = entriesOf(crop, ${axisNames(dimensions).indexOf(axis)});
      let last = entriesOf(crop, 2);
      x = plusProduct(x, g, uniforms.span.${axis} / 2.0);
      line = (row - g * last) / seen.w * uniforms.ratio${axis.toUpperCase()};
      error += 1.0 + (dot(abs(row), vec2<f32>(1.0)) + dot(abs(last), vec2<f32>(1.0))) / abs(seen.w);
      point.isRead = point.isRead && isFinite(g);
    }`;
}
