// Written by scripts/write-axis-formulas.js from packages/backend-cpu/src/axis/axis-formulas.ts: change that one.

/** The formulas of one axis that every backend shares, as WGSL. */
export const AXIS_FORMULAS: string = `
fn reflectionPhase(x : f32, low : f32, span : f32) -> f32 {
  let distance = abs(x - low);
  return distance - 2.0 * span * floor(distance / (2.0 * span));
}

fn reflected(x : f32, low : f32, span : f32) -> f32 {
  if (span <= 0.0) {
    return 0.0;
  }
  let phase = reflectionPhase(x, low, span);
  return low + (select(2.0 * span - phase, phase, phase < span));
}

fn reflectSlope(x : f32, low : f32, span : f32) -> f32 {
  if (span <= 0.0) {
    return 0.0;
  }
  let wayBack = select(-1.0, 1.0, reflectionPhase(x, low, span) < span);
  return select(wayBack, -wayBack, x < low);
}

fn roundHalfToEven(x : f32) -> f32 {
  let low = floor(x);
  let t = x - low;
  if (t < 0.5) {
    return low;
  }
  if (t > 0.5) {
    return low + 1.0;
  }
  return low + (low - 2.0 * floor(low / 2.0));
}

fn roundHalfUp(x : f32) -> f32 {
  return floor(x + 0.5);
}

fn cubic(d : f32, a : f32) -> f32 {
  return select(a * (d - 1.0) * (2.0 - d) * (2.0 - d), (1.0 - d) * (1.0 + d - (a + 2.0) * d * d), d <= 1.0);
}

fn cubicSlope(d : f32, a : f32) -> f32 {
  return select((2.0 - d) * (4.0 * a - 3.0 * a * d), (3.0 * (a + 2.0) * d - 2.0 * (a + 3.0)) * d, d <= 1.0);
}

fn cubicCurvature(d : f32, a : f32) -> f32 {
  return select(6.0 * a * d - 10.0 * a, 6.0 * (a + 2.0) * d - 2.0 * (a + 3.0), d <= 1.0);
}

fn wrapped(x : f32, length : f32) -> f32 {
  let place = x - length * floor(x / length);
  return select(0.0, place, place >= 0.0 && place < length);
}
`;
