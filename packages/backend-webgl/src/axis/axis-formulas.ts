// Written by scripts/write-axis-formulas.js from packages/backend-cpu/src/axis/axis-formulas.ts: change that one.

/** The formulas of one axis that every backend shares, in GLSL. */
export const AXIS_FORMULAS = `
float reflectionPhase(float x, float low, float span) {
    float distance = abs(x - low);
    return distance - 2.0 * span * floor(distance / (2.0 * span));
}
float reflected(float x, float low, float span) {
    if (span <= 0.0)
        return 0.0;
    float phase = reflectionPhase(x, low, span);
    return low + (phase < span ? phase : 2.0 * span - phase);
}
float reflectSlope(float x, float low, float span) {
    if (span <= 0.0)
        return 0.0;
    float wayBack = reflectionPhase(x, low, span) < span ? 1.0 : -1.0;
    return x < low ? -wayBack : wayBack;
}
float roundHalfToEven(float x) {
    float low = floor(x);
    float t = x - low;
    if (t < 0.5)
        return low;
    if (t > 0.5)
        return low + 1.0;
    return low + (low - 2.0 * floor(low / 2.0));
}
float roundHalfUp(float x) {
    return floor(x + 0.5);
}
float cubic(float d, float a) {
    return d <= 1.0 ? (1.0 - d) * (1.0 + d - (a + 2.0) * d * d) : a * (d - 1.0) * (2.0 - d) * (2.0 - d);
}
float cubicSlope(float d, float a) {
    return d <= 1.0 ? (3.0 * (a + 2.0) * d - 2.0 * (a + 3.0)) * d : (2.0 - d) * (4.0 * a - 3.0 * a * d);
}
float cubicCurvature(float d, float a) {
    return d <= 1.0 ? 6.0 * (a + 2.0) * d - 2.0 * (a + 3.0) : 6.0 * a * d - 10.0 * a;
}
float wrapped(float x, float length) {
    float place = x - length * floor(x / length);
    return place >= 0.0 && place < length ? place : 0.0;
}`;
