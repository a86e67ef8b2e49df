import type { FindReason } from '@cropgrad/register';
import { type OpenImage, openImage } from '../images/open-image.js';
import { readBytes } from '../images/read-bytes.js';
import { readGrey } from '../images/read-grey.js';
import { type MatchOptions, match } from './match.js';
import { type Placement, placementOf } from './placement.js';
import { shrinkPhotoBy, shrinkThumbnailBy } from './shrink-by.js';

/** The result of the search for one thumbnail in one photo. */
export interface PairAnswer {
  readonly photo: OpenImage;
  /** Where it was cut from. If `reason` is not null, this is only the best candidate, and not an answer. */
  readonly placement: Placement;
  readonly score: number;
  /** Why it was not found, or null. */
  readonly reason: FindReason | null;
}

/**
 * Looks for a thumbnail in a photo, both given as files, on tfjs's current backend, which needs crop kernels. A large
 * photo is searched shrunk. If that finds nothing, it is searched once more, with as many pixels as a thumbnail of this
 * size can have been cut from. Throws an InputError.
 */
export async function findInPhoto(
  photoFile: string,
  thumbnailFile: string,
  options: MatchOptions,
): Promise<PairAnswer> {
  const photo = await openImage(photoFile, await readBytes(photoFile));
  const thumbnail = await openImage(thumbnailFile, await readBytes(thumbnailFile));
  const least = shrinkThumbnailBy(thumbnail);
  const small = await readGrey(thumbnail, least);
  const first = Math.max(least, shrinkPhotoBy(photo));
  let found = await match(await readGrey(photo, first), small, options);
  if (found.reason !== null && first > least) found = await match(await readGrey(photo, least), small, options);
  const { theta, score, reason } = found;
  return { photo, placement: placementOf(theta, photo.width, photo.height), score, reason };
}
