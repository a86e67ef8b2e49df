/** Keeps 11 bits of every number. */
export function roundToFloat16(values: Float32Array): void {
  values.forEach((value, i) => {
    const scaled = Math.fround(value * (2 ** 13 + 1));
    values[i] = Math.fround(scaled - Math.fround(scaled - value));
  });
}
