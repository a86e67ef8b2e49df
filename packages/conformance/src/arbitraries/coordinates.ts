import fc from 'fast-check';

/** Which coordinates to draw: `tame` ones are finite and not far away, `wild` ones may be anything. */
export type Temper = 'tame' | 'wild';

/** A float32 number from -1.5 to 1.5, and 0 when it shrinks. */
export const unit: fc.Arbitrary<number> = fc
  .integer({ min: -1_500_000, max: 1_500_000 })
  .map((k) => Math.fround(k / 1_000_000));

/** A multiple of 1/8: exact on the way to pixels wherever the image size is a power of two. */
export const dyadic: fc.Arbitrary<number> = fc.integer({ min: -12, max: 12 }).map((k) => k / 8);

const HUGE = [3e9, -3e9, 2 ** 31, 2 ** 32, -(2 ** 32), 2 ** 33 + 1024, 1e12, -1e20, 3e38, -3e38].map(Math.fround);

/** A number that float32 arithmetic may trip over. */
export const wildNumber: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, -0, 1e-40, -1e-45),
  fc.constantFrom(...HUGE),
  fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

/** A coordinate before it is known how long its axis is, so that both shrink by themselves. */
export type Place = { readonly g: number } | { readonly halfPixels: number };

/** A place anywhere, at pixel centres and edges, or far outside. */
export function place(temper: Temper): fc.Arbitrary<Place> {
  const at = (g: number): Place => ({ g });
  const far = fc.integer({ min: -5000, max: 5000 }).map((k) => k + 0.25);
  const tame = [
    { weight: 2, arbitrary: dyadic.map(at) },
    { weight: 6, arbitrary: unit.map(at) },
    { weight: 3, arbitrary: fc.nat(100).map((halfPixels): Place => ({ halfPixels })) },
    { weight: 1, arbitrary: far.map(at) },
  ];
  return fc.oneof(
    { withCrossShrink: true },
    ...tame,
    ...(temper === 'wild' ? [{ weight: 3, arbitrary: wildNumber.map(at) }] : []),
  );
}

/** The coordinate of a place on an axis: half pixels are counted from 3 pixels outside to 3 pixels outside. */
export function coordinateAt(spot: Place, size: number, alignCorners: boolean): number {
  if ('g' in spot) return spot.g;
  return normalize((spot.halfPixels % (2 * size + 11)) / 2 - 3, size, alignCorners);
}

/** From pixels to [-1, 1], rounded to float32: the centre of pixel k is at k. */
export function normalize(x: number, size: number, alignCorners: boolean): number {
  if (!alignCorners) return Math.fround((2 * x + 1) / size - 1);
  return size === 1 ? 0 : Math.fround((2 * x) / (size - 1) - 1);
}
