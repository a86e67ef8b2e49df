/** What decides how far a picture is shrunk. */
type Size = Readonly<Record<'width' | 'height', number>>;

/** `findCrop` looks at thumbnails at 96 x 96 pixels at most. */
const THUMBNAIL_SIDE = 128;
/** A photo this long is searched first. */
const PHOTO_SIDE = 2048;

/** By how much a thumbnail is shrunk: what is left out is more than `findCrop` looks at. */
export function shrinkThumbnailBy({ width, height }: Size): number {
  return Math.max(1, Math.sqrt(width * height) / THUMBNAIL_SIDE);
}

/** By how much a photo is shrunk for the first try: boxes smaller than the thumbnail then is are not found in it. */
export function shrinkPhotoBy({ width, height }: Size): number {
  return Math.max(1, Math.max(width, height) / PHOTO_SIDE);
}
