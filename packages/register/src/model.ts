/**
 * What a registration may do to an image, from little to much: move it; move and scale it along both axes; move and turn it; and
 * scale it, too; any affine map; any perspective map of a plane. Turning and scaling are those of pixels, whatever the
 * aspect of an image.
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
