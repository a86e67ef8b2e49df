/** Numbers in [-1, 1), the same ones for the same seed. */
export function noise(length: number, seed: number): Float32Array {
  let state = seed;
  return Float32Array.from({ length }, () => {
    // A linear congruential generator whose products stay whole numbers.
    state = (state * 69069 + 1) % 2 ** 31;
    return state / 2 ** 30 - 1;
  });
}
