import { MODES } from '@cropgrad/core';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrapped } from '../src/axis/axis-formulas.js';
import { byImage } from '../src/by-image.js';
import { byPoints } from '../src/by-points.js';
import { type Call, createCall } from '../src/call.js';
import { forward } from '../src/forward.js';
import { PLAIN_RULES } from './plain-rules.js';
import { type Coordinates, pointsAt } from './points-at.js';

type Mode = (typeof MODES)[number];

function callOf(spatial: number[], mode: Mode, paddingMode: 'wrap' | 'zeros', points: number, aligned = false): Call {
  const size = [...spatial.slice(1).map(() => 1), points];
  return createCall([1, ...spatial, 1], [1, ...size, 1], {
    mode,
    paddingMode,
    alignCorners: aligned,
    dataFormat: 'NHWC',
    ...PLAIN_RULES,
    fillValue: 7,
    imageIndex: new Int32Array(1),
  });
}

/** The image of `spatial` pixels nine times in every direction. */
function tile(image: Float32Array, spatial: number[]): Float32Array {
  const wide = spatial.map((length) => 9 * length);
  return Float32Array.from({ length: wide.reduce((product, length) => product * length) }, (_, i) => {
    let [rest, at, stride] = [i, 0, 1];
    for (let axis = spatial.length - 1; axis >= 0; axis--) {
      at += ((rest % wide[axis]) % spatial[axis]) * stride;
      stride *= spatial[axis];
      rest = Math.floor(rest / wide[axis]);
    }
    return image[at];
  });
}

const cases = fc
  .record({
    spatial: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 3 }),
    // Eighths, and a sixteenth is added: a half would be rounded to even in the image, and not among the tiles.
    places: fc.array(fc.array(fc.integer({ min: -11, max: 22 }), { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    }),
    mode: fc.constantFrom(...MODES),
    alignCorners: fc.boolean(),
    box: fc.boolean(),
    seed: fc.integer({ min: 1, max: 1000 }),
  })
  .map(({ spatial, places, mode, alignCorners, box, seed }) => {
    const points = places.length;
    const [call, tiled] = (['wrap', 'zeros'] as const).map((paddingMode) =>
      callOf(paddingMode === 'wrap' ? spatial : spatial.map((s) => 9 * s), mode, paddingMode, points, alignCorners),
    );
    // Slopes are those of the one image.
    [tiled.x, tiled.y, tiled.z].forEach((axis, k) => {
      axis.scale = [call.x, call.y, call.z][k].scale;
    });
    const lengths = [call.x.size, call.y.size, call.z.size];
    // From a tile and a half before the image to as much behind it: four tiles have room for the taps, too.
    const along = (k: number): number[] => places.map((place) => (lengths[k] * place[k]) / 8 + 1 / 16);
    const of = (shift: number): Coordinates => {
      const [x, y, z] = lengths.map((length, k) => along(k).map((at) => at + shift * length));
      const first = (values: number[]): number[] => (box ? values.slice(0, 1) : values);
      return [Float64Array.from(x), Float64Array.from(first(y)), Float64Array.from(first(z))];
    };
    const image = Float32Array.from({ length: call.image.batchStride }, (_, i) => Math.sin(seed * (i + 1)));
    const dy = Float32Array.from({ length: points }, (_, i) => Math.cos(seed * (i + 1)));
    return { spatial, call, tiled, at: pointsAt(of(0), call, box), among: pointsAt(of(4), tiled, box), image, dy };
  });

function expectClose(found: Float32Array, wanted: Float32Array): void {
  expect(found.length).toBe(wanted.length);
  for (let i = 0; i < wanted.length; i++) expect(found[i]).toBeCloseTo(wanted[i], 5);
}

describe('a wrapped image is the middle one of tiles', () => {
  it('forward and by the points', () => {
    fc.assert(
      fc.property(cases, ({ spatial, call, tiled, at, among, image, dy }) => {
        const tiles = tile(image, spatial);
        expectClose(forward(image, at, call), forward(tiles, among, tiled));
        expectClose(byPoints(dy, image, at, call), byPoints(dy, tiles, among, tiled));
      }),
    );
  });

  it('by the image: what each of the tiles gets', () => {
    fc.assert(
      fc.property(cases, ({ spatial, call, tiled, at, among, image, dy }) => {
        const places = tile(
          Float32Array.from(image, (_, i) => i),
          spatial,
        );
        const wanted = new Float32Array(image.length);
        byImage(dy, among, tiled).forEach((d, i) => {
          wanted[places[i]] += d;
        });
        expectClose(byImage(dy, at, call), wanted);
      }),
    );
  });
});

it('every finite coordinate is brought to 0 or more, and below the length', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer({ min: 1, max: 5000 }), (x, length) => {
      const place = wrapped(x, length);
      expect(place >= 0 && place < length).toBe(true);
    }),
  );
  // Where rounding would lead to the length itself.
  expect([-1e-17, -(2 ** -60), -Number.MIN_VALUE].map((x) => wrapped(x, 4))).toEqual([0, 0, 0]);
});

describe('wrap along one axis', () => {
  /** What an image of the numbers 0, 1, 2, … is at pixel coordinates of its only row. */
  function at(length: number, mode: Mode, x: number[], aligned = false): number[] {
    const call = callOf([1, length], mode, 'wrap', x.length, aligned);
    const points = pointsAt([Float64Array.from(x), new Float64Array(1), new Float64Array(1)], call, true);
    return [
      ...forward(
        new Float32Array(length).map((_, i) => i),
        points,
        call,
      ),
    ];
  }

  it('rounds half to even behind the seam: to pixel 0 if the length is even, else to the last', () => {
    expect(at(4, 'nearest', [-0.5, 3.5, 7.5, -4.5])).toEqual([0, 0, 0, 0]);
    expect(at(5, 'nearest', [-0.5, 4.5, 9.5, -5.5])).toEqual([4, 4, 4, 4]);
    expect(at(5, 'nearest', [-0.49, -0.51, 4.51])).toEqual([0, 4, 0]);
  });

  it('blends the last pixel with the first, with alignCorners too', () => {
    for (const aligned of [false, true]) {
      expect(at(5, 'bilinear', [-0.25, 4.75, 4.25, -1, 5], aligned)).toEqual([1, 1, 3, 4, 0]);
    }
  });

  it('has no pixel behind the last, however little is left of a negative coordinate', () => {
    for (const mode of MODES) {
      for (const length of [1, 3, 4, 7]) {
        for (const tiny of [-1e-17, -(2 ** -60), -Number.MIN_VALUE, -0]) {
          expect(at(length, mode, [tiny])[0]).toBeCloseTo(0, 12);
        }
      }
    }
  });

  it('reads the only pixel of an axis everywhere, with a slope of 0', () => {
    for (const mode of MODES) {
      for (const aligned of [false, true]) {
        const call = callOf([1, 1], mode, 'wrap', 4, aligned);
        const x = Float64Array.of(-7.3, -0.5, 0.25, 1e20);
        const points = pointsAt([x, Float64Array.of(12.6), new Float64Array(1)], call, true);
        const image = Float32Array.of(3);
        for (const value of forward(image, points, call)) expect(value).toBeCloseTo(3, 6);
        const slopes = byPoints(new Float32Array(4).fill(1), image, points, call);
        for (const slope of slopes) expect(slope).toBeCloseTo(0, 12);
        expect(byImage(new Float32Array(4).fill(1), points, call)[0]).toBeCloseTo(4, 6);
      }
    }
  });

  it('is fill at coordinates that are not finite, and finite far away', () => {
    for (const mode of MODES) {
      const [nan, infinite, far] = at(5, mode, [Number.NaN, Number.NEGATIVE_INFINITY, -1e30]);
      expect([nan, infinite]).toEqual([7, 7]);
      expect(far >= -0.5 && far <= 4.5).toBe(true);
    }
  });

  it('has the same slope on both sides of the seam', () => {
    const call = callOf([1, 4], 'bilinear', 'wrap', 3);
    const points = pointsAt([Float64Array.of(-0.5, 3.5, 3), new Float64Array(1), new Float64Array(1)], call, true);
    const slopes = byPoints(new Float32Array(3).fill(1), Float32Array.of(0, 1, 2, 3), points, call);
    // From the last pixel to the first: -3, times 4 / 2. The other axis has one pixel, and no slope.
    expect([...slopes].map((slope) => slope + 0)).toEqual([-6, 0, -6, 0, -6, 0]);
  });
});
