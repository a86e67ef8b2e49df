/**
 * The scales to look at, in photo pixels per thumbnail pixel: from the smallest to that at which the thumbnail is as large as the photo,
 * in equal steps of at most 1.15. None where the smallest is too large already.
 */
export function scalesFor(
  photo: readonly [height: number, width: number],
  thumbnail: readonly [height: number, width: number],
  smallest: number,
): number[] {
  const span = Math.log(Math.min(photo[0] / thumbnail[0], photo[1] / thumbnail[1]) / smallest);
  if (span < 0) return [];
  const steps = Math.ceil(span / Math.log(STEP));
  return Array.from({ length: steps + 1 }, (_, k) => smallest * Math.exp(steps === 0 ? 0 : (span * k) / steps));
}

const STEP = 1.15;
