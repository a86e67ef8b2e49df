import type { Vector, VectorOptions } from '../src/vectors/vector.js';
import { draws } from './draws.js';

const SIDE = 5;
const ORACLE = "float64 oracle of TensorFlow's rules";

/** Every crop of whole pixels, two wide at the least, of a 5 × 5 image, by crop_and_resize: a copy, whatever the sampler. */
export function wholePixelResizes(): Vector[] {
  return (['bilinear', 'nearest'] as const).flatMap((method) =>
    wholePixelRanges(1).flatMap(([y1, y2]) =>
      wholePixelRanges(2).map(([x1, x2]) => {
        const size = [y2 - y1 + 1, x2 - x1 + 1];
        const box = [y1, x1, y2, x2].map((k) => k / (SIDE - 1));
        return resize(
          `${method}/rows=${y1}-${y2}/columns=${x1}-${x2}`,
          ['whole_pixel'],
          { size, method, extrapolation_value: 0 },
          box,
        );
      }),
    ),
  );
}

/** The same crops by `crop`, whose boxes run from edge to edge. */
export function wholePixelCrops(): Vector[] {
  const image = draws(1).pixels([1, 1, 4, 4]);
  const ranges = [0, 1, 2, 3].flatMap((first) => [1, 2, 3, 4].filter((end) => end > first).map((end) => [first, end]));
  return (['bilinear', 'nearest', 'bicubic'] as const).flatMap((mode) =>
    ranges.flatMap(([y1, y2]) =>
      ranges.map(([x1, x2]) => {
        const size = [y2 - y1, x2 - x1];
        return {
          id: `${mode}/rows=${y1}-${y2 - 1}/columns=${x1}-${x2 - 1}`,
          tags: ['whole_pixel', 'kink', ...(mode === 'bicubic' ? ['bicubic'] : [])],
          source: "float64 oracle of PyTorch's rules",
          options: { size, mode, padding_mode: 'zeros', align_corners: false },
          inputs: { image, boxes: { shape: [1, 4], data: [x1, y1, x2, y2].map((k) => k / 2 - 1) } },
          dy: draws(2).pixels([1, 1, ...size]),
        };
      }),
    ),
  );
}

/** Boxes across each edge, mirrored, of no area, outside, with sizes of 1, and a fill that is not 0. */
export function resizeEdges(): Vector[] {
  const boxes: [string, number[]][] = [
    ['inside', [0.21875, 0.15625, 0.71875, 0.90625]],
    ['top_left', [-0.46875, -0.28125, 0.53125, 0.59375]],
    ['bottom_right', [0.40625, 0.34375, 1.28125, 1.46875]],
    ['mirrored', [0.84375, 0.78125, 0.09375, 0.21875]],
    ['no_area', [0.40625, 0.59375, 0.40625, 0.59375]],
    ['outside', [1.28125, 1.34375, 1.96875, 2.03125]],
  ];
  return (['bilinear', 'nearest'] as const).flatMap((method) =>
    [
      [3, 4],
      [1, 1],
      [1, 5],
    ].flatMap((size) =>
      [0, -1.5].flatMap((extrapolation_value) =>
        boxes.map(([name, box]) => {
          const tags = extrapolation_value === 0 ? [] : ['extrapolation'];
          return resize(
            `${method}/${name}/${size.join('x')}/fill=${extrapolation_value}`,
            tags,
            { size, method, extrapolation_value },
            box,
          );
        }),
      ),
    ),
  );
}

function wholePixelRanges(least: number): [first: number, last: number][] {
  const sides = Array.from({ length: SIDE }, (_, k) => k);
  return sides.flatMap((first) =>
    sides.filter((last) => last - first + 1 >= least).map((last): [number, number] => [first, last]),
  );
}

function resize(
  id: string,
  tags: readonly string[],
  options: VectorOptions & { size: readonly number[] },
  box: readonly number[],
): Vector {
  const inputs = { image: draws(3).pixels([1, 1, SIDE, SIDE]), boxes: { shape: [1, 4], data: [...box] } };
  return { id, tags, source: ORACLE, options, inputs, dy: draws(4).pixels([1, 1, ...options.size]) };
}
