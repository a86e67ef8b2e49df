import { type AxisName, axisNames, vectorType } from '../../axis/axis-name.js';
import { productOf } from '../taps/read-taps.js';

/** The function `tangentAt(crop, at)`, in WGSL: how the point of the output `at` moves, x first. */
export function tangentSource(dimensions: number): string {
  const Vector = vectorType(dimensions, 'f32');
  const entries = axisNames(dimensions).map((_, a) => `f32(tangent[first + ${a}])`);
  return `
fn tangentAt(crop : i32, at : i32) -> ${Vector} {
  let first = (crop * uniforms.outputs + at) * ${dimensions};
  return ${Vector}(${entries.join(', ')});
}

// By bits, so that NaN is not 0.
fn isZero(x : f32) -> bool {
  return (bitcast<u32>(x) & 0x7fffffffu) == 0u;
}`;
}

/** The derivative along the tangent `h` of the weight of the taps `tx`, `ty` (and `tz`), in WGSL. */
export function movingWeight(dimensions: number): string {
  return axisNames(dimensions)
    .map((along) => {
      const factor = (axis: AxisName): string => `${axis}.${axis === along ? 'slope' : 'weight'}[t${axis}]`;
      return `h.${along} * (${productOf(dimensions, factor)})`;
    })
    .join(' + ');
}
