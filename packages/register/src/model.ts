/**
 * What a registration may do to an image, from little to much: move it; move it and scale each axis; move and turn it; move, turn and
 * scale it; any affine map; any perspective map of a plane. Turning and scaling are in pixels, whatever the aspect ratio of
 * the image.
 */
export type Model = 'translation' | 'box' | 'rigid' | 'similarity' | 'affine' | 'homography';

/** Every {@link Model}. */
export const MODELS: readonly Model[] = Object.freeze<Model[]>([
  'translation',
  'box',
  'rigid',
  'similarity',
  'affine',
  'homography',
]);
