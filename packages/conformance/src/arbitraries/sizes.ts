import fc from 'fast-check';

/** Image shapes have no more pixels than this, so that a hundred cases are quick. */
const MOST_PIXELS = 33 * 33;

/** One axis of an image, 1 to 33: mostly short, where edges and corners are most of the image. */
const imageAxis: fc.Arbitrary<number> = fc.oneof(
  { withCrossShrink: true },
  { weight: 7, arbitrary: fc.integer({ min: 1, max: 5 }) },
  { weight: 2, arbitrary: fc.integer({ min: 6, max: 12 }) },
  { weight: 1, arbitrary: fc.integer({ min: 13, max: 33 }) },
);

/** The spatial shape of an image, [H,W] or [D,H,W], each axis drawn by itself. */
export function imageSize(dimensions: 2 | 3): fc.Arbitrary<number[]> {
  const axes = fc.array(imageAxis, { minLength: dimensions, maxLength: dimensions });
  return axes.filter((shape) => shape.reduce((product, length) => product * length, 1) <= MOST_PIXELS);
}

/** The spatial shape of an output, small: every output pixel is a case of its own. */
export function outputSize(dimensions: 2 | 3): fc.Arbitrary<number[]> {
  const axis = fc.oneof(
    { withCrossShrink: true },
    { weight: 4, arbitrary: fc.integer({ min: 1, max: dimensions === 2 ? 4 : 2 }) },
    { weight: 1, arbitrary: fc.integer({ min: 1, max: dimensions === 2 ? 9 : 3 }) },
  );
  return fc.array(axis, { minLength: dimensions, maxLength: dimensions });
}

/** Channels, 1 to 9: odd, even and beyond what fits a vector register. */
export const channelCount: fc.Arbitrary<number> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 3 }) },
  { weight: 1, arbitrary: fc.integer({ min: 4, max: 9 }) },
);

/** Images or crops in a batch, 1 to 4. */
export const batchSize: fc.Arbitrary<number> = fc.oneof(
  { withCrossShrink: true },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 2 }) },
  { weight: 1, arbitrary: fc.integer({ min: 3, max: 4 }) },
);

/** The seed of a tensor of noise. */
export const noiseSeed: fc.Arbitrary<number> = fc.nat();
