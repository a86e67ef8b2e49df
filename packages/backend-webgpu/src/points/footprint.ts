import { axisNames, vectorType } from '../axis/axis-name.js';

/**
 * The functions `lengthOf(line)` and `footprintOf(line)`, in WGSL: how many pixels long an output is along an axis on which its
 * neighbours are as far off as `line` says. It is at least 1, so that what is magnified is read as without antialias. Of a box
 * it is the distance of two outputs; where a crop is turned, the length of a square's side.
 */
export function footprintSource(dimensions: number): string {
  const Vector = vectorType(dimensions, 'f32');
  const sizes = axisNames(dimensions).map((axis) => `sizes.${axis}`);
  return `
fn lengthOf(line : ${Vector}) -> f32 {
  let sizes = abs(line);
  let most = ${sizes.reduce((most, size) => `max(${most}, ${size})`)};
  // A root need not be exact.
  if (${sizes.join(' + ')} == most) {
    return most;
  }
  let scale = max(most, 1.0);
  return scale * length(line / scale);
}

fn footprintOf(line : ${Vector}) -> f32 {
  return clamp(lengthOf(line), 1.0, 1e30);
}

// What lengthOf grows by, per entry of the line: nothing where the footprint stays 1.
fn growthOf(line : ${Vector}) -> ${Vector} {
  let length = lengthOf(line);
  if (isFinite(length) && length > 1.0) {
    return line / length;
  }
  return ${Vector}(0.0);
}`;
}
