import type { VectorOptions } from '../src/vectors/vector.js';

/** How an image is read, and in how many dimensions. */
export interface Sampler {
  readonly dimensions: 2 | 3;
  readonly mode: NonNullable<VectorOptions['mode']>;
  readonly padding_mode: NonNullable<VectorOptions['padding_mode']>;
  readonly align_corners: boolean;
}

const PADDINGS = ['zeros', 'border', 'reflection', 'wrap'] as const;
const MODES = { 2: ['bilinear', 'nearest', 'bicubic'], 3: ['bilinear', 'nearest'] } as const;

/** Every mode, padding and alignCorners, in 2-D and 3-D; bicubic in 2-D only, as in PyTorch. */
export const SAMPLERS: readonly Sampler[] = ([2, 3] as const).flatMap((dimensions) =>
  MODES[dimensions].flatMap((mode) =>
    PADDINGS.flatMap((padding_mode) =>
      [false, true].map((align_corners) => ({ dimensions, mode, padding_mode, align_corners })),
    ),
  ),
);

/** As an id says it: `2d/bilinear/zeros/align_corners=false`. */
export function samplerName({ dimensions, mode, padding_mode, align_corners }: Sampler): string {
  return `${dimensions}d/${mode}/${padding_mode}/align_corners=${align_corners}`;
}

/** The tags that say what a sampler has to know. */
export function samplerTags({ dimensions, mode, padding_mode }: Sampler): string[] {
  return [
    ...(dimensions === 3 ? ['3d'] : []),
    ...(mode === 'bicubic' ? ['bicubic'] : []),
    ...(padding_mode === 'wrap' ? ['wrap'] : []),
  ];
}
