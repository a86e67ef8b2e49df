import { cropArray } from '@cropgrad/arrays';
import { decoded } from '../images/open-image.js';
import type { Alignment } from './align-files.js';

/** The moving picture, aligned: [H,W,4] of the fixed one's size, transparent where the moving one has no pixels. */
export async function warp({ moving, fixed, matrix }: Alignment): Promise<Uint8Array> {
  const { data } = await decoded(moving.file, () =>
    moving.upright().toColourspace('srgb').ensureAlpha().raw().toBuffer({ resolveWithObject: true }),
  );
  const corners = [
    [0, 0],
    [fixed.width, 0],
    [fixed.width, fixed.height],
    [0, fixed.height],
  ];
  // The matrix has the middle of the first pixel at 0, and a quad its corner.
  const quad = corners.flatMap(([x, y]) => {
    const [u, v, w] = matrix.map(([a, b, c]) => a * (x - 0.5) + b * (y - 0.5) + c);
    return [u / w + 0.5, v / w + 0.5];
  });
  const image = { data, width: moving.width, height: moving.height, channels: 4 };
  const size = [fixed.height, fixed.width] as const;
  return cropArray(image, [quad], size, { format: 'quad', dtype: 'uint8', layout: 'NHWC' }).data;
}
