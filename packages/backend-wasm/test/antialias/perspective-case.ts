import fc from 'fast-check';
import { type AntialiasCase, antialiasCase } from './antialias-case.js';

/** The same in perspective: square thetas, some of whose outputs may lie behind the camera, and some of which are affine. */
export function perspectiveCase(): fc.Arbitrary<AntialiasCase> {
  const last = fc.record({
    tilt: fc.constantFrom(0, 0.3, 0.9),
    g: fc.double({ min: -1, max: 1, noNaN: true }),
    h: fc.double({ min: -1, max: 1, noNaN: true }),
    one: fc.constantFrom(1, 1, 1.3, -0.8),
  });
  return antialiasCase({ dimensions: 2 }).chain((c) =>
    fc.array(last, { minLength: c.thetaShape[0], maxLength: c.thetaShape[0] }).map((rows) => ({
      ...c,
      theta: Float32Array.from(
        rows.flatMap(({ tilt, g, h, one }, n) => [...c.theta.subarray(6 * n, 6 * n + 6), tilt * g, tilt * h, one]),
      ),
      thetaShape: [c.thetaShape[0], 3, 3],
    })),
  );
}
