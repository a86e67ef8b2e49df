/** Which taps read each pixel: those of pixel p are `listed[starts[p]]` up to `starts[p + 1]`, in order. */
export interface TapLists {
  readonly starts: Int32Array;
  readonly listed: Int32Array;
}

/** Sorts taps by the pixels that they read, -1 for none, by counting: taps of a pixel stay in order. */
export function tapLists(tapPixels: Int32Array, pixels: number): TapLists {
  const starts = new Int32Array(pixels + 1);
  for (const pixel of tapPixels) if (pixel >= 0) starts[pixel + 1]++;
  for (let p = 0; p < pixels; p++) starts[p + 1] += starts[p];
  const listed = new Int32Array(Math.max(starts[pixels], 1));
  const next = starts.slice();
  for (let tap = 0; tap < tapPixels.length; tap++) {
    if (tapPixels[tap] >= 0) listed[next[tapPixels[tap]]++] = tap;
  }
  return { starts, listed };
}
