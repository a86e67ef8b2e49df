import type { Picture } from '../picture.js';
import type { FindOptions, FoundCrop } from './found-crop.js';

/** Finds where in a photo a thumbnail was cut from. */
export function findCrop(_photo: Picture, _thumbnail: Picture, _options: FindOptions = {}): Promise<FoundCrop> {
  throw new Error('not built yet');
}
